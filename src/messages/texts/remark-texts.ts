import { headerOf } from "../../orders/field";
import type { Remarks } from "../../plan/remarks";
import { columnLetter } from "../../text/a1";
import type { Words } from "../english/english";
import { firstAndMore } from "../forms";
import { articleText, quoted } from "../found-value";
import type { columnsTexts } from "./columns-texts";
import type { findingTexts } from "./finding-texts";
import type { runTexts } from "./run-texts";

/** How orders were understood. */
export function remarkTexts(
  { remarks: words }: Words,
  columns: Pick<ReturnType<typeof columnsTexts>, "other" | "catalogueFault">,
  findings: Pick<ReturnType<typeof findingTexts>, "warning" | "fixed">,
  runs: Pick<ReturnType<typeof runTexts>, "nameOf">,
) {
  const defaultText = ([field, value]: [string, unknown]) =>
    words.forAllRows(headerOf[field as keyof Remarks["defaults"]], quoted(String(value)));
  const columnOf = ({ columnIndex, header }: Remarks["unread"][number]) =>
    `${columnLetter(columnIndex)} ${quoted(header)}`;
  /** A blank one is a problem, and told there. */
  const namedArticles = ({ order }: Remarks["articles"][number]) =>
    order.articles.filter(({ code }) => code !== "");
  const articlesOf = (record: Remarks["articles"][number]) =>
    words.articles(runs.nameOf(record), namedArticles(record).map(articleText).join(", "));
  /** A sentence each. `most`: of each kind so many are told, and how many more there are. */
  return (remarks: Remarks, most: number): string[] => {
    const read = [
      ...remarks.columns.map(columns.other),
      ...Object.entries(remarks.defaults).map(defaultText),
    ];
    const { articlesFault, name, unread } = remarks;
    const articles = remarks.articles.filter((record) => namedArticles(record).length > 0);
    return [
      ...(read.length === 0 ? [] : [words.readAsChosen(read.join(", "))]),
      ...(unread.length === 0 ? [] : [words.unread(unread.map(columnOf).join(", "))]),
      ...(articlesFault === null ? [] : [columns.catalogueFault(articlesFault)]),
      ...(name === null ? [] : [words.names(quoted(name.firstName), quoted(name.lastName), name.rowNumber)]),
      ...firstAndMore(articles, most, articlesOf, words.moreArticles),
      ...firstAndMore(
        remarks.warnings,
        most,
        (warning) => words.lookAt(findings.warning(warning)),
        words.moreToLookAt,
      ),
      ...firstAndMore(
        remarks.fixes,
        most,
        (fixed) => words.readAsMeant(findings.fixed(fixed)),
        words.moreAsMeant,
      ),
    ];
  };
}

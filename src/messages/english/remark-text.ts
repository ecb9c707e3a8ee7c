import { headerOf } from "../../orders/field";
import type { Remarks } from "../../plan/remarks";
import { firstAndMore } from "../forms";
import { articleText, quoted } from "../found-value";
import { catalogueText, otherColumnText } from "./columns-text";
import { fixedText, warningText } from "./finding-text";
import { nameOf, ordersText } from "./run-text";

/** How orders were understood, a sentence each. `most`: of each kind so many are told, and how many more there are. */
export function remarkTexts(remarks: Remarks, most: number): string[] {
  const { columns, defaults, articlesFault, articles, warnings, fixes } = remarks;
  const read = [
    ...columns.map(otherColumnText),
    ...Object.entries(defaults).map(
      ([field, value]) =>
        `${headerOf[field as keyof typeof defaults]}: ${quoted(String(value))} for all rows`,
    ),
  ];
  return [
    ...(read.length === 0 ? [] : [`Read as you have chosen: ${read.join(", ")}.`]),
    ...(articlesFault === null ? [] : [catalogueText(articlesFault)]),
    ...firstAndMore(
      articles,
      most,
      understoodText,
      (more) => `The articles of ${ordersText(more)} more were understood like this too.`,
    ),
    ...firstAndMore(
      warnings,
      most,
      (warning) => `Look at ${warningText(warning)}.`,
      (more) =>
        `${more === 1 ? "1 more cell is" : `${more} more cells are`} worth a look. The sidebar lists them under Problems.`,
    ),
    ...firstAndMore(
      fixes,
      most,
      (fixed) => `Read as meant: ${fixedText(fixed)}.`,
      (more) => `${more === 1 ? "1 more cell was" : `${more} more cells were`} read as meant.`,
    ),
  ];
}

function understoodText(record: Remarks["articles"][number]): string {
  return `Articles of ${nameOf(record)}: ${record.order.articles.map(articleText).join(", ")}.`;
}

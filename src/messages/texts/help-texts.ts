import type { HelpWords } from "../../help/page";
import type { HelpFacts, RunFacts, SheetFacts } from "../../help/report";
import type { Words } from "../english/english";
import type { runTexts } from "./run-texts";

/** What the dialog *Help* says. */
export function helpTexts(
  { help: words, menu, runs, amounts }: Words,
  { summary }: Pick<ReturnType<typeof runTexts>, "summary">,
) {
  const sheetText = (sheet: SheetFacts): string =>
    sheet.kind === "understood"
      ? words.understood(sheet.knownColumns, amounts.number(sheet.rows))
      : words[sheet.kind];
  const lastRun = (
    { kind, environment, state, workedAtMs, counts }: RunFacts,
    time: (atMs: number) => string,
  ): string =>
    `${menu[kind]} (${runs.modes[environment]}), ${time(workedAtMs)}: ${state === "ended" ? summary(counts, kind) : words.notFinished}`;
  /** About the version, the key, the sheet and the last run. `time` puts a moment into words. */
  return (facts: HelpFacts, time: (atMs: number) => string): HelpWords => ({
    language: words.language,
    facts: [
      { name: words.version, text: facts.version },
      { name: words.apiKey, text: words.keys[facts.key] },
      { name: words.sheet, text: sheetText(facts.sheet) },
      { name: words.lastRun, text: facts.run ? lastRun(facts.run, time) : words.noRun },
    ],
    reportLabel: words.reportLabel,
    copy: words.copy,
    copied: words.copied,
    notCopied: words.notCopied,
    close: words.close,
  });
}

import type { HelpWords } from "../../help/page";
import type { HelpFacts, RunFacts, SheetFacts } from "../../help/report";
import { number } from "./amounts";
import { menuCaptions } from "./menu-captions";
import { summaryText } from "./run-text";

/** What the dialog *Help* says about the version, the key, the sheet and the last run. `time` puts a moment into words. */
export function helpText(facts: HelpFacts, time: (atMs: number) => string): HelpWords {
  return {
    language: "en",
    facts: [
      { name: "Version", text: facts.version },
      { name: "API key", text: keyTexts[facts.key] },
      { name: "This sheet", text: sheetText(facts.sheet) },
      { name: "Last run", text: facts.run ? lastRunText(facts.run, time) : "None in this spreadsheet yet." },
    ],
    reportLabel:
      "Report for whoever helps you with this add-on. It holds no cell of your sheet and no API key.",
    copy: "Copy report",
    copied: "Copied.",
    notCopied: "Your browser did not copy it. The report is selected: press Ctrl+C, or ⌘C on a Mac.",
    close: "Close",
  };
}

const keyTexts: Record<HelpFacts["key"], string> = {
  none: "None is saved. Save one in the sidebar under Settings.",
  test: "A TEST key is saved: orders are made for practice.",
  live: "A LIVE key is saved: orders are real.",
};

function sheetText(sheet: SheetFacts): string {
  switch (sheet.kind) {
    case "understood":
      return `Understood. Columns that are read: ${sheet.knownColumns}. Rows below the headers: ${number(sheet.rows)}.`;
    case "notUnderstood":
      return "Not understood yet. Open the sidebar's tab Columns, check what is proposed, and save it.";
    case "unreadable":
      return "Google Sheets did not answer. Close this, and choose Help again in a minute.";
  }
}

function lastRunText(
  { kind, environment, state, workedAtMs, counts }: RunFacts,
  time: (atMs: number) => string,
) {
  const run = `${menuCaptions[kind]} (${environment === "live" ? "LIVE" : "TEST"}), ${time(workedAtMs)}:`;
  return state === "ended"
    ? `${run} ${summaryText(counts)}`
    : `${run} not finished. Open the sidebar, which continues it.`;
}

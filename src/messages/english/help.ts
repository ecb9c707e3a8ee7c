import type { HelpFacts } from "../../help/report";

/** What the dialog *Help* says, in English. */
export const help = {
  language: "en" as "en" | "id",
  version: "Version",
  apiKey: "API key",
  sheet: "This sheet",
  lastRun: "Last run",
  noRun: "None in this spreadsheet yet.",
  keys: {
    none: "None is saved. Save one in the sidebar under Settings.",
    test: "A TEST key is saved: orders are made for practice.",
    live: "A LIVE key is saved: orders are real.",
  } satisfies Record<HelpFacts["key"], string>,
  understood: (columns: number, rows: string) =>
    `Understood. Columns that are read: ${columns}. Rows below the headers: ${rows}.`,
  notUnderstood: "Not understood yet. Open the sidebar's tab Columns, check what is proposed, and save it.",
  unreadable: "Google Sheets did not answer. Close this, and choose Help again in a minute.",
  notFinished: "not finished. Open the sidebar, which continues it.",
  reportLabel:
    "Report for whoever helps you with this add-on. It holds no cell of your sheet and no API key.",
  copy: "Copy report",
  copied: "Copied.",
  notCopied: "Your browser did not copy it. The report is selected: press Ctrl+C, or ⌘C on a Mac.",
  close: "Close",
};

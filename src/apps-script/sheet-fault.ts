import { SheetFault } from "../run/ports";

/**
 * Runs calls of the spreadsheet service; their exceptions become SheetFault, told apart by their texts, since the platform
 * gives nothing else to go by (texts as reported by users of Apps Script). Anything else is a fault of the add-on's own.
 */
export function withSheetFaults<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw faultOf(thrown);
  }
}

function faultOf(thrown: unknown): unknown {
  const text = messageOf(thrown);
  if (/protected cell|data validation/i.test(text)) {
    return new SheetFault("refused", /\bcell ([A-Z]{1,3}[0-9]+)\b/.exec(text)?.[1] ?? "");
  }
  if (/Service Spreadsheets|timed out|server error/i.test(text)) return new SheetFault("transient", "");
  if (/outside the dimensions|out of bounds|does not exist|not found|coordinates of the range/i.test(text)) {
    return new SheetFault("gone", "");
  }
  return thrown;
}

/** What an exception of the platform says; exceptions of another realm are no `Error` here. */
export function messageOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "message" in thrown
    ? String(thrown.message)
    : String(thrown);
}

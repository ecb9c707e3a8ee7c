import { SheetFault, type SheetFaultKind } from "../ports/ports";
import { type ExceptionKind, exceptionHint } from "./exception-texts";

/** What the known texts say about a sheet; other texts say nothing. */
const kinds: Partial<Record<ExceptionKind, SheetFaultKind>> = {
  protectedCell: "refused",
  validation: "refused",
  typedColumn: "refused",
  serverFault: "transient",
  gone: "gone",
  cellLimit: "full",
};

/**
 * Runs calls of the spreadsheet service; their exceptions become SheetFault, whatever they say. The kind is a guess by
 * their text, and only improves a sentence.
 */
export function withSheetFaults<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw faultOf(thrown);
  }
}

function faultOf(thrown: unknown): unknown {
  if (thrown instanceof SheetFault) return thrown;
  const hint = exceptionHint(messageOf(thrown));
  const kind = hint ? kinds[hint.kind] : undefined;
  if (kind) return new SheetFault(kind, hint?.cell ?? "");
  // Whatever it says: exceptions come in the user's language, and no list of texts is ever whole.
  return isOwnMistake(thrown) ? thrown : new SheetFault("unknown", "");
}

/** Mistakes of the add-on's own code, which no reading of the sheet puts right. */
function isOwnMistake(thrown: unknown): boolean {
  const name = typeof thrown === "object" && thrown !== null && "name" in thrown ? String(thrown.name) : "";
  return name === "TypeError" || name === "ReferenceError" || name === "RangeError";
}

/** What an exception of the platform says; exceptions of another realm are no `Error` here. */
export function messageOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "message" in thrown
    ? String(thrown.message)
    : String(thrown);
}

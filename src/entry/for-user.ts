import { StorageFault } from "../journal/journal-store";
import type { Catalogue } from "../messages/catalogue";
import { SheetFault } from "../ports/ports";
import { type Permission, RunError } from "../ports/run-error";
import type { RunKind } from "../receipt/progress";
import { defaultSettings } from "../settings/settings";
import type { Platform } from "./platform";
import { currentUser, speechFor, type User } from "./user";

/** What an entry needs unless it says otherwise. */
export const toRead: readonly Permission[] = ["sheet"];

/** What a run needs. A check sends nothing; what only the shop knows stays unasked. */
export function neededFor(kind: RunKind): readonly Permission[] {
  return kind === "check" ? toRead : [...toRead, "requests"];
}

/**
 * Does something for the user who calls, unless a permission that it needs was refused. Here alone the language is chosen,
 * once an entry, and passed on from here. `refused` gets what ended it, in words.
 */
function forUser<T>(
  platform: Platform,
  needed: readonly Permission[],
  act: (user: User) => T,
  refused: (sentence: string, thrown: unknown) => T,
): T {
  let { messages } = speechFor(platform, defaultSettings);
  try {
    const user = currentUser(platform);
    messages = user.messages;
    const missing = platform.refusedPermissions(needed);
    const willAsk = needed.includes("pages");
    if (missing.length > 0) throw new RunError({ code: "noPermission", missing, willAsk });
    return act(user);
  } catch (thrown) {
    return refused(refusalText(messages, thrown), thrown);
  }
}

/** For menu items: whatever ends one is said. */
export function fromMenu(platform: Platform, act: (user: User) => void, needed = toRead): void {
  // Any of them may have to show the sidebar: whether it can is known before anything is done, not in the middle.
  forUser(platform, [...needed, "pages"], act, (sentence, thrown) => {
    platform.say(sentence);
    if (!(thrown instanceof RunError)) return;
    // The sidebar opens at the columns of a sheet that is not understood.
    if (isAboutColumns(thrown)) platform.showSidebar();
    if (thrown.problem.code === "noPermission") platform.askForPermissions(thrown.problem.missing);
  });
}

/** For calls whose answer has a place for a refusal. */
export function answered<T extends { ok: boolean }>(
  platform: Platform,
  act: (user: User) => T,
  needed = toRead,
): T | { ok: false; message: string } {
  return forUser<T | { ok: false; message: string }>(platform, needed, act, (message) => ({
    ok: false,
    message,
  }));
}

/** For calls whose answer has none: what went wrong reaches the page as a sentence all the same. */
export function inWords<T>(platform: Platform, act: (user: User) => T, needed = toRead): T {
  return forUser(platform, needed, act, (sentence) => {
    throw new Error(sentence);
  });
}

const codesOfFaults = {
  transient: "sheetsFault",
  unknown: "sheetsFault",
  gone: "columnsGone",
  full: "sheetsFull",
} as const;

/** The sentence for whatever ended a run. Texts of the platform's exceptions are not shown: they hold addresses. */
function refusalText({ runs }: Catalogue, thrown: unknown): string {
  if (thrown instanceof RunError) return runs.problem(thrown.problem);
  if (thrown instanceof StorageFault) return runs.problem({ code: "storageFault" });
  if (!(thrown instanceof SheetFault)) return runs.unexpected;
  if (thrown.kind === "refused") return runs.end({ why: "stuck", cell: thrown.cell }, String);
  return runs.problem({ code: codesOfFaults[thrown.kind] });
}

function isAboutColumns({ problem }: RunError): boolean {
  return problem.code === "askColumns" || problem.code === "headers";
}

import type { Language } from "../../src/endpoints/settings";
import type { ButtonName } from "../runtime/user-interface";
import type { PageEvent } from "./page-event";
import type { UserAct } from "./user-act";

/** What the thread with the runtime is asked. `requestId` comes back with the answer. */
export type ThreadRequest = { requestId: number } & (
  | { kind: "act"; act: UserAct }
  | { kind: "menu"; functionName: string }
  | { kind: "call"; functionName: string; args: unknown[] }
  | { kind: "answer"; dialogId: number; button: ButtonName; text: string }
  | { kind: "encode" }
);

/** The answer to a call of `google.script.run`. */
export type CallReply = { ok: true; value: unknown } | { ok: false; message: string };

/** What the thread tells. */
export type ThreadReply =
  | { kind: "ready" }
  | { kind: "event"; event: PageEvent }
  /** `message` is empty when the act was carried out. */
  | { kind: "done"; requestId: number; message: string }
  | { kind: "called"; requestId: number; reply: CallReply }
  | { kind: "encoded"; requestId: number; bytes: Uint8Array };

/** What the thread is started with. */
export interface ThreadData {
  /** The .csv or .xlsx to open. */
  filePath: string;
  /** The folder with Code.js and sidebar.html. */
  distPath: string;
  /** The language of the account in whose name the add-on runs. */
  language: Language;
  /** Where the stand-in answers, and a key that it lets in: the settings that the add-on finds. */
  apiAddress: string;
  apiKey: string;
  /** Counts up with every request, so that a thread that waits wakes up. */
  signal: SharedArrayBuffer;
}

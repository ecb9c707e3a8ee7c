import type { Context } from "../execution/context";
import { JournalStore } from "../journal/journal-store";
import type { Catalogue } from "../messages/catalogue";
import { runWords } from "../messages/run-words";
import { defaultOptions } from "../ports/options";
import type { RunPorts } from "../ports/ports";
import { RunError } from "../ports/run-error";
import { type ExecutionKind, openContext } from "../run/session";
import type { Platform } from "./platform";
import type { User } from "./user";

/**
 * Begins an execution with the user's settings.
 * @throws RunError `noKey` while no API key is saved, if it is to send anything; `newerSettings` if they are of a newer version.
 */
export function openExecution(
  platform: Platform,
  { settings, isNewer, messages }: User,
  kind: ExecutionKind,
): Context {
  const ports = platform.ports();
  if (isNewer) throw new RunError({ code: "newerSettings" });
  const words = runWords(messages, (atMs) => ports.clock.format(atMs));
  return openContext(ports, settings, words, defaultOptions, kind);
}

/** How sentences say a moment. */
export function timeOf(messages: Catalogue, { clock }: RunPorts): (atMs: number) => string {
  return (atMs) => messages.moment(clock.format(atMs));
}

/** The journal by itself, for what only reads it. */
export function openJournal({ properties, clock }: RunPorts): JournalStore {
  return new JournalStore(properties, defaultOptions.journal, () => clock.nowMs());
}

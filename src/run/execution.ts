import type { Environment } from "../bitbybit/api-key";
import type { ApiAccess } from "../bitbybit/requests";
import { base32, randomBase32 } from "../text/base32";
import { hashText } from "../text/text-hash";
import { createPacer, type Pacer } from "./pacer";
import type { RunPorts } from "./ports";

/** One execution of the add-on at work on a sheet: what it may touch, and with which API key. */
export interface Execution {
  ports: RunPorts;
  access: ApiAccess;
  environment: Environment;
  /** Stands for the API key in send keys: four characters of a hash, from which nothing of the key can be read. */
  keyMark: string;
  /** Keeps the requests of this execution within the API key's rate limit. */
  pacer: Pacer;
  /** Shown to colleagues; may be empty. */
  userName: string;
  /** Stands for this execution in slots. */
  mark: string;
  startedAtMs: number;
}

const keyMarkLength = 4;

/** Begins an execution. */
export function beginExecution(
  ports: RunPorts,
  settings: { access: ApiAccess; environment: Environment; userName: string },
): Execution {
  const { address, apiKey } = settings.access;
  const hash = hashOf(ports, apiKey);
  return {
    ports,
    ...settings,
    keyMark: base32(hash, keyMarkLength),
    // The cache is shared by everyone who uses the add-on, so there too the key is a hash.
    pacer: createPacer(
      ports.cache,
      ports.clock,
      base32(hash.subarray(keyMarkLength), 16) + hashText(address),
    ),
    mark: randomBase32(6, () => ports.random()),
    startedAtMs: ports.clock.nowMs(),
  };
}

/** What stands for an API key; see `Execution.keyMark`. */
export function keyMarkOf(ports: Pick<RunPorts, "sha256">, apiKey: string): string {
  return base32(hashOf(ports, apiKey), keyMarkLength);
}

function hashOf({ sha256 }: Pick<RunPorts, "sha256">, apiKey: string): Uint8Array {
  return sha256(`bitbybit send key ${apiKey}`);
}

/**
 * Ends the whole run, or keeps it from starting, with a sentence for the user. What was sent before is in slots, sheet
 * and log, and the next execution settles it.
 */
export class RunRefused extends Error {
  override name = "RunRefused";
}

/** How long an execution waits for another one that is between two waves; each holds the lock for a second or two. */
export const lockWaitMs = 20_000;

/** Does something while no other execution of the add-on is in its own locked section. */
export function whileLocked<T>(execution: Execution, busy: string, act: () => T): T {
  const { lock } = execution.ports;
  if (!lock.tryLock(lockWaitMs)) throw new RunRefused(busy);
  try {
    return act();
  } finally {
    lock.release();
  }
}

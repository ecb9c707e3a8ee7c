import { isDate } from "node:util/types";
import { sidebarRoundTripMs } from "./latency";
import type { LocalRuntime } from "./local-runtime";
import type { CallCount } from "./options";

/** What arrives at the sidebar: the success handler's value or the failure handler's message. */
export type SidebarAnswer = ({ ok: true; value: unknown } | { ok: false; message: string }) & {
  calls: CallCount;
  killed: boolean;
};

const noCalls: CallCount = { all: 0, spreadsheetTrips: 0, byMethod: {} };

/**
 * `google.script.run.NAME(...args)`: arguments and result are copied. Primitives, null, arrays and plain objects pass; a Date,
 * a function or a cycle is refused; undefined becomes null inside arrays and is left out of objects (Apps Script
 * documentation, HTML Service: Communicate with server functions). At most ten calls at once is the caller's matter.
 */
export function sidebarCall(
  runtime: LocalRuntime,
  functionName: string,
  args: readonly unknown[],
): SidebarAnswer {
  const sent = transferred(args, "parameter");
  if (!sent.ok) return { ok: false, message: sent.message, calls: noCalls, killed: false };
  if (runtime.options.latency !== undefined) runtime.options.clock.sleep(sidebarRoundTripMs);
  const given = Array.isArray(sent.value) ? sent.value : [];
  const {
    outcome,
    value,
    message = "",
    calls,
  } = runtime.execute(functionName, given, {
    trigger: "sidebar",
    authMode: "FULL",
  });
  const killed = outcome === "killed";
  if (outcome !== "returned") return { ok: false, message, calls, killed };
  const isLost = runtime.options.unknowns?.datesForPages === "null" && refusedKind(value, []) === "Date";
  const answer = transferred(isLost ? null : value, "return value");
  return answer.ok ? { ...answer, calls, killed } : { ok: false, message: answer.message, calls, killed };
}

type Transfer = { ok: true; value: unknown } | { ok: false; message: string };

/** A value as it arrives on the other side. `what` stands in the refusal, whose wording is inferred. */
function transferred(value: unknown, what: string): Transfer {
  const refused = refusedKind(value, []);
  if (refused !== null) return { ok: false, message: `Failed due to illegal value in ${what}: ${refused}` };
  return { ok: true, value: value === undefined ? null : JSON.parse(JSON.stringify(value)) };
}

/** What is in the value that cannot pass, or null. `above` are the objects that hold it. */
function refusedKind(value: unknown, above: readonly unknown[]): string | null {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
    return typeof value;
  if (typeof value !== "object" || value === null) return null;
  if (isDate(value)) return "Date";
  if (above.includes(value)) return "circular reference";
  for (const item of Object.values(value)) {
    const refused = refusedKind(item, [...above, value]);
    if (refused !== null) return refused;
  }
  return null;
}

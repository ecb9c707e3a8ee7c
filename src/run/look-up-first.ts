import { actionFor, requestToLookUp } from "../decide/actions";
import type { Decision } from "../decide/decision";
import type { Context } from "../execution/context";
import { requestKey } from "../journal/journal";
import type { Plan } from "../plan/plan";
import { unresolvedBy } from "../ports/words";
import { type addToReceipt, emptyReceipt } from "../receipt/receipt";
import { watched } from "../reconcile/look-up";
import { type ReconcileResult, type ReconcileTarget, reconcile } from "../reconcile/reconcile";
import { takeTypedIds } from "../reconcile/typed-ids";
import { freeRunId, newRun } from "./new-run";

/** Why orders are still not known, by request, and whose typed ID is not in the shop. */
export interface LookedUp {
  /** Orders of which nobody knew before whether they exist, by request. */
  lost: ReadonlySet<string>;
  unresolved: ReconcileResult["unresolved"];
  notInShop: ReadonlySet<string>;
  /** The run that a look-up was told as; "" if there was none. */
  runId: string;
}

/** Looks up what may exist before anything is decided anew, and takes the Order IDs that people typed. */
export function lookUpFirst(context: Context, plan: Plan): LookedUp {
  const targets = plan.orders.flatMap(({ record, decision }): ReconcileTarget[] => {
    const key = actionFor(plan.kind, decision).lookUp ? requestToLookUp(decision) : null;
    return key ? [{ key, record }] : [];
  });
  if (targets.length === 0)
    return { lost: new Set(), unresolved: new Map(), notInShop: new Set(), runId: "" };
  const runId = freeRunId(context, context.journal.read(), plan.reading);
  const run = newRun(context, plan, runId, { before: emptyReceipt(), queued: targets.length });
  const result = watched(context, run, (watch) => reconcile(context, plan.reading, targets, watch));
  const notInShop =
    plan.kind === "resolve" ? takeTypedIds(context, plan.reading, targets, result) : new Set<string>();
  return {
    lost: new Set(
      plan.orders.flatMap(({ decision }) =>
        decision.kind === "reconcile" ? [requestKey(decision.key)] : [],
      ),
    ),
    unresolved: result.unresolved,
    notInShop,
    runId,
  };
}

/** What an order that is not sent counts as. What a look-up found out counts as its result. */
export function countFor(
  kind: Plan["kind"],
  decision: Decision,
  wasLost: boolean,
  counts: Parameters<typeof addToReceipt>[1],
): Parameters<typeof addToReceipt>[1] {
  if (!wasLost) return counts;
  if (decision.kind === "created" || decision.kind === "createdAgain") return "created";
  if (kind !== "resolve") return counts;
  if (decision.kind === "needsReview") return decision.as === "created" ? "created" : counts;
  return decision.kind === "send" || decision.kind === "fix" ? "notSent" : counts;
}

/** The Message of an order that is still not known; "" for any other. */
export function unresolvedText(
  context: Context,
  decision: Decision,
  { unresolved, notInShop }: LookedUp,
): string {
  if (decision.kind !== "reconcile") return "";
  const request = requestKey(decision.key);
  if (notInShop.has(request)) return context.words.unresolved(unresolvedBy("notInShop"));
  return context.words.unresolved(unresolved.get(request) ?? unresolvedBy("unasked"));
}

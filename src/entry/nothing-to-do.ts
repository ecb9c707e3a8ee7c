import type { Catalogue } from "../messages/catalogue";
import type { Plan } from "../plan/plan";
import type { Question } from "../plan/question";

/** Why a plan comes to nothing, as a sentence; empty if there is something to do. */
export function nothingToDo(messages: Catalogue, plan: Plan, question: Question): string {
  const { kind, orders, selection } = plan;
  const nothing = (hasOrders: boolean) => messages.runs.nothingToDo(kind, selection.hiddenRows, hasOrders);
  if (orders.length === 0) return nothing(false);
  if (kind === "check" || kind === "create") return "";
  return question.orders > 0 ? "" : nothing(true);
}

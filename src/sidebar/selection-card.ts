import type { Environment, RunPlan } from "../run/progress";
import type { Receipt } from "../run/receipt";
import { byId, textElement } from "./elements";
import { outcomeLabels, sentences } from "./text";

/** What is selected in the sheet: orders, rows, what is left out, test or live, and which key. */
export class SelectionCard {
  private readonly count = byId("selection-count", HTMLElement);
  private readonly leftOut = byId("selection-left-out", HTMLElement);
  private readonly key = byId("selection-key", HTMLElement);

  loading(): void {
    if (this.count.textContent === "") this.count.textContent = sentences.loading;
  }

  /** Nothing can be said of the selection but this sentence. */
  refused(message: string): void {
    this.count.textContent = "";
    this.leftOut.textContent = message;
    this.key.replaceChildren();
  }

  show(plan: RunPlan): void {
    this.count.textContent = sentences.selected(plan.orders, plan.rows);
    this.leftOut.textContent = sentences.leftOut(leftOutParts(plan));
    this.key.replaceChildren(...keyElements(plan.environment, plan.keyTail));
  }
}

/** What is left out, as parts of one sentence. */
function leftOutParts(plan: RunPlan): string[] {
  const parts = leftOutCounts(plan.leftOut);
  if (plan.hiddenRows > 0) parts.push(sentences.hiddenRows(plan.hiddenRows));
  if (plan.emptyRows > 0) parts.push(sentences.emptyRows(plan.emptyRows));
  return parts;
}

function leftOutCounts(receipt: Receipt): string[] {
  const parts: string[] = [];
  for (const [outcome, label] of Object.entries(outcomeLabels) as [keyof typeof outcomeLabels, string][]) {
    if (receipt[outcome] > 0) parts.push(`${receipt[outcome]} ${label.toLowerCase()}`);
  }
  return parts;
}

/** TEST or LIVE as a word in a frame, then the key's tail. */
export function keyElements(environment: Environment | null, keyTail: string): Node[] {
  if (environment === null) return [];
  return [
    textElement("span", environment.toUpperCase(), `badge ${environment}`),
    textElement("span", sentences.key(keyTail)),
  ];
}

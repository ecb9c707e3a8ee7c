import type { RunPlan } from "../run/progress";
import { duration } from "./duration";
import { byId, fact, textElement } from "./elements";
import { keyElements } from "./selection-card";
import { confirmationButtons, confirmationHeadings, factLabels, sentences } from "./text";

/**
 * Whether the user must say yes first: whenever something may be sent, or there is something to know. A check, a
 * look-up, or a selection whose orders are all invalid or skipped only writes statuses.
 */
export function needsConfirmation(plan: RunPlan): boolean {
  if (plan.warnings.length > 0) return true;
  if (plan.kind === "check" || plan.kind === "resolve") return false;
  return plan.orders + plan.leftOut.unconfirmed > 0;
}

/** The question before a run, laid over the Run tab. Escape and Cancel answer no. */
export class Confirmation {
  private readonly panel = byId("confirmation", HTMLElement);
  private readonly yes = byId("confirmation-yes", HTMLButtonElement);
  private readonly cancel = byId("confirmation-cancel", HTMLButtonElement);
  private readonly beneath = byId("run-content", HTMLElement);
  private answer: (yes: boolean) => void = () => undefined;

  constructor() {
    this.yes.addEventListener("click", () => this.close(true));
    this.cancel.addEventListener("click", () => this.close(false));
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close(false);
    });
  }

  ask(plan: RunPlan): Promise<boolean> {
    this.answer(false);
    byId("confirmation-heading", HTMLElement).textContent = confirmationHeadings[plan.kind];
    byId("confirmation-question", HTMLElement).textContent = plan.question;
    byId("confirmation-warnings", HTMLElement).replaceChildren(
      ...plan.warnings.map((warning) => textElement("li", warning)),
    );
    byId("confirmation-facts", HTMLElement).replaceChildren(...facts(plan));
    this.yes.textContent = confirmationButtons[plan.kind];
    this.panel.hidden = false;
    this.beneath.inert = true;
    this.cancel.focus();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  private close(yes: boolean): void {
    this.panel.hidden = true;
    this.beneath.inert = false;
    this.answer(yes);
  }
}

function facts(plan: RunPlan): HTMLElement[] {
  const list: HTMLElement[] = [];
  if (plan.firstOrder !== "") list.push(...fact(factLabels.first, plan.firstOrder));
  if (plan.lastOrder !== "") list.push(...fact(factLabels.last, plan.lastOrder));
  if (plan.hiddenRows > 0) list.push(...fact(factLabels.rows, sentences.hiddenRows(plan.hiddenRows)));
  if (plan.secondsNeeded > 0) list.push(...fact(factLabels.time, duration(plan.secondsNeeded)));
  if (plan.environment !== null) {
    const value = textElement("dd", "");
    value.append(...keyElements(plan.environment, plan.keyTail));
    list.push(textElement("dt", factLabels.key), value);
  }
  return list;
}

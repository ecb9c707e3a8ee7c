import type { PlanView } from "../../../endpoints/runs";
import type { Tell } from "../../intent";
import type { Words } from "../../words/words";
import { Button, KeyLine } from "../parts";
import { leftOutParts } from "./steps";

/** The question before a run. It covers the page and holds the focus; Escape and Cancel answer no. */
export function Confirmation({ plan, words, tell }: { plan: PlanView; words: Words; tell: Tell }) {
  const { confirmation } = words;
  const { kind, environment, orders } = plan;
  const sends = kind === "create" || kind === "sendAgain";
  const isLive = environment === "live" && sends;
  const answer = (yes: boolean) => tell({ want: "answer", yes });
  return (
    <dialog
      class="confirmation"
      role="alertdialog"
      aria-labelledby="confirmation-heading"
      aria-describedby="confirmation-facts"
      ref={openModally}
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <div class="confirmation-content">
        <h2 id="confirmation-heading">
          {kind === "create"
            ? `${words.steps.createCount(orders, environment)}?`
            : confirmation.heading[kind](orders)}
        </h2>
        {kind === "sendAgain" && <p class="warning">{confirmation.sendAgainRisk}</p>}
        {plan.warnings.map((warning) => (
          <p key={warning} class="warning">
            {warning}
          </p>
        ))}
        {plan.remarks.length > 0 && (
          <details>
            <summary>{confirmation.remarks(plan.remarks.length)}</summary>
            {plan.remarks.map((remark) => (
              <p key={remark}>{remark}</p>
            ))}
          </details>
        )}
        <Facts plan={plan} words={words} sends={sends} />
      </div>
      <div class="confirmation-buttons">
        <Button id="confirmation-cancel" onClick={() => answer(false)}>
          {confirmation.cancel}
        </Button>
        <Button class={`primary ${isLive ? "live" : ""}`} id="confirmation-yes" onClick={() => answer(true)}>
          {isLive && kind === "create" ? confirmation.yesLive : confirmation.yes[kind]}
        </Button>
      </div>
    </dialog>
  );
}

/** Opens it as it comes into the page. The focus goes to Cancel, so that a stray Enter sends nothing. */
function openModally(dialog: HTMLDialogElement | null): void {
  if (dialog === null || dialog.open) return;
  dialog.showModal();
  document.getElementById("confirmation-cancel")?.focus();
}

function Facts({ plan, words, sends }: { plan: PlanView; words: Words; sends: boolean }) {
  const { labels, about, lookUps } = words.confirmation;
  const { firstOrder, lastOrder, units, orders, secondsNeeded, environment } = plan;
  const leftOut = leftOutParts(words, plan);
  const isOne = firstOrder === lastOrder;
  return (
    <dl class="facts" id="confirmation-facts">
      {orders > 0 && firstOrder !== "" && (
        <>
          <dt>{isOne ? labels.only : labels.first}</dt>
          <dd>{firstOrder}</dd>
          {!isOne && <dt>{labels.last}</dt>}
          {!isOne && <dd>{lastOrder}</dd>}
        </>
      )}
      <dt>{labels.units}</dt>
      <dd>{words.number(units)}</dd>
      {leftOut.length > 0 && <dt>{labels.leftOut}</dt>}
      {leftOut.length > 0 && (
        <dd>
          {leftOut.map((part) => (
            <div key={part}>{part}</div>
          ))}
        </dd>
      )}
      {secondsNeeded > 0 && <dt>{labels.time}</dt>}
      {secondsNeeded > 0 && <dd>{about(secondsNeeded)}</dd>}
      {sends && environment !== null && (
        <>
          <dt>{labels.key}</dt>
          <dd>
            <KeyLine environment={environment} text={plan.keyTail} words={words} />
          </dd>
        </>
      )}
      {plan.lookUps > 0 && <dd class="whole">{lookUps(plan.lookUps)}</dd>}
    </dl>
  );
}

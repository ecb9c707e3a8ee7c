import type { PlanView } from "../../../endpoints/runs";
import { partsOf } from "../../state/run-figures";
import type { PageState, Selection } from "../../state/state";
import type { Words } from "../../words/words";
import { Button, KeyLine, NoticeLine } from "../parts";
import { sayIn } from "../say";
import type { ViewProps } from "../view";

/** The three steps to orders: select, check, create. What needs more room than a line stands below them. */
export function Steps({ state, words, tell }: ViewProps) {
  const { steps } = words;
  const { work, selection, settings } = state;
  const plan = selection.kind === "plan" ? selection.plan : null;
  const hasKey = settings.saved?.maskedKey !== "";
  const isBusy = work.kind !== "idle";
  const orders = plan !== null && plan.kind === "create" ? plan.orders : 0;
  const isLive = plan?.environment === "live";
  return (
    <>
      <ol class="steps">
        <li>
          <div class="line">
            <h3 id="step-select">{steps.select}</h3>
            <Button class="link" id="refresh" onClick={() => tell({ want: "refresh" })}>
              {words.refresh}
            </Button>
          </div>
          <div class="line">
            <p class="strong" id="selection-count" role="status">
              {selectedText(words, state.selection.kind, plan)}
            </p>
            <Button class="link" id="preview" onClick={() => tell({ want: "preview" })}>
              {words.preview.button}
            </Button>
          </div>
        </li>
        <li>
          <div class="line">
            <Button
              id="check"
              disabled={isBusy}
              onClick={() => tell({ want: "run", kind: "check", opener: "check" })}
            >
              {steps.check}
            </Button>
            <span class="quiet grow">{steps.checkHint}</span>
          </div>
        </li>
        <li>
          <Button
            class={`primary wide ${isLive ? "live" : ""}`}
            id="create"
            disabled={isBusy || orders === 0 || !hasKey}
            onClick={() => tell({ want: "run", kind: "create", opener: "create" })}
          >
            {orders > 0 ? steps.createCount(orders, plan?.environment ?? null) : steps.create}
          </Button>
          <p class="key-line" id="selection-key">
            {hasKey ? (
              <KeyLine
                environment={plan?.environment ?? null}
                text={words.apiKeyTail(plan?.keyTail ?? "")}
                words={words}
              />
            ) : (
              steps.needsKey
            )}
          </p>
        </li>
      </ol>
      <div class="notes">
        <p id="selection-left-out">{notedText(state, words)}</p>
        <NoticeLine id="run-message" notice={state.notice} words={words} />
      </div>
    </>
  );
}

function selectedText(words: Words, kind: Selection["kind"], plan: PlanView | null): string {
  const { steps } = words;
  if (plan === null) return kind === "unread" ? words.reading : steps.none;
  return plan.kind === "create"
    ? steps.toCreate(plan.orders, plan.rows)
    : steps.toCheck(plan.orders, plan.rows);
}

/** What of the selection is left out and why, or why there is none; empty if there is nothing to say, or it is said already. */
function notedText({ selection, notice }: PageState, words: Words): string {
  if (selection.kind === "unread") return "";
  if (selection.kind === "plan") {
    const parts = leftOutParts(words, selection.plan);
    return parts.length === 0 ? "" : words.steps.leftOut(parts);
  }
  const text = sayIn(words, selection.said);
  return notice !== null && sayIn(words, notice.said) === text ? "" : text;
}

/** What is left out, one reason a part. */
export function leftOutParts(words: Words, plan: PlanView): string[] {
  const { steps } = words;
  const parts = partsOf(plan.leftOut).map(
    ({ outcome, amount }) => `${words.number(amount)} ${words.outcomes[outcome]}`,
  );
  if (plan.hiddenRows > 0) parts.push(steps.hiddenRows(plan.hiddenRows));
  if (plan.emptyRows > 0) parts.push(steps.emptyRows(plan.emptyRows));
  return parts;
}

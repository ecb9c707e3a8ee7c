import type { RunView } from "../../../endpoints/runs";
import { figuresOf } from "../../state/run-figures";
import type { Card, PageState } from "../../state/state";
import type { Words } from "../../words/words";
import { Button } from "../parts";
import { sayIn } from "../say";
import type { ViewProps } from "../view";
import { Bar, Counts } from "./bar";

type ProgressKind = Exclude<Card, { kind: "welcome" | "ended" }>;

/** A run under way, wherever it is driven: how far it is, how long it takes, what it waits for. */
export function Progress({ state, words, tell, card }: ViewProps & { card: ProgressKind }) {
  const { progress } = words;
  const run = "run" in card ? card.run : null;
  if (card.kind === "lost" && run === null)
    return <NoAnswer state={state} words={words} tell={tell} card={card} />;
  const runKind = card.kind === "starting" ? card.runKind : (run?.kind ?? "create");
  const figures =
    run === null
      ? { kind: runKind, total: card.kind === "starting" ? card.total : 0, done: 0, remaining: 1, parts: [] }
      : figuresOf(run);
  const done = figures.total === 0 ? "" : doneText(words, runKind, figures);
  const waiting = waitingText(state, words, card);
  // While seconds are counted down, a screen reader is told the sentence once, beside them.
  const isCounting = card.kind === "starting" || card.kind === "underWay";
  return (
    <>
      <div class="line" role="status">
        <h2 id="card-heading">{progress.heading[runKind]}</h2>
        {run !== null && run.environment !== null && (
          <span class={`badge ${run.environment}`}>{words.testOrLive[run.environment]}</span>
        )}
      </div>
      <Bar figures={figures} text={done} />
      <p id="progress-done">{done}</p>
      <p id="progress-left">{leftText(state, words, card)}</p>
      <div class="buttons">
        <ProgressButton state={state} words={words} card={card} tell={tell} />
      </div>
      {figures.parts.length > 1 && <Counts figures={figures} words={words} />}
      <p class="waiting" id="countdown" role={isCounting ? undefined : "status"} aria-hidden={isCounting}>
        {waiting.counting}
      </p>
      <p class="sr-only" id="waiting" role="status">
        {isCounting ? waiting.once : ""}
      </p>
    </>
  );
}

/** Nothing is known, since the server has not answered. */
function NoAnswer(props: ViewProps & { card: Extract<Card, { kind: "lost" }> }) {
  const { words, card } = props;
  return (
    <>
      <h2 id="card-heading">{words.progress.noAnswer}</h2>
      <p role="alert">{sayIn(words, card.said)}</p>
      <div class="buttons">
        <ProgressButton {...props} />
      </div>
    </>
  );
}

function ProgressButton({ state, words, card, tell }: ViewProps & { card: ProgressKind }) {
  const { progress } = words;
  const { work } = state;
  if (work.kind === "running") {
    return (
      <Button id="stop" disabled={work.stopAsked} onClick={() => tell({ want: "stop" })}>
        {work.stopAsked ? progress.stopAsked : progress.stop}
      </Button>
    );
  }
  const mayContinue = card.kind === "lost" || (card.kind === "elsewhere" && card.lease === "");
  if (!mayContinue || work.kind === "closed") return null;
  return (
    <Button
      class="primary"
      id="continue"
      disabled={work.kind !== "idle"}
      onClick={() => tell({ want: "continue" })}
    >
      {card.kind === "lost" && card.run === null ? progress.tryAgain : progress.continue}
    </Button>
  );
}

function doneText(
  { progress }: Words,
  kind: RunView["kind"],
  { done, total }: { done: number; total: number },
) {
  if (kind === "check") return progress.checked(done, total);
  return kind === "resolve" ? progress.lookedUp(done, total) : progress.created(done, total);
}

/** How long the run still takes: one number that only falls. */
function leftText({ nowMs }: PageState, { progress }: Words, card: ProgressKind): string {
  if (!("endsAtMs" in card) || card.endsAtMs === null) return "";
  const seconds = Math.ceil((card.endsAtMs - nowMs) / 1000);
  return seconds > 0 ? progress.timeLeft(seconds) : progress.longer;
}

/** What the run waits for: counted down for the eye, and said once to a screen reader. */
function waitingText(
  { nowMs, work }: PageState,
  words: Words,
  card: ProgressKind,
): { counting: string; once: string } {
  const { progress } = words;
  const same = (text: string) => ({ counting: text, once: text });
  if (work.kind === "running" && work.stopAsked) return same(progress.stopping);
  if (card.kind === "starting") return same(progress.starting);
  if (card.kind === "lost") return same(sayIn(words, card.said));
  if (card.kind === "elsewhere") {
    if (card.lease !== "") return same(card.lease);
    return same(card.isAnothers ? progress.leftBehind : progress.elsewhere);
  }
  const leftMs = card.waitEndsMs - nowMs;
  if (card.trouble !== null) {
    const trouble = sayIn(words, card.trouble);
    const retry = leftMs > 0 ? progress.retry(leftMs / 1000) : "";
    return { counting: `${trouble} ${retry}`, once: trouble };
  }
  const { wait, waitingFor, state } = card.run;
  if (state === "stopping") return same(progress.stopping);
  if (wait !== undefined) {
    const text = wait.kind === "lookUp" ? progress.lookUp(wait.page, wait.pages) : progress.waits[wait.kind];
    // With a time for the whole run beside it, a second number would contradict the first.
    const isTimed = wait.kind !== "lookUp" && card.endsAtMs === null && leftMs > 0;
    return { counting: isTimed ? `${text} (${words.duration(leftMs / 1000)})` : text, once: text };
  }
  return same(waitingFor);
}

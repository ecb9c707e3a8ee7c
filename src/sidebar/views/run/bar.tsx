import type { RunFigures } from "../../state/run-figures";
import type { Words } from "../../words/words";

/** What became of the orders of a run, as one bar in the colours that the statuses have in the sheet. */
export function Bar({ figures, text }: { figures: RunFigures; text: string }) {
  const { parts, total, done, remaining } = figures;
  return (
    <div
      class="bar"
      id="bar"
      role="progressbar"
      aria-labelledby="card-heading"
      aria-valuemin={0}
      aria-valuemax={Math.max(1, total)}
      aria-valuenow={done}
      aria-valuetext={text}
    >
      {parts.map(({ outcome, amount }) => (
        <div key={outcome} style={{ flexGrow: amount, background: `var(--${outcome})` }} />
      ))}
      {remaining > 0 && <div style={{ flexGrow: remaining }} />}
    </div>
  );
}

/** The amounts that are not zero, each with the colour that it has in the bar. */
export function Counts({ figures: { parts, kind }, words }: { figures: RunFigures; words: Words }) {
  const isLookUp = kind === "resolve" || kind === "sendAgain";
  return (
    <ul class="counts" id="counts">
      {parts.map(({ outcome, amount }) => (
        <li key={outcome} id={`count-${outcome}`}>
          <span class="dot" style={{ background: `var(--${outcome})` }} aria-hidden="true" />
          {`${words.number(amount)} ${outcome === "skipped" && isLookUp ? words.unchanged : words.outcomes[outcome]}`}
        </li>
      ))}
    </ul>
  );
}

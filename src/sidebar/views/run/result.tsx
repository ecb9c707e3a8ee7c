import type { RunView } from "../../../endpoints/runs";
import { figuresOf, problemsIn, type RunFigures } from "../../state/run-figures";
import type { Words } from "../../words/words";
import { Button } from "../parts";
import type { ViewProps } from "../view";
import { Bar, Counts } from "./bar";

/** How the last run ended: what must be known first, then what became of how many orders, and why. */
export function Result({ words, tell, run }: ViewProps & { run: RunView }) {
  const { result } = words;
  const figures = figuresOf(run);
  const heading = headingOf(words, run, figures);
  const problems = problemsIn(run.counts);
  const isAllGood = figures.total > 0 && problems + run.warnings.length === 0;
  return (
    <>
      {run.warnings.map((warning) => (
        <p key={warning} class="warning" role="alert">
          {warning}
        </p>
      ))}
      <div class="line" role="status">
        <h2 id="card-heading" class={isAllGood ? "good" : ""}>
          {heading}
        </h2>
        {run.environment !== null && run.kind !== "check" && (
          <span class={`badge ${run.environment}`}>{words.testOrLive[run.environment]}</span>
        )}
      </div>
      <Bar figures={figures} text={heading} />
      {(figures.parts.length > 1 || figures.total === 0) && <Counts figures={figures} words={words} />}
      <p id="summary" role="status">
        {run.reason}
      </p>
      {run.hiddenRows > 0 && <p>{result.hiddenRows(run.hiddenRows)}</p>}
      {problems > 0 && (
        <div class="buttons">
          <Button id="show-problems" onClick={() => tell({ want: "tab", tab: "problems" })}>
            {problems === run.counts.notSent ? result.showNotSent(problems) : result.showProblems(problems)}
          </Button>
        </div>
      )}
    </>
  );
}

function headingOf({ result }: Words, { kind, counts }: RunView, { done, total }: RunFigures): string {
  if (total === 0) return result.nothing;
  if (kind === "check") return result.checked(counts.valid, total);
  return kind === "resolve" ? result.lookedUp(counts.created, total) : result.created(done, total);
}

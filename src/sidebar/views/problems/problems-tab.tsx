import { problemGroups } from "../../state/problem-groups";
import type { ProblemsState } from "../../state/state";
import type { Words } from "../../words/words";
import { Button } from "../parts";
import { sayIn } from "../say";
import type { ViewProps } from "../view";
import { ProblemGroupView } from "./problem-group";

/** The Problems tab: the rows that need a person, by cause; a line goes to its cell. */
export function ProblemsTab({ state, words, tell }: ViewProps) {
  const { problems } = state;
  const groups = problems.list === null ? [] : problemGroups(problems.list);
  const more = problems.list?.more ?? 0;
  const answer = answerOf(state.work.kind, problems, words);
  const isBusy = state.work.kind !== "idle" || problems.fixing !== null;
  return (
    <>
      <div class="line">
        <p>{topText(problems, groups.length, words)}</p>
        <Button class="link" id="problems-refresh" onClick={() => tell({ want: "problems" })}>
          {words.refresh}
        </Button>
      </div>
      {groups.map((group) => (
        <ProblemGroupView key={group.key} group={group} words={words} tell={tell} isBusy={isBusy} />
      ))}
      {more > 0 && <p class="more">{words.problems.more(more)}</p>}
      <div class="line answer">
        <p class={`message ${answer.tone}`} id="problems-message" role="status">
          {answer.text}
        </p>
        {problems.undoToken !== "" && (
          <Button class="link" id="undo" disabled={isBusy} onClick={() => tell({ want: "undo" })}>
            {words.problems.undo}
          </Button>
        )}
      </div>
    </>
  );
}

function topText({ list, reading }: ProblemsState, groups: number, words: Words): string {
  if (list === null) return reading ? words.reading : "";
  return groups === 0 ? words.problems.none : words.problems.hint;
}

/** The answer to what was done here. It lies over the list's end, so that it is in view and moves nothing. */
function answerOf(work: string, problems: ProblemsState, words: Words): { text: string; tone: string } {
  const { notice } = problems;
  const plain = (text: string) => ({ text, tone: "plain" });
  if (problems.fixing !== null) return plain(words.problems.fixing);
  if (problems.checked !== null || work === "planning") return plain(words.problems.checking);
  if (notice !== null && "kind" in notice) {
    const { before, after } = notice;
    return { text: words.problems.checked(before, after), tone: after === 0 ? "good" : "plain" };
  }
  return notice === null ? plain("") : { text: sayIn(words, notice.said), tone: notice.tone };
}

import { problemGroups } from "../problem-groups";
import type { ProblemsState } from "../state";
import type { Words } from "../words/words";
import { ProblemGroupView } from "./problem-group";
import { sayIn } from "./say";
import type { ViewProps } from "./view";

/** The Problems tab: the rows that need a person, by cause; a line goes to its cell. */
export function ProblemsTab({ state, words, tell }: ViewProps) {
  const { problems } = state;
  const groups = problems.list === null ? [] : problemGroups(problems.list);
  const more = problems.list?.more ?? 0;
  const answer = answerOf(state.work.kind, problems, words);
  const isBusy = state.work.kind !== "idle" || problems.fixing !== null;
  return (
    <>
      <div class="line answer">
        <p class={answer.tone} id="problems-message" role="status">
          {answer.text}
        </p>
        {problems.undoToken !== "" && (
          <button type="button" class="link" disabled={isBusy} onClick={() => tell({ want: "undo" })}>
            {words.problems.undo}
          </button>
        )}
        <button type="button" class="link" onClick={() => tell({ want: "problems" })}>
          {words.refresh}
        </button>
      </div>
      {groups.map((group) => (
        <ProblemGroupView key={group.key} group={group} words={words} tell={tell} isBusy={isBusy} />
      ))}
      {more > 0 && <p class="more">{words.problems.more(more)}</p>}
    </>
  );
}

function answerOf(work: string, problems: ProblemsState, words: Words): { text: string; tone: string } {
  const { notice, list, reading } = problems;
  const plain = (text: string) => ({ text, tone: "plain" });
  if (problems.fixing !== null) return plain(words.problems.fixing);
  if (problems.checked !== null || work === "planning") return plain(words.problems.checking);
  if (notice !== null && "kind" in notice) {
    const { before, after } = notice;
    return { text: words.problems.checked(before, after), tone: after === 0 ? "good" : "plain" };
  }
  if (notice !== null) return { text: sayIn(words, notice.said), tone: notice.tone };
  if (list === null) return plain(reading ? words.reading : "");
  return plain(list.items.length === 0 ? words.problems.none : words.problems.hint);
}

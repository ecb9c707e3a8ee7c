import type { ProblemItem } from "../../../endpoints/problems";
import type { RunKind } from "../../../receipt/progress";
import type { Tell } from "../../intent";
import type { ProblemGroup } from "../../state/problem-groups";
import type { Words } from "../../words/words";

interface GroupProps {
  group: ProblemGroup;
  words: Words;
  tell: Tell;
  /** Something else is under way, so nothing can be started. */
  isBusy: boolean;
}

/** What is done about a whole group, by its kind: the safe way first. */
const remedies: Partial<Record<ProblemGroup["kind"], RunKind>> = {
  unconfirmed: "resolve",
  invalid: "check",
  rejected: "check",
  notSent: "create",
};

/** Problems of one cause: what it is, what can be done about all of them, and one line a cell. */
export function ProblemGroupView({ group, words, tell, isBusy }: GroupProps) {
  const { problems } = words;
  const { key, kind, title, rows, certain, items } = group;
  const id = `cause-${key}`;
  const advice = problems.advice[kind];
  const remedy = remedies[kind];
  return (
    <section class={`group ${kind}`} aria-labelledby={id}>
      <h2 id={id}>{problems.titleAndRows(title ?? problems.titles[kind], rows)}</h2>
      {advice !== "" && <p>{advice}</p>}
      <div class="buttons wrap">
        {certain > 0 && (
          <button
            type="button"
            class="primary"
            disabled={isBusy}
            onClick={() => tell({ want: "fix", group })}
          >
            {problems.fixAll(certain)}
          </button>
        )}
        {remedy !== undefined && items.length > 0 && (
          <button
            type="button"
            id={`${id}-${remedy}`}
            disabled={isBusy}
            onClick={() => tell({ want: "runOn", kind: remedy, group, opener: `${id}-${remedy}` })}
          >
            {remedyText(words, remedy)}
          </button>
        )}
      </div>
      <ul class="lines">
        {items.map((item) => (
          <li key={`${item.sheetId} ${item.cell} ${item.rowNumber}`}>
            <ProblemLine item={item} words={words} tell={tell} />
          </li>
        ))}
      </ul>
      {(kind === "unconfirmed" || kind === "held") && (
        <Unsure group={group} words={words} tell={tell} isBusy={isBusy} />
      )}
    </section>
  );
}

function remedyText({ problems }: Words, remedy: RunKind): string {
  if (remedy === "resolve") return problems.lookUpThese;
  return remedy === "create" ? problems.createThese : problems.checkThese;
}

/** A cell: what it holds and what would put it right, or what its message says. A click goes there. */
function ProblemLine({ item, words, tell }: { item: ProblemItem; words: Words; tell: Tell }) {
  const { cell, order, found, cure, message } = item;
  const { problems } = words;
  const shown = found === "" ? problems.emptyCell : found;
  const text = shown === undefined ? message : cure === undefined ? shown : `${shown} → ${cure.text}`;
  return (
    <button type="button" class="problem" onClick={() => tell({ want: "cell", item })}>
      <b>{`${cell} · ${order}`}</b> <span>{text}</span>
    </button>
  );
}

/** The ways out if no evidence can settle it, folded away: they rest on the user's word. */
function Unsure({ group, words, tell, isBusy }: GroupProps) {
  const { problems } = words;
  const offered = group.items.filter(({ sendAgain }) => sendAgain !== false);
  return (
    <details class="unsure">
      <summary>{problems.unsure}</summary>
      <p>{problems.unsureFound}</p>
      {offered.length > 0 && <p>{problems.unsureAbsent}</p>}
      {offered.map((item) => {
        const id = `again-${item.cell}`;
        return (
          <div key={id} class="again">
            <span id={`${id}-order`}>{item.order}</span>
            <button
              type="button"
              id={id}
              aria-describedby={`${id}-order`}
              disabled={isBusy}
              onClick={() => tell({ want: "sendAgain", item, opener: id })}
            >
              {problems.sendAgain}
            </button>
          </div>
        );
      })}
    </details>
  );
}

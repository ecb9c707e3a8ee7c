import type { ProblemItem } from "../../../endpoints/problems";
import type { RunKind } from "../../../receipt/progress";
import type { Tell } from "../../intent";
import type { ProblemGroup } from "../../state/problem-groups";
import type { Words } from "../../words/words";
import { Button } from "../parts";

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
  const texts = items.map((item) => textOf(item, words));
  // What every line would say is said once, above them.
  const [same = ""] = new Set(texts).size === 1 && texts.length > 1 ? texts : [];
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>{problems.titleAndRows(title ?? problems.titles[kind], rows)}</h2>
      {same !== "" && <p>{same}</p>}
      {advice !== "" && <p>{advice}</p>}
      <div class="buttons wrap">
        {certain > 0 && (
          <Button class="primary" disabled={isBusy} onClick={() => tell({ want: "fix", group })}>
            {problems.fixAll(certain)}
          </Button>
        )}
        {remedy !== undefined && items.length > 0 && (
          <Button
            id={`${id}-${remedy}`}
            disabled={isBusy}
            onClick={() => tell({ want: "runOn", kind: remedy, group, opener: `${id}-${remedy}` })}
          >
            {remedyText(words, remedy)}
          </Button>
        )}
      </div>
      <ul class="lines">
        {items.map((item, index) => (
          <li key={`${item.sheetId} ${item.cell} ${item.rowNumber}`}>
            <Button class="problem" onClick={() => tell({ want: "cell", item })}>
              <b>{`${item.cell} · ${item.order}`}</b> <span>{same === "" && texts[index]}</span>
            </Button>
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

/** What a line says of its cell: the value and what would put it right, or the message without the cell's name. */
function textOf({ cell, found, cure, message }: ProblemItem, { problems }: Words): string {
  if (cure !== undefined) return `${found || problems.emptyCell} → ${cure.text}`;
  return message.startsWith(cell) ? message.replace(/^\w+:? /, "") : message;
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
            <Button
              id={id}
              aria-describedby={`${id}-order`}
              disabled={isBusy}
              onClick={() => tell({ want: "sendAgain", item, opener: id })}
            >
              {problems.sendAgain}
            </Button>
          </div>
        );
      })}
    </details>
  );
}

import type { ColumnsView, FieldColumn } from "../../../endpoints/columns";
import type { Tell } from "../../intent";
import { choiceOf, missingFields } from "../../state/reduce-columns";
import type { ColumnsState } from "../../state/state";
import type { Words } from "../../words/words";

interface FieldRowProps {
  field: FieldColumn;
  view: ColumnsView;
  choices: ColumnsState["choices"];
  words: Words;
  tell: Tell;
}

/** One field: a list of the columns, some values of the chosen one, and without a column the value for all rows. */
export function FieldRow({ field: { field, label, source, column, defaultValue }, ...props }: FieldRowProps) {
  const { view, choices, words, tell } = props;
  const choice = choiceOf(choices, field);
  const chosen = view.columns.find((each) => each.column === choice.column);
  const isMissing = missingFields(view, choices).some((missing) => missing.field === field);
  const isProposal = source === "proposal" && choice.column === column;
  const id = `column-${field}`;
  return (
    <div class={`field ${isProposal ? "proposal" : ""}`}>
      <label for={id}>
        {label}
        {isMissing && <span class="mark">{words.columns.needed}</span>}
        {isProposal && <span class="mark">{words.columns.proposed}</span>}
      </label>
      <select
        id={id}
        value={choice.column}
        aria-describedby={`${id}-samples`}
        onChange={(event) => tell({ want: "column", field, choice: { column: event.currentTarget.value } })}
      >
        <option value="">{words.columns.none}</option>
        {view.columns.map((each) => (
          <option key={each.column} value={each.column}>
            {each.header === "" ? each.column : `${each.column}: ${each.header}`}
          </option>
        ))}
      </select>
      <p class="samples" id={`${id}-samples`}>
        {chosen === undefined
          ? ""
          : chosen.samples.length === 0
            ? words.columns.noSamples
            : words.columns.samples(chosen.samples)}
      </p>
      {defaultValue !== null && choice.column === "" && (
        <>
          <label class="minor" for={`${id}-default`}>
            {words.columns.defaultFor(label)}
          </label>
          <input
            type="text"
            id={`${id}-default`}
            value={choice.defaultValue}
            autocomplete="off"
            onInput={(event) =>
              tell({ want: "column", field, choice: { defaultValue: event.currentTarget.value } })
            }
          />
        </>
      )}
    </div>
  );
}

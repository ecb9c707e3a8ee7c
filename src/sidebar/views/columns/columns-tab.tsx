import type { ColumnsView, FieldColumn } from "../../../endpoints/columns";
import { choiceOf, choicesOf, columnsChosenTwice, missingFields } from "../../state/reduce-columns";
import type { ColumnsState } from "../../state/state";
import type { Words } from "../../words/words";
import { NoticeLine } from "../parts";
import type { ViewProps } from "../view";
import { FieldRow } from "./field-row";

/** The Columns tab: for each field of an order, the column that it is read from. */
export function ColumnsTab({ state, words, tell }: ViewProps) {
  const { columns } = state;
  const { view } = columns;
  if (view === null) {
    return (
      <>
        {columns.working && <p>{words.reading}</p>}
        <NoticeLine id="columns-message" notice={columns.notice} words={words} />
      </>
    );
  }
  const [main, others] = split(view, columns);
  const row = (field: FieldColumn) => (
    <FieldRow
      key={field.field}
      field={field}
      view={view}
      choices={columns.choices}
      words={words}
      tell={tell}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tell({ want: "saveColumns" });
      }}
    >
      {view.platform !== "" && <p class="strong">{words.columns.platform(view.platform)}</p>}
      <p>{words.columns.intro}</p>
      <label class="inline">
        {words.columns.headerRow}
        <input
          type="number"
          id="header-row"
          min={1}
          max={Math.max(view.headerRow, 100)}
          value={view.headerRow}
          disabled={columns.working}
          onChange={(event) => {
            const asked = Number(event.currentTarget.value);
            if (Number.isInteger(asked) && asked > 0) tell({ want: "headerRow", row: asked });
          }}
        />
      </label>
      {view.warnings.map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
      {main.map(row)}
      {others.length > 0 && (
        <details>
          <summary>{words.columns.others}</summary>
          {others.map(row)}
        </details>
      )}
      <div class="footer">
        <Verdict view={view} columns={columns} words={words} />
        <button type="submit" class="primary wide" id="save-columns" disabled={columns.working}>
          {words.columns.save}
        </button>
      </div>
    </form>
  );
}

/**
 * Fields that are found, or missing with all that could stand in for them; and the others. Decided by what the server said,
 * so that no row jumps away.
 */
function split(view: ColumnsView, { choices }: ColumnsState): [FieldColumn[], FieldColumn[]] {
  const missing = missingFields(view, choicesOf(view));
  const wanted = new Set(missing.flatMap(({ field, insteadOf }) => [field, ...insteadOf]));
  const isMain = ({ field, column, defaultValue }: FieldColumn) =>
    column !== "" || (defaultValue ?? "") !== "" || wanted.has(field);
  const isChosen = ({ field }: FieldColumn) => choiceOf(choices, field).column !== "";
  const main = view.fields.filter(isMain);
  const others = view.fields.filter((field) => !isMain(field));
  return [main, others.sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)))];
}

/** What is wrong with the choice or was answered to it, in one place that is always in view. */
function Verdict({ view, columns, words }: { view: ColumnsView; columns: ColumnsState; words: Words }) {
  const missing = missingFields(view, columns.choices);
  const [twice] = columnsChosenTwice(columns.choices);
  if (columns.notice !== null)
    return <NoticeLine id="columns-message" notice={columns.notice} words={words} />;
  const text =
    twice !== undefined
      ? words.columns.twice(twice)
      : missing.length > 0
        ? words.columns.missing(missing.map(({ label }) => label))
        : words.columns.complete;
  const isFine = twice === undefined && missing.length === 0;
  return (
    <p class={`message ${isFine ? "good" : "warn"}`} id="columns-message" role="status">
      {text}
    </p>
  );
}

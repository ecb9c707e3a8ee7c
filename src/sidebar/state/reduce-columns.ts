import type { ColumnsView, FieldColumn } from "../../endpoints/columns";
import type { PageEvent } from "./page-event";
import type { ColumnsState, FieldChoice } from "./state";

/** What an event does to the Columns tab. */
export function reduceColumns(columns: ColumnsState, event: PageEvent): ColumnsState {
  switch (event.type) {
    case "stateRead":
      return { ...columns, missing: event.state.columnsMissing };
    case "columnsAsked":
      return { ...columns, chosenMeanwhile: false, working: true, notice: null };
    case "columnsAnswered": {
      const { answer, saved } = event;
      if (!answer.ok) {
        return {
          ...columns,
          working: false,
          notice: { said: answer.message, tone: "bad" },
        };
      }
      const { columns: view, message } = answer;
      // A reading that comes late must not take away what was chosen while it was under way.
      const isKept = !saved && columns.chosenMeanwhile && isSameTable(view, columns.view);
      const choices = isKept ? columns.choices : choicesOf(view);
      return {
        view,
        choices,
        chosenMeanwhile: false,
        working: false,
        missing: missingFields(view, choices).length,
        notice: saved && message !== undefined ? { said: message, tone: "good" } : null,
      };
    }
    case "columnsFailed":
      return {
        ...columns,
        working: false,
        notice: { said: event.failure, tone: "bad" },
      };
    case "columnChosen": {
      const before = choiceOf(columns.choices, event.field);
      return {
        ...columns,
        notice: null,
        chosenMeanwhile: true,
        choices: { ...columns.choices, [event.field]: { ...before, ...event.choice } },
      };
    }
    default:
      return columns;
  }
}

/** Whether both are read below the same header row, with the same headers. */
function isSameTable(one: ColumnsView, other: ColumnsView | null): boolean {
  return (
    one.sheetId === other?.sheetId &&
    one.fingerprint === other.fingerprint &&
    one.headerRow === other.headerRow
  );
}

/** What the view comes with, as choices to be changed. */
export function choicesOf({ fields }: ColumnsView): Record<string, FieldChoice> {
  return Object.fromEntries(
    fields.map(({ field, column, defaultValue }) => [field, { column, defaultValue: defaultValue ?? "" }]),
  );
}

/** What is chosen for a field; nothing, if nothing is. */
export function choiceOf(choices: ColumnsState["choices"], field: string): FieldChoice {
  return choices[field] ?? { column: "", defaultValue: "" };
}

/** The needed fields that have neither a column nor a default, and of which no other field stands in. */
export function missingFields(view: ColumnsView, choices: ColumnsState["choices"]): FieldColumn[] {
  const isFilled = (field: string) => {
    const { column, defaultValue } = choiceOf(choices, field);
    return column !== "" || defaultValue.trim() !== "";
  };
  return view.fields.filter(
    ({ field, needed, insteadOf }) => needed && !isFilled(field) && !insteadOf.some(isFilled),
  );
}

/** The columns that are chosen for more than one field, by their letters. */
export function columnsChosenTwice(choices: ColumnsState["choices"]): string[] {
  const columns = Object.values(choices)
    .map(({ column }) => column)
    .filter((column) => column !== "");
  return [...new Set(columns.filter((column, index) => columns.indexOf(column) !== index))];
}

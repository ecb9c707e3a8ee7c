import type { ColumnsAnswer } from "../../endpoints/columns";
import type { PageParts } from "../page-parts";

/** What the user can do in the Columns tab, besides choosing. */
export interface ColumnsActions {
  /** Reads how the columns are read; with a row number, below that header row. Only the newest answer is shown. */
  read(headerRow?: number): Promise<void>;
  /** Saves what is chosen. */
  save(): Promise<void>;
}

/** Makes them. `saved` is called after the columns were saved: orders are then read in another way. */
export function columnsActions(parts: PageParts, saved: () => void): ColumnsActions {
  const { server, state, dispatch, failureOf } = parts;
  let readNumber = 0;

  const answered = async (saving: boolean, call: () => Promise<ColumnsAnswer>) => {
    readNumber += 1;
    const number = readNumber;
    dispatch({ type: "columnsAsked" });
    try {
      const answer = await call();
      if (number !== readNumber) return;
      dispatch({ type: "columnsAnswered", answer, saved: saving });
      if (saving && answer.ok) saved();
    } catch (error) {
      dispatch({ type: "columnsFailed", failure: failureOf(error) });
    }
  };

  return {
    read: (headerRow) =>
      answered(false, () => (headerRow === undefined ? server.getColumns() : server.getColumns(headerRow))),
    save: async () => {
      const { view, choices } = state().columns;
      if (view === null) return;
      const { sheetId, fingerprint, headerRow } = view;
      const fields = Object.entries(choices)
        .map(([field, { column, defaultValue }]) => ({
          field,
          column,
          defaultValue: column === "" ? defaultValue.trim() : "",
        }))
        .filter(({ column, defaultValue }) => column !== "" || defaultValue !== "");
      await answered(true, () => server.saveColumns({ sheetId, fingerprint, headerRow, fields }));
    },
  };
}

import { columnsActions } from "./actions/columns-actions";
import { previewActions } from "./actions/preview-actions";
import { problemActions } from "./actions/problem-actions";
import { runActions } from "./actions/run-actions";
import { settingsActions } from "./actions/settings-actions";
import type { Intent, Tell } from "./intent";
import type { PageParts } from "./page-parts";
import type { TabName } from "./state/state";

/** The page without its looks. */
export interface Page {
  /** Reads everything that the page begins with. */
  open(): Promise<void>;
  /** The pointer or the focus comes back from the sheet, where the selection may have changed. */
  comeBack(): void;
  /** Does what the user wants. */
  tell: Tell;
}

/** Makes the page that does what the user wants, and tells the state what came of it. */
export function pageOf(parts: PageParts): Page {
  const { state, dispatch } = parts;
  const runs = runActions(parts, () => void problems.read());
  const problems = problemActions(parts, runs);
  const preview = previewActions(parts);
  const columns = columnsActions(parts, () => void runs.look());
  const settings = settingsActions(parts, () => void runs.look());

  /** What a tab shows is read when it is opened. */
  const read = (tab: TabName) => {
    if (tab === "run") return runs.refresh();
    if (tab === "problems") return problems.read();
    return tab === "columns" ? columns.read() : undefined;
  };

  const carryOut = (intent: Intent): Promise<void> | undefined | void => {
    switch (intent.want) {
      case "tab":
        dispatch({ type: "tabOpened", tab: intent.tab });
        return read(intent.tab);
      case "refresh":
        return runs.refresh();
      case "preview":
        return preview.show();
      case "run":
        return runs.run({ kind: intent.kind, place: "run", opener: intent.opener, rows: null });
      case "answer":
        return runs.answer(intent.yes);
      case "stop":
        return runs.stop();
      case "continue":
        return runs.continue();
      case "problems":
        return problems.read();
      case "cell":
        return problems.select(intent.item);
      case "runOn":
        return problems.runOn(intent.kind, intent.group, intent.opener);
      case "sendAgain":
        return problems.sendAgain(intent.item, intent.opener);
      case "fix":
        return problems.fix(intent.group);
      case "undo":
        return problems.undo();
      case "headerRow":
        return columns.read(intent.row);
      case "column":
        return dispatch({ type: "columnChosen", field: intent.field, choice: intent.choice });
      case "saveColumns":
        return columns.save();
      case "type":
        return dispatch({ type: "settingsTyped", draft: intent.draft });
      case "saveSettings":
        return settings.save();
      case "testConnection":
        return settings.test();
      case "forgetKey":
        return settings.askToForget();
      case "answerForget":
        return settings.forget(intent.yes);
    }
  };

  return {
    open: async () => {
      // The Problems tab shows how many there are before it is opened.
      void problems.read();
      await runs.open();
      if (state().tab === "columns") void columns.read();
    },
    comeBack: () => {
      if (state().tab === "run") void runs.refresh();
    },
    tell: (intent) => void carryOut(intent),
  };
}

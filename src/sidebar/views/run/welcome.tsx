import type { PageState, TabName } from "../../state/state";
import type { Words } from "../../words/words";
import { Button } from "../parts";
import type { ViewProps } from "../view";

/** What stands at the top before there was a run: what to do first. */
export function Welcome({ state, words, tell }: ViewProps) {
  const { heading, text, there } = firstStep(state, words);
  return (
    <>
      <h2 id="card-heading">{heading}</h2>
      <p>{text}</p>
      {there !== undefined && (
        <div class="buttons">
          <Button onClick={() => tell({ want: "tab", tab: there.tab })}>{there.button}</Button>
        </div>
      )}
    </>
  );
}

/** `there` leads to the tab where the step is taken. */
function firstStep(
  { settings: { saved }, columns: { missing } }: PageState,
  { welcome, reading }: Words,
): { heading: string; text: string; there?: { button: string; tab: TabName } } {
  const { heading, text, keyHeading, keyText, keyButton, columnsHeading, columnsText, columnsButton } =
    welcome;
  if (saved === null) return { heading, text: reading };
  if (saved.maskedKey === "")
    return { heading: keyHeading, text: keyText, there: { button: keyButton, tab: "settings" } };
  if (missing > 0)
    return {
      heading: columnsHeading,
      text: columnsText(missing),
      there: { button: columnsButton, tab: "columns" },
    };
  return { heading, text };
}

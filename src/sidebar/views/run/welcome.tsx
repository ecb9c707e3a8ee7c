import type { ViewProps } from "../view";

/** What stands at the top before there was a run: what to do first. */
export function Welcome({ state, words, tell }: ViewProps) {
  const { welcome } = words;
  const { saved } = state.settings;
  if (saved === null) {
    return (
      <>
        <h2 id="card-heading">{welcome.heading}</h2>
        <p>{words.reading}</p>
      </>
    );
  }
  const missing = state.columns.missing;
  if (saved.maskedKey === "") {
    return (
      <>
        <h2 id="card-heading">{welcome.keyHeading}</h2>
        <p>{welcome.keyText}</p>
        <div class="buttons">
          <button type="button" onClick={() => tell({ want: "tab", tab: "settings" })}>
            {welcome.keyButton}
          </button>
        </div>
      </>
    );
  }
  if (missing > 0) {
    return (
      <>
        <h2 id="card-heading">{welcome.columnsHeading}</h2>
        <p>{welcome.columnsText(missing)}</p>
        <div class="buttons">
          <button type="button" onClick={() => tell({ want: "tab", tab: "columns" })}>
            {welcome.columnsButton}
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <h2 id="card-heading">{welcome.heading}</h2>
      <p>{welcome.text}</p>
    </>
  );
}

import type { PreviewLine, PreviewView } from "../../../endpoints/preview";
import type { Words } from "../../words/words";
import { sayIn } from "../say";
import type { ViewProps } from "../view";

/** What will be sent for the chosen row. It stands below everything else, so that it moves nothing. */
export function Preview({ state, words }: Pick<ViewProps, "state" | "words">) {
  const { preview } = state;
  return (
    <section class="preview" aria-label={words.preview.button}>
      <p id="preview-message" role="status">
        {preview.kind === "reading" && words.reading}
        {preview.kind === "refused" && sayIn(words, preview.said)}
        {preview.kind === "shown" &&
          words.preview[preview.preview.json === "" ? "notYet" : "heading"](preview.preview.order)}
      </p>
      {preview.kind === "shown" && <Shown preview={preview.preview} words={words} />}
    </section>
  );
}

function Shown({ preview, words }: { preview: PreviewView; words: Words }) {
  const { hasLeft, parts, json, findings } = preview;
  return (
    <>
      {hasLeft && <p class="warn">{words.preview.hasLeft}</p>}
      {findings.map((finding) => (
        <p key={finding} class="warn">
          {finding}
        </p>
      ))}
      {parts.map(({ about, lines }, index) => (
        <div key={index}>
          <h3>{words.preview.about[about]}</h3>
          <dl>
            {lines.map((line) => (
              <Line key={line.label} line={line} words={words} />
            ))}
          </dl>
        </div>
      ))}
      {json !== "" && (
        <>
          <p class="quiet">{words.preview.reference}</p>
          <details>
            <summary>{words.preview.json}</summary>
            <pre>{json}</pre>
          </details>
        </>
      )}
    </>
  );
}

function Line({ line: { label, value, cell }, words }: { line: PreviewLine; words: Words }) {
  return (
    <div class="line">
      <dt class="quiet">{label}</dt>
      <dd class="grow">{value}</dd>
      <dd class="quiet">{cell === "" ? words.preview.forAllRows : cell}</dd>
    </div>
  );
}

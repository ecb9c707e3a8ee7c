import type { ComponentChildren, ComponentProps } from "preact";
import type { Environment } from "../../receipt/progress";
import type { Notice } from "../state/state";
import type { Words } from "../words/words";
import { sayIn } from "./say";

/** Says the answer to something the user did. It stands there empty before, so that screen readers tell what comes. */
export function NoticeLine({ id, notice, words }: { id: string; notice: Notice | null; words: Words }) {
  return (
    <p class={`message ${notice?.tone ?? ""}`} id={id} role="status">
      {notice === null ? "" : sayIn(words, notice.said)}
    </p>
  );
}

/** TEST or LIVE as a word in a frame, and which key it is. */
export function KeyLine({
  environment,
  text,
  words,
}: {
  environment: Environment | null;
  text: string;
  words: Words;
}) {
  if (environment === null) return null;
  return (
    <>
      <span class={`badge ${environment}`}>{words.testOrLive[environment]}</span>
      {text}
    </>
  );
}

/** A button that submits nothing. */
export function Button(props: ComponentProps<"button">) {
  return <button type="button" {...props} />;
}

interface TextFieldProps {
  id: string;
  /** Shown as dots. @default false */
  isSecret?: boolean;
  label: string;
  value: string;
  hint: string;
  onText: (text: string) => void;
  /** What stands at the end of the line below. */
  children?: ComponentChildren;
}

/** A labelled box of text with a line below it. The browser offers nothing for it: what it holds is not the user's own data. */
export function TextField({ id, isSecret = false, label, value, hint, onText, children }: TextFieldProps) {
  const attributes = {
    id,
    value,
    spellcheck: false,
    "aria-describedby": `${id}-hint`,
    onInput: (event: { currentTarget: HTMLInputElement }) => onText(event.currentTarget.value),
  };
  return (
    <>
      <label for={id}>{label}</label>
      {isSecret ? (
        <input type="password" autocomplete="new-password" {...attributes} />
      ) : (
        <input type="text" autocomplete="off" {...attributes} />
      )}
      <div class="line hint">
        <p id={`${id}-hint`}>{hint}</p>
        {children}
      </div>
    </>
  );
}

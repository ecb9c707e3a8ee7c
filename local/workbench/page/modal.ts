import { button, element } from "./element";

/** What a modal window asks for. */
export interface ModalContent {
  title: string;
  text: string;
  /** Captions by the value they stand for, the main one first. */
  buttons: { value: string; caption: string }[];
  /** The answer when it is closed by its cross or Escape. */
  closeValue: string;
  /** What stands between text and buttons: a text box, a list. */
  body?: HTMLElement;
}

/** A modal window that is open. */
export interface OpenModal {
  /** Resolves with the value of the button pressed, or null when the window was taken away. */
  answer: Promise<string | null>;
  /** Takes the window away. */
  remove(): void;
}

/** Opens a modal window: the browser keeps the focus inside and gives it back. */
export function openModal(content: ModalContent): OpenModal {
  const modal = element("dialog", "modal");
  const title = element("h2", "", content.title);
  title.id = "modal-title";
  const text = element("p", "", content.text);
  text.id = "modal-text";
  modal.setAttribute("aria-labelledby", title.id);
  if (content.text !== "") modal.setAttribute("aria-describedby", text.id);
  let settle: (value: string | null) => void = () => undefined;
  const answer = new Promise<string | null>((resolve) => {
    settle = resolve;
  });
  const remove = (value: string | null) => {
    settle(value);
    modal.close();
    modal.remove();
  };
  const close = button("×", () => remove(content.closeValue), "modal-close");
  close.setAttribute("aria-label", "Close");
  const buttons = element("div", "modal-buttons");
  for (const { value, caption } of content.buttons) {
    buttons.append(
      button(caption, () => remove(value), value === content.buttons[0]?.value ? "primary" : ""),
    );
  }
  modal.addEventListener("cancel", (event) => {
    event.preventDefault();
    remove(content.closeValue);
  });
  modal.append(
    title,
    ...(content.text === "" ? [] : [text]),
    ...(content.body === undefined ? [] : [content.body]),
    buttons,
    close,
  );
  document.body.append(modal);
  modal.showModal();
  const first = content.body?.querySelector<HTMLElement>("input, select") ?? buttons.querySelector("button");
  first?.focus();
  return { answer, remove: () => remove(null) };
}

import type { ButtonName, ButtonSetName } from "../../runtime/user-interface";
import type { OpenDialog } from "../page-event";
import { element } from "./element";
import { type OpenModal, openModal } from "./modal";

const buttonSets: Record<ButtonSetName, ButtonName[]> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};
const captions: Record<ButtonName, string> = {
  OK: "OK",
  CANCEL: "Cancel",
  YES: "Yes",
  NO: "No",
  CLOSE: "Close",
};

/** The add-on's dialog, in every page that is open; the answer of one page closes it in the others. */
export class ScriptDialog {
  private modal: OpenModal | null = null;

  constructor(private readonly answer: (dialogId: number, button: string, text: string) => void) {}

  /** Shows the dialog that a script waits in, or none. */
  show(dialog: OpenDialog | null): void {
    this.modal?.remove();
    this.modal = null;
    if (dialog === null) return;
    const input = element("input");
    input.setAttribute("aria-label", dialog.text === "" ? dialog.title : dialog.text);
    const body = element("div");
    body.append(input);
    const modal = openModal({
      title: dialog.title,
      text: dialog.text,
      buttons: buttonSets[dialog.buttons].map((value) => ({ value, caption: captions[value] })),
      closeValue: "CLOSE",
      ...(dialog.asksText ? { body } : {}),
    });
    this.modal = modal;
    void modal.answer.then((pressed) => {
      if (pressed !== null) this.answer(dialog.dialogId, pressed, input.value);
    });
  }
}

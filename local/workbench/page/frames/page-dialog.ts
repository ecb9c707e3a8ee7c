import type { PageDialog } from "../../../runtime/user-interface";
import { openModal } from "../modal";
import { type ScriptCall, ScriptFrame } from "./script-frame";

/** What Sheets gives a dialog whose script set no size; assumed. */
const usualWidthPx = 600;
const usualHeightPx = 400;

/** Opens a modal window with a page of the script's own in it. */
export function openPageDialog(dialog: PageDialog, call: ScriptCall): void {
  const frame = new ScriptFrame(dialog, call, () => modal.remove());
  frame.element.width = String(dialog.widthPx ?? usualWidthPx);
  frame.element.height = String(dialog.heightPx ?? usualHeightPx);
  frame.element.className = "modal-page";
  const modal = openModal({
    title: dialog.title,
    text: "",
    buttons: [],
    closeValue: "CLOSE",
    body: frame.element,
  });
  void modal.answer.then(() => frame.remove());
}

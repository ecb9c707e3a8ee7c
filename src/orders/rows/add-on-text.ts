import { holdsSendKey } from "../send-keys-in-text";
import { parseStatus } from "../status";

/** A text of the add-on's own: a status, a send key with or without its label, or the time of an outcome. */
export type AddOnText = "status" | "sendKey" | "time";

/** The times of the column Updated at: `2026-03-02 08:15:00`. */
const timeShape = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/**
 * The text of the add-on's own that a data cell holds; null for any other text. A status or a time fills the whole cell
 * if a column moved while the add-on wrote. A send key may stand anywhere in it: sent along, it would name another order.
 */
export function addOnTextIn(text: string): AddOnText | null {
  if (parseStatus(text)) return "status";
  if (timeShape.test(text)) return "time";
  return holdsSendKey(text) ? "sendKey" : null;
}

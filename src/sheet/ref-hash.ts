import { hashText } from "../text/text-hash";

/** Four characters that stand for an Order ref in the journal; "" for an order without one. */
export function refHashOf(ref: string): string {
  return ref === "" ? "" : hashText(ref, 3).slice(0, 4);
}

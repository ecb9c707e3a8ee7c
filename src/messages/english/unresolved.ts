import type { DoubtSentences } from "../texts/unresolved-texts";
import { resolveItem, sendAgainItem } from "./menu";

const again = `Run ${resolveItem} again`;

/** The way out if no look-up can tell. */
const lookYourself = `or look in bitbybit yourself and type the Order ID, or choose ${sendAgainItem}.`;

const changing = `bitbybit's list of orders changed while it was read. ${again} at a quieter time.`;

const doubts: DoubtSentences = {
  wait: ({ until }) => `it may still be on its way. ${again} ${until === "" ? "later" : `from ${until} on`}.`,
  scope: `this API key may not list orders (scope orders READ). Use a key that may; ${lookYourself}`,
  refused:
    "bitbybit refused to list its orders. Check the API key and the address in the sidebar's Settings.",
  rateLimit: `bitbybit's limit of requests was reached while looking. ${again} in a minute.`,
  unreadable: `bitbybit's list of orders could not be read in full. ${again} later.`,
  unasked: `looking through bitbybit's orders took too long. ${again}.`,
  totalsChanged: changing,
  pagesMissing: changing,
  idsMissing: changing,
  tooLong: `there are too many orders in bitbybit to look through. Look for the customer there: type the Order ID here if it exists, or choose ${sendAgainItem}.`,
  mentioned: `an order in bitbybit names this order's reference in another place. Compare the two; then type the Order ID here, or choose ${sendAgainItem}.`,
  alike: ({ orderId }) =>
    `bitbybit has order ${orderId}, which names no order of a sheet but holds the same for the same customer. Compare the two; then type the Order ID here if it is this one, or choose ${sendAgainItem}.`,
  laterOrderMissing: `bitbybit's list does not show other orders of this sheet either, so it cannot be relied on. Run ${resolveItem} later; ${lookYourself}`,
  noWitness: `bitbybit's list shows no order of this sheet whose reference came back whole and that is as long as this one, so nothing proves that it is not there. Run ${resolveItem} once other orders were created; ${lookYourself}`,
  changed: `this row was changed after its order was sent, so bitbybit's list proves nothing. Undo the change and run ${resolveItem}; ${lookYourself}`,
  otherApiKey: `this order was sent with another API key, and nothing shows that both keys are of one shop. Save that key; ${lookYourself}`,
  disproved: `the Order ID that bitbybit gave it belongs to an order with another reference. Look at that order in bitbybit: its ID stands in the sheet "bitbybit log". Then type the Order ID here, or choose ${sendAgainItem}.`,
  notInShop: `bitbybit has no order with the ID that was typed here. Type the right Order ID, or empty the cell and run ${resolveItem} again.`,
};

/** Why it is not known whether an order exists, and what to do, in English. */
export const unresolved = { start: "Not known yet: ", doubts };

import type { NotSentReason, UnconfirmedReason } from "../../bitbybit/outcome";
import type { CreatedBy, EntryState } from "../../journal/entry";
import { answered } from "../found-value";
import type { StopCode } from "../stop-code";
import { count } from "./amounts";
import { createItem, resolveItem } from "./menu-captions";

/** The Message beside an order of which the journal knows the state. `edited`: its row was changed since it was sent. */
export function entryText(state: EntryState, { edited }: { edited: boolean }): string {
  switch (state.kind) {
    case "pending":
      return "";
    case "created":
      if (state.alsoMade.length > 0) {
        const orders = [state.orderId, ...state.alsoMade];
        return `Made twice: ${orders.join(", ")}. Cancel all but one of them in bitbybit.`;
      }
      return edited ? editedText : createdTexts[state.by];
    case "rejected":
      return rejectedText(state.code, state.message);
    case "notSent":
      return notSentTexts[state.reason];
    case "absent":
      return "Surely not in bitbybit: every order there was looked at. It can be sent again.";
    case "unconfirmed":
      return `${state.words ? undocumentedText(state.words) : unconfirmedTexts[state.reason]} The order may or may not exist. Run ${resolveItem}, or ${createItem} again: it looks before it sends.`;
  }
}

const editedText =
  "Created, but this row was changed while the order was on its way: bitbybit has what stood here before. Compare the two and correct the order in bitbybit.";

const createdTexts: Record<CreatedBy, string> = {
  answer: "",
  found: "Found in bitbybit by its reference.",
  typed: "Order ID typed by hand; the order is in bitbybit.",
  unverified: "Order ID typed by hand; not verified, since this API key may not list orders.",
};

/** Why a run stopped, and what to do. */
export function stopText(reason: StopCode): string {
  return stopTexts[reason];
}

function rejectedText(code: string, message: string): string {
  if (code === "MISSING_COMPANY_ID") return stopTexts.company;
  if (code === "" && message === "") {
    return "bitbybit refused the order without a reason that can be read. Check the row, above all the Variant ID and the address, then create it again.";
  }
  const words = message === "" ? code : message;
  const meaning =
    code === "NOT_FOUND"
      ? "Something that the order names does not exist there: check the Variant ID and the Customer ID."
      : "Correct the row and create it again.";
  return `bitbybit refused the order: "${cut(words)}". ${meaning}`;
}

function undocumentedText(words: string): string {
  return `bitbybit answered: "${cut(words)}". Its documentation does not say whether it makes an order then.`;
}

function cut(text: string): string {
  const { words, more } = answered(text);
  return more === 0 ? words : `${words} (cut, ${count(more, "more character")})`;
}

const stopTexts: Record<StopCode, string> = {
  apiKey:
    "bitbybit does not know this API key. Make a key in bitbybit under Settings > Developer and save it in the sidebar's Settings.",
  scope:
    "This API key may not create orders. In bitbybit, under Settings > Developer, make a key with the scope orders WRITE (and READ, so that lost answers can be looked up).",
  ipList:
    "This API key accepts requests from a list of IP addresses only. Google sends from address ranges that are too wide for such a list: make a key without an IP list in bitbybit under Settings > Developer.",
  forbidden:
    "bitbybit forbids this API key to create orders. Look at the key in bitbybit under Settings > Developer.",
  address:
    "There is no bitbybit API at the address in the settings. In the sidebar's Settings, set the API address back to its default.",
  company:
    "This API key belongs to no company in bitbybit. Make a key while you are signed in to your shop, and save it in the sidebar's Settings.",
  quota:
    "Google's daily limit for requests from your account is used up. It comes back within 24 hours; then create the remaining orders.",
  lostBatches:
    "The connection to bitbybit broke twice in a row, so the run stopped. What became of these orders is looked up at the next click. Check the connection, then create the orders again.",
  emptyWindows:
    "bitbybit's limit of requests let no order through three times in a row. Somebody else may use the same API key. Create the remaining orders later.",
  breaker:
    "Many orders in a row failed in the same way, so the run stopped before it touched the rest. Look at the Message of the last rows first.",
};

const notSentTexts: Record<NotSentReason, string> = {
  rateLimit:
    "Not sent yet: bitbybit's limit of requests was reached. The run continues by itself; if it has ended, create the order again.",
  apiKey: stopTexts.apiKey,
  scope: stopTexts.scope,
  ipList: stopTexts.ipList,
  forbidden: stopTexts.forbidden,
  address: stopTexts.address,
  changed: "Not sent: this row was changed or moved at the moment of sending. Create it again.",
  stopped: "Not sent: the run stopped before it reached this order. Create it again.",
};

const unconfirmedTexts: Record<UnconfirmedReason, string> = {
  serverError: "bitbybit had a fault while it took the order.",
  transport: "The connection to bitbybit broke before it answered.",
  redirect: "bitbybit answered with another address instead of an order.",
  unreadable: "bitbybit's answer could not be read.",
  noId: "bitbybit said that it made the order but not under which ID.",
  badId: "bitbybit said that it made the order, but under an ID that no cell can hold.",
  othersReference: "bitbybit's answer speaks of another order than this one.",
  idTaken: "bitbybit answered with an Order ID that belongs to another order of this spreadsheet.",
  disproved: "In bitbybit, the Order ID of this order belongs to an order with another reference.",
  killed: "The run was broken off before bitbybit's answer was seen.",
};

import type { Outcome, StopReason } from "../bitbybit/outcome";
import { resolveItem } from "./menu-captions";

/** A cell holds 50,000 characters; what an API says beyond this is cut, and the cut is told. */
const longestMessage = 1_000;

/** The Message beside an order's rows. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "created":
      if (outcome.madeTwice) {
        return `Made twice: ${outcome.madeTwice.join(", ")}. Cancel one of them in bitbybit.`;
      }
      if (outcome.note === "edited") {
        return "Created, but this row was changed while the order was on its way: bitbybit has what stood here before. Compare the two and correct the order in bitbybit.";
      }
      if (outcome.note === "byHand") return "Order ID typed by hand.";
      return outcome.note === "found" ? "Found in bitbybit by its reference." : "";
    case "rejected":
      return rejectedText(outcome.code, outcome.message);
    case "notSent":
      return notSentTexts[outcome.reason];
    case "unconfirmed":
      return `${unconfirmedTexts[outcome.reason]} The order may or may not exist. Run ${resolveItem}, or "Create orders" again: it looks before it sends.`;
  }
}

/** Why a run stopped, and what to do. */
export function stopText(reason: StopReason): string {
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

function cut(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longestMessage) return plain;
  return `${plain.slice(0, longestMessage)}… (cut, ${plain.length - longestMessage} more characters)`;
}

const stopTexts: Record<StopReason, string> = {
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
  breaker:
    "Many orders in a row failed in the same way, so the run stopped before it touched the rest. Look at the Message of the last rows first.",
};

const notSentTexts: Record<Extract<Outcome, { kind: "notSent" }>["reason"], string> = {
  rateLimit:
    "Not sent yet: bitbybit's limit of requests was reached. The run goes on by itself; if it has ended, create the order again.",
  apiKey: stopTexts.apiKey,
  scope: stopTexts.scope,
  ipList: stopTexts.ipList,
  forbidden: stopTexts.forbidden,
  address: stopTexts.address,
  changed: "Not sent: this row was changed or moved at the moment of sending. Create it again.",
  stopped: "Not sent: the run stopped before it reached this order. Create it again.",
  absent: "Surely not in bitbybit: every order there was looked at. It can be sent again.",
};

const unconfirmedTexts: Record<Extract<Outcome, { kind: "unconfirmed" }>["reason"], string> = {
  serverError: "bitbybit had a fault while it took the order.",
  transport: "The connection to bitbybit broke before it answered.",
  redirect: "bitbybit answered with another address instead of an order.",
  unreadable: "bitbybit's answer could not be read.",
  noId: "bitbybit said that it made the order but not under which ID.",
  badId: "bitbybit said that it made the order, but under an ID that no cell can hold.",
  othersReference: "bitbybit's answer speaks of another order than this one.",
  idTaken: "bitbybit answered with an Order ID that belongs to another order of this spreadsheet.",
  killed: "The run was broken off before bitbybit's answer was seen.",
};

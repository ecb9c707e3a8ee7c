import type { UnconfirmedReason } from "../../bitbybit/outcome";
import type { CreatedBy } from "../../journal/entry";
import type { StopCode } from "../stop-code";
import { count } from "./amounts";
import { createItem, resolveItem } from "./menu";

/** What became of an order, and why a run stopped, in English. */
export const outcomes = {
  madeTwice: (orderIds: readonly string[]) =>
    `Made twice: ${orderIds.join(", ")}. Cancel all but one of them in bitbybit.`,
  edited:
    "Created, but this row was changed while the order was on its way: bitbybit has what stood here before. Compare the two and correct the order in bitbybit.",
  /** By how the Order ID is known. */
  created: {
    answer: "",
    found: "Found in bitbybit by its reference.",
    typed: "Order ID typed by hand; the order is in bitbybit.",
    unverified: "Order ID typed by hand; not verified, since this API key may not list orders.",
  } satisfies Record<CreatedBy, string>,
  absent: "Surely not in bitbybit: every order there was looked at. It can be sent again.",
  /** `why`: one of the reasons below, or the API's own words. */
  unconfirmed: (why: string) =>
    `${why} The order may or may not exist. Run ${resolveItem}, or ${createItem} again: it looks before it sends.`,
  undocumented: (words: string) =>
    `bitbybit answered: "${words}". Its documentation does not say whether it makes an order then.`,
  refused: (words: string, meaning: string) => `bitbybit refused the order: "${words}". ${meaning}`,
  refusedWithoutReason:
    "bitbybit refused the order without a reason that can be read. Check the row, above all the Variant ID and the address, then create it again.",
  notFound: "Something that the order names does not exist there: check the Variant ID and the Customer ID.",
  correctRow: "Correct the row and create it again.",
  cut: (words: string, more: number) => `${words} (cut, ${count(more, "more character")})`,
  /** Why a run stopped, and what to do. */
  stops: {
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
  } satisfies Record<StopCode, string>,
  /** Why an order was not sent, besides what stops a run. */
  notSent: {
    rateLimit:
      "Not sent yet: bitbybit's limit of requests was reached. The run continues by itself; if it has ended, create the order again.",
    changed: "Not sent: this row was changed or moved at the moment of sending. Create it again.",
    stopped: "Not sent: the run stopped before it reached this order. Create it again.",
  },
  /** Why it is not known whether an order exists. */
  reasons: {
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
  } satisfies Record<UnconfirmedReason, string>,
};

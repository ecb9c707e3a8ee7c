import type { AddressFault } from "../../bitbybit/api-address";
import type { ApiKeyFault } from "../../bitbybit/api-key";
import { createItem } from "./menu";

/** Sentences about settings, connection and the sheet's set-up, in English. */
export const addOn = {
  setUp: {
    done: `This sheet is ready: the status columns are there. Select rows and choose ${createItem}.`,
    template: `This sheet has the columns of an order now, with an example that is never sent. Type your orders below it, select their rows and choose ${createItem}.`,
    filterTooShort:
      "The filter of this sheet ends before the status columns: sorting with it would part them from their rows. Remove the filter and make it again over all columns.",
  },
  replaced:
    "Parts of the saved settings could not be read and are back at their defaults. Look at them once.",
  saved: "Saved.",
  forgotten:
    "The API key was removed from this add-on. It stays valid in bitbybit until you delete it there.",
  arguments: "The sidebar sent something that this add-on cannot use. Close the sidebar and open it again.",
  keyFaults: {
    empty: "Type or paste the API key; you get it in bitbybit under Settings > Developer.",
    space: "There is a space or a line break in the middle of this key. Copy the key alone.",
    shape:
      "This is not a bitbybit API key: those begin with bbb_live_ or bbb_test_ and have no other signs. Copy the whole key.",
    tooLong: "This is far longer than an API key. Copy the key alone.",
  } satisfies Record<ApiKeyFault, string>,
  addressFaults: {
    shape: "This is not an address: it begins with https://.",
    credentials:
      "An address with a name or password in it is refused: the API key would go to somebody else's place.",
    scheme: "The address has to begin with https://, so that nobody can read the API key on the way.",
    host: "Only the host api.bitbybit.studio is allowed: the API key is sent to no other.",
    port: "An address with a port is refused.",
    query: "The address ends before any ? or #.",
  } satisfies Record<AddressFault, string>,
  /** What a test of the connection showed. */
  connection: {
    works: (mode: string) =>
      `The connection works with a ${mode} key: orders can be listed. Whether orders can be created shows with the first one.`,
    noRead:
      "bitbybit knows this key, but it may not list orders (scope orders READ). Orders can still be created if it has WRITE; lost answers cannot be looked up then.",
    rateLimit:
      "bitbybit knows this key; its limit of requests is used up for the moment. Try again in a minute.",
    serverError: "bitbybit has a fault at the moment. Try again later.",
    unreadable:
      "Something answers at the API address, but not with bitbybit's orders. Look at the API address.",
    network: "bitbybit could not be reached. Try again; if it stays so, look at the API address.",
  },
  sheetGone: "That sheet does not exist any more.",
};

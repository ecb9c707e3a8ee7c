import type { Browser } from "./actions/run-loop";
import { type CallFailure, explainFailure } from "./server/call-failure";
import type { Server } from "./server/calls";
import type { PageEvent } from "./state/page-event";
import { reduce } from "./state/reduce";
import type { PageState } from "./state/state";

/** The browser as the page needs it, besides what a run needs. */
export interface PageBrowser extends Browser {
  nowMs(): number;
  /** Gives a lost focus to the element with this ID. Takes it from nothing that has it, least of all from the sheet. */
  focus(id: string): void;
}

/** What the user's actions work with. */
export interface PageParts {
  server: Server;
  browser: PageBrowser;
  /** The page's version, which the server's is compared with. */
  version: string;
  /** The page's one state, as it is now. */
  state(): PageState;
  /** Something happened: the state follows, and is shown at once. */
  dispatch(event: PageEvent): void;
  /** What a failed call is. */
  failureOf(error: unknown): CallFailure;
}

/** Puts them together. `show` is given each state. */
export function pageParts(
  given: Pick<PageParts, "server" | "browser" | "version">,
  initial: PageState,
  show: (state: PageState) => void,
): PageParts {
  let current = initial;
  return {
    ...given,
    state: () => current,
    dispatch: (event) => {
      current = reduce(current, event);
      show(current);
    },
    failureOf: (error) => explainFailure(error, given.browser.online()),
  };
}

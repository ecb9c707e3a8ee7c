import type { Tell } from "../intent";
import type { PageState } from "../state/state";
import type { Words } from "../words/words";

/** What every view is made from. */
export interface ViewProps {
  state: PageState;
  words: Words;
  tell: Tell;
}

import type { PageEvent } from "./page-event";
import { reduceColumns } from "./reduce-columns";
import { reducePreview } from "./reduce-preview";
import { reduceProblems } from "./reduce-problems";
import { reduceRun } from "./reduce-run";
import { reduceSettings } from "./reduce-settings";
import type { PageState } from "./state";

/** The page after an event. Each part of the state has one reducer; all of them see every event and the state before it. */
export function reduce(state: PageState, event: PageEvent): PageState {
  return {
    ...reduceRun(state, event),
    preview: reducePreview(state.preview, event),
    problems: reduceProblems(state.problems, event),
    columns: reduceColumns(state.columns, event),
    settings: reduceSettings(state.settings, event),
  };
}

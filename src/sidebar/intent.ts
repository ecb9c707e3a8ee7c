import type { ProblemItem } from "../endpoints/problems";
import type { RunKind } from "../receipt/progress";
import type { ProblemGroup } from "./state/problem-groups";
import type { FieldChoice, SettingsDraft, TabName } from "./state/state";

/** What the user wants, as the views tell it. `opener` is the ID of the element that was pressed. */
export type Intent =
  | { want: "tab"; tab: TabName }
  | { want: "refresh" }
  | { want: "preview" }
  /** A run on the selection. */
  | { want: "run"; kind: RunKind; opener: string }
  | { want: "answer"; yes: boolean }
  | { want: "stop" }
  | { want: "continue" }
  | { want: "problems" }
  | { want: "cell"; item: ProblemItem }
  /** A run on the rows of a group. */
  | { want: "runOn"; kind: RunKind; group: ProblemGroup; opener: string }
  | { want: "sendAgain"; item: ProblemItem; opener: string }
  | { want: "fix"; group: ProblemGroup }
  | { want: "undo" }
  | { want: "headerRow"; row: number }
  | { want: "column"; field: string; choice: Partial<FieldChoice> }
  | { want: "saveColumns" }
  | { want: "type"; draft: Partial<SettingsDraft> }
  | { want: "saveSettings" }
  | { want: "testConnection" }
  | { want: "forgetKey" }
  | { want: "answerForget"; yes: boolean };

/** Tells the page what the user wants. */
export type Tell = (intent: Intent) => void;

import type { ColumnsAnswer } from "../../endpoints/columns";
import type { PreviewAnswer } from "../../endpoints/preview";
import type { FixAnswer, ProblemList } from "../../endpoints/problems";
import type { ListedRows, PlanAnswer, PlanView, RunView } from "../../endpoints/runs";
import type { SettingsAnswer } from "../../endpoints/settings";
import type { SidebarState } from "../../endpoints/sidebar-state";
import type { RunKind } from "../../receipt/progress";
import type { CallFailure } from "../server/call-failure";
import type { FieldChoice, Notice, Said, SettingsDraft, TabName } from "./state";

/** What happens to the page: something the user did, an answer, or time. Named as facts; the reducer decides what follows. */
export type PageEvent = RunEvent | PreviewEvent | ProblemsEvent | ColumnsEvent | SettingsEvent;

export type RunEvent =
  | { type: "ticked"; nowMs: number }
  | { type: "tabOpened"; tab: TabName }
  /** `resumed`: the page goes on to drive the run that the state tells of. */
  | { type: "stateRead"; state: SidebarState; version: string; nowMs: number; resumed: boolean }
  | { type: "stateFailed"; failure: CallFailure }
  | { type: "looked"; answer: PlanAnswer }
  | { type: "lookFailed"; failure: CallFailure }
  | { type: "planAsked"; runKind: RunKind; place: TabName }
  | { type: "planRefused"; said: Said }
  | { type: "questionAsked"; plan: PlanView; rows: ListedRows | null }
  | { type: "questionDeclined" }
  | { type: "runStarted"; plan: PlanView; nowMs: number }
  /** A run that was found is driven from here from now on. */
  | { type: "runTakenOver"; run: RunView; nowMs: number }
  | { type: "runAnswered"; run: RunView; nowMs: number }
  | { type: "runRetried"; failure: CallFailure; waitMs: number; nowMs: number }
  | { type: "stopAsked" }
  /** `mayGoOn`: the run may be under way all the same. */
  | { type: "runLost"; said: Said; mayGoOn: boolean }
  | { type: "runEnded"; run: RunView };

export type PreviewEvent =
  | { type: "previewAsked" }
  | { type: "previewAnswered"; answer: PreviewAnswer }
  | { type: "previewFailed"; failure: CallFailure };

export type ProblemsEvent =
  | { type: "problemsAsked" }
  | { type: "problemsRead"; list: ProblemList }
  | { type: "problemsFailed"; failure: CallFailure }
  | { type: "problemsSaid"; notice: Notice | null }
  /** The rows of a group are checked again. */
  | { type: "rowsChecked"; key: string; rows: number }
  | { type: "fixAsked"; cause: string }
  | { type: "fixAnswered"; answer: FixAnswer }
  | { type: "fixFailed"; failure: CallFailure };

export type ColumnsEvent =
  | { type: "columnsAsked" }
  | { type: "columnsAnswered"; answer: ColumnsAnswer; saved: boolean }
  | { type: "columnsFailed"; failure: CallFailure }
  | { type: "columnChosen"; field: string; choice: Partial<FieldChoice> };

export type SettingsEvent =
  | { type: "settingsTyped"; draft: Partial<SettingsDraft> }
  | { type: "settingsAsked" }
  | { type: "settingsAnswered"; answer: SettingsAnswer }
  | { type: "settingsSaid"; notice: Notice }
  | { type: "settingsFailed"; failure: CallFailure }
  | { type: "forgetAsked" }
  | { type: "forgetDeclined" };

import type { ColumnsView } from "../../endpoints/columns";
import type { PreviewView } from "../../endpoints/preview";
import type { ProblemList } from "../../endpoints/problems";
import type { ListedRows, PlanView, RunView } from "../../endpoints/runs";
import type { Language, SettingsChange, SettingsView } from "../../endpoints/settings";
import type { RunKind } from "../../receipt/progress";
import type { CallFailure } from "../server/call-failure";
import type { Words } from "../words/words";

/** The tabs, in their order. */
export type TabName = "run" | "columns" | "problems" | "settings";

/** A sentence for the user: ready from the server, a failed call, or one of the page's own. */
export type Said = string | CallFailure | { saying: keyof Words["sayings"] };

/** A sentence and how it is meant. */
export interface Notice {
  said: Said;
  tone: "plain" | "good" | "bad";
}

/** What the page is doing about runs. While it is not idle, nothing else can be started. */
export type Work =
  /** Before the server's first answer. */
  | { kind: "opening" }
  /** The page is of another version than the server, so it starts nothing. */
  | { kind: "closed" }
  | { kind: "idle" }
  /** The server is asked what a run would do; `place` is the tab that asked. */
  | { kind: "planning"; runKind: RunKind; place: TabName }
  /** The user is asked. */
  | { kind: "asking"; plan: PlanView; rows: ListedRows | null; place: TabName }
  /** A run is driven from this page. */
  | { kind: "running"; runKind: RunKind; place: TabName; stopAsked: boolean };

/** What the selection in the sheet holds. */
export type Selection =
  | { kind: "unread" }
  | { kind: "plan"; plan: PlanView }
  /** The server says why there is nothing to plan. */
  | { kind: "refused"; said: Said };

/** What will be sent for the row that was chosen when the user asked for it. */
export type Preview =
  | { kind: "none" }
  | { kind: "reading" }
  | { kind: "shown"; preview: PreviewView }
  | { kind: "refused"; said: Said };

/** What stands at the top of the Run tab. */
export type Card =
  | { kind: "welcome" }
  /** A run was asked for; its first answer is awaited. */
  | { kind: "starting"; runKind: RunKind; total: number; endsAtMs: number | null }
  /** A run driven from here. `endsAtMs` is when it will probably have ended. */
  | { kind: "underWay"; run: RunView; endsAtMs: number | null; waitEndsMs: number; trouble: Said | null }
  /** A run under way that is driven elsewhere: another window, the menu, a colleague. `lease` says who, if known. */
  | { kind: "elsewhere"; run: RunView; isAnothers: boolean; lease: string }
  /** The page lost the run: it may be under way or not, and a click finds out. */
  | { kind: "lost"; run: RunView | null; said: Said }
  | { kind: "ended"; run: RunView };

/** The Problems tab. */
export interface ProblemsState {
  /** As last read; null before. */
  list: ProblemList | null;
  reading: boolean;
  /** The cause whose cells are being fixed, or null. */
  fixing: string | null;
  /** What rows were listed when a check of them was started, to say afterwards how many are left. */
  checked: { rows: number; key: string } | null;
  notice: Notice | { kind: "checked"; before: number; after: number } | null;
  /** Stands for the last fix while it can be undone; else empty. */
  undoToken: string;
}

/** What is chosen for one field: the letters of a column, and a default; both may be empty. */
export interface FieldChoice {
  column: string;
  defaultValue: string;
}

/** The Columns tab. */
export interface ColumnsState {
  /** Needed fields without a column or default, as the server counts them. */
  missing: number;
  view: ColumnsView | null;
  /** By field. */
  choices: Readonly<Record<string, FieldChoice>>;
  /** Something was chosen since the last call began. */
  chosenMeanwhile: boolean;
  working: boolean;
  notice: Notice | null;
}

/** What stands in the fields of the Settings tab. */
export interface SettingsDraft {
  apiKey: string;
  userName: string;
  /** Empty if a single name is sent as last name too. */
  singleLastName: string;
  referencePlace: "notes" | "tags";
  /** Empty for the default. */
  apiAddress: string;
  language: Language | "auto";
}

/** The Settings tab. */
export interface SettingsState {
  /** As the server keeps them; null before its first answer. */
  saved: SettingsView | null;
  draft: SettingsDraft;
  working: boolean;
  /** The question whether the key is to be forgotten is open. */
  forgetting: boolean;
  notice: Notice | null;
}

/** Everything that the page shows follows from this. */
export interface PageState {
  /** The browser's clock at the last event that brought it, in milliseconds. */
  nowMs: number;
  language: Language;
  tab: TabName;
  work: Work;
  card: Card;
  selection: Selection;
  preview: Preview;
  /** The answer to the last thing done in the Run tab. */
  notice: Notice | null;
  problems: ProblemsState;
  columns: ColumnsState;
  settings: SettingsState;
}

/** The page before the server's first answer. */
export function initialState(language: Language, nowMs: number): PageState {
  return {
    nowMs,
    language,
    tab: "run",
    work: { kind: "opening" },
    card: { kind: "welcome" },
    selection: { kind: "unread" },
    preview: { kind: "none" },
    notice: null,
    problems: { list: null, reading: false, fixing: null, checked: null, notice: null, undoToken: "" },
    columns: {
      missing: 0,
      view: null,
      choices: {},
      chosenMeanwhile: false,
      working: false,
      notice: null,
    },
    settings: { saved: null, draft: emptyDraft, working: false, forgetting: false, notice: null },
  };
}

const emptyDraft: SettingsDraft = {
  apiKey: "",
  userName: "",
  singleLastName: "",
  referencePlace: "notes",
  apiAddress: "",
  language: "auto",
};

/** True while a run may be started. */
export function isIdle({ work }: PageState): boolean {
  return work.kind === "idle";
}

/** What was changed in the fields of the settings; empty if nothing. */
export function settingsChange({ saved, draft }: SettingsState): SettingsChange {
  const before = saved === null ? emptyDraft : draftOf(saved);
  const change: SettingsChange = {};
  if (draft.apiKey !== "") change.apiKey = draft.apiKey;
  if (draft.userName !== before.userName) change.userName = draft.userName;
  if (draft.singleLastName !== before.singleLastName) change.singleLastName = draft.singleLastName;
  if (draft.referencePlace !== before.referencePlace) change.referencePlace = draft.referencePlace;
  if (draft.apiAddress.trim() !== before.apiAddress) change.apiAddress = draft.apiAddress.trim();
  if (draft.language !== before.language) change.language = draft.language;
  return change;
}

/** The fields as the saved settings fill them. The key stays empty: it never comes back. */
export function draftOf(saved: SettingsView): SettingsDraft {
  return {
    apiKey: "",
    userName: saved.userName,
    singleLastName: saved.singleLastName,
    referencePlace: saved.referencePlace,
    apiAddress: saved.apiAddress === saved.defaultApiAddress ? "" : saved.apiAddress,
    language: saved.language,
  };
}

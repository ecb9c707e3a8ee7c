import type { RunView } from "./runs";
import type { Language, SettingsView } from "./settings";

/** What the sidebar shows when it opens. */
export interface SidebarState {
  /** The server's version; a sidebar of another version asks to be opened again. */
  version: string;
  settings: SettingsView;
  /** The run under way in this spreadsheet, the last one that ended, or null. */
  run: RunView | null;
  /** True for a run under way of somebody else, judged by the name in the settings and by the API key. */
  runIsAnothers: boolean;
  /** Who runs since when, as a sentence; empty when nobody else does, or has for a while. */
  lease: string;
  /** The language of the server's sentences: the setting, or else the user's locale. */
  spoken: Language;
  /** What the sidebar should open. A menu item on a sheet that is not understood opens `columns`. */
  open: "run" | "columns" | "problems";
  /** How many needed fields of the active sheet have neither a column nor a default. */
  columnsMissing: number;
}

import type { TemplateColumn } from "../orders/template";
import type { RunPorts } from "../ports/ports";
import type { Permission } from "../ports/run-error";
import type { UserCellsPort } from "../problems/fix-cells";
import type { SettingsPort } from "../settings/settings";

/** What an entry point has of Sheets. All of it is functions: nothing may be called while the script is loaded. */
export interface Platform {
  /** The add-on's version. */
  version: string;
  ports(): RunPorts;
  /** The settings of the user at work. */
  settings(): SettingsPort;
  /** True on a machine that imitates Apps Script. */
  isLocal(): boolean;
  /** Where the spreadsheet lives: `in_ID`, `Asia/Jakarta`. */
  place(): { locale: string; timeZone: string };
  /** The language of the user's account, such as `id`; "" if it is not known. */
  userLocale(): string;
  /** The user's own cells of a sheet; null if it is gone. */
  userCells(sheetId: number): UserCellsPort | null;
  /** Writes the template into an empty sheet. `noteOf`: the words at a header. */
  writeTemplate(
    sheetId: number,
    columns: readonly TemplateColumn[],
    noteOf: (column: TemplateColumn) => string,
  ): void;
  /** Shows a sentence until the user has taken note of it. */
  say(sentence: string): void;
  /** True if the user says yes. */
  ask(question: string): boolean;
  /** Shows a page of the add-on's own over the sheet; nothing waits for it. */
  showDialog(html: string, title: string): void;
  showSidebar(): void;
  /** Those of the permissions that the user has refused. */
  refusedPermissions(needed: readonly Permission[]): Permission[];
  /** Ends the execution, and Google asks the user for what is missing, if it can. */
  askForPermissions(missing: readonly Permission[]): void;
}

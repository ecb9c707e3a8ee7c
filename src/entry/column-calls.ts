import type { ColumnsAnswer, ColumnsView } from "../endpoints/columns";
import type { Endpoints } from "../endpoints/endpoints";
import type { Catalogue } from "../messages/catalogue";
import { chosenColumns, columnsView, fingerprintOf } from "../messages/columns-view";
import { readColumns, saveColumnChoice } from "../plan/columns-tab";
import { refuseNewer, sheetMemory } from "../spreadsheet/sheet-columns";
import { activeSheetAsShown, type ShownSheet } from "./active-sheet";
import { answered } from "./for-user";
import type { Platform } from "./platform";

/** How the columns of the active sheet are read. */
export const getColumns =
  (platform: Platform): Endpoints["getColumns"] =>
  (headerRow) =>
    answered(platform, ({ messages }): ColumnsAnswer => {
      const shown = activeSheetAsShown(platform.ports());
      refuseNewer(shown.memory);
      const row = typeof headerRow === "number" && headerRow >= 1 ? Math.floor(headerRow) : undefined;
      return { ok: true, columns: viewOf(messages, shown, row) };
    });

/** Keeps what the user has chosen for the columns. */
export const saveColumns =
  (platform: Platform): Endpoints["saveColumns"] =>
  (choice) =>
    answered(platform, ({ messages }): ColumnsAnswer => {
      const chosen = chosenColumns(choice);
      if (!chosen) return { ok: false, message: messages.addOn.settings.arguments };
      const ports = platform.ports();
      const shown = activeSheetAsShown(ports);
      refuseNewer(shown.memory);
      const { sheetId } = shown.sheet;
      const isAsShown =
        sheetId === chosen.sheetId &&
        fingerprintOf(shown.display, chosen.headerRowNumber) === chosen.fingerprint;
      if (!isAsShown) return { ok: false, message: messages.runs.problem({ code: "changedSince" }) };
      const missing = saveColumnChoice(shown.display, sheetId, chosen, ports.properties);
      if (missing) return { ok: false, message: messages.columns.notSaved(missing) };
      const memory = sheetMemory(ports.properties.readAll(), sheetId);
      return { ok: true, columns: viewOf(messages, { ...shown, memory }), message: messages.columns.saved };
    });

function viewOf(
  messages: Catalogue,
  { sheet, display, memory }: ShownSheet,
  headerRow?: number,
): ColumnsView {
  const reading = readColumns(display, memory, headerRow);
  return columnsView(messages, reading, display, { sheetId: sheet.sheetId, name: sheet.name() });
}

import { isEmptySheet, type TemplateColumn, templateColumns } from "../orders/template";
import { prepareSheet } from "../spreadsheet/prepare-sheet";
import { columnsOf, sheetMemory } from "../spreadsheet/sheet-columns";
import { fromMenu } from "./for-user";
import type { Platform } from "./platform";

/** Writes the template into an empty sheet, adds the missing status columns, and warns of a filter that would part them from the rows. */
export const setUpSheet = (platform: Platform) => (): void =>
  fromMenu(platform, ({ messages }) => {
    const { spreadsheet, properties } = platform.ports();
    const sheet = spreadsheet.activeSheet();
    const isNew = isEmptySheet(sheet.readDisplay());
    if (isNew) {
      const noteOf = ({ field, isNeeded }: TemplateColumn) => messages.templateNote(field, isNeeded);
      platform.writeTemplate(sheet.sheetId, templateColumns(), noteOf);
    }
    const memory = sheetMemory(properties.readAll(), sheet.sheetId);
    prepareSheet(sheet, properties, columnsOf(sheet.readDisplay(), memory), true);
    const filterLast = sheet.filterLastColumnIndex();
    const { headerRow } = columnsOf(sheet.readDisplay(), memory);
    const tooShort = filterLast !== null && filterLast < headerRow.length - 1;
    const { template, done, filterTooShort } = messages.addOn.setUp;
    const outcome = isNew ? template : done;
    platform.say(tooShort ? `${outcome}\n\n${filterTooShort}` : outcome);
  });

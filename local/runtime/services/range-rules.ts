import { requireEditable, requireInside, requireUntyped } from "../cell-write";
import { NotImplemented } from "../faults";
import { type Box, boxesMeet, boxName } from "../model/a1";
import { clearBlock, readBlock, writeBlock } from "../model/block";
import type { PendingWrite } from "../write-buffer";
import type { DataValidation } from "./data-validation";

/** Merges a box: its first cell keeps its content, the others lose theirs; merges that it meets are gone. */
export function mergeWrite(sheetId: number, box: Box): PendingWrite {
  return {
    sheetId,
    cells: 0,
    apply(sheet) {
      requireInside(sheet, box);
      requireEditable(sheet, box);
      const kept = readBlock(sheet, { ...box, rows: 1, columns: 1 });
      clearBlock(sheet, box, "content");
      writeBlock(sheet, box.row, box.column, kept);
      const { mergedRanges } = sheet.properties;
      sheet.properties.mergedRanges = [...mergedRanges.filter((other) => !boxesMeet(other, box)), box];
    },
  };
}

/** Gives a box a rule of data validation, or none for null. To take a part of another rule's cells is not imitated. */
export function validationWrite(sheetId: number, box: Box, rule: DataValidation | null): PendingWrite {
  return {
    sheetId,
    cells: 0,
    apply(sheet) {
      requireInside(sheet, box);
      requireEditable(sheet, box);
      requireUntyped(sheet, box);
      const met = sheet.properties.validations.filter(({ box: held }) => boxesMeet(held, box));
      if (met.some(({ box: held }) => boxName(held) !== boxName(box)))
        throw new NotImplemented("Range.setDataValidation over a part of another rule's cells");
      const others = sheet.properties.validations.filter((validation) => !met.includes(validation));
      const own = rule === null ? [] : [{ box, rule: rule.rule, reject: !rule.allowInvalid }];
      sheet.properties.validations = [...others, ...own];
    },
  };
}

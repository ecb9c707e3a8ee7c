import { type Box, boxName } from "../model/a1";
import { Service } from "./service";
import type { SheetObject } from "./sheet-object";

/** Where a range is: sheet and box, which no change of the sheet alters. */
export abstract class RangePosition extends Service {
  readonly box: Box;
  readonly sheet: SheetObject;

  constructor(execution: Service["execution"], sheet: SheetObject, box: Box) {
    super(execution);
    this.sheet = sheet;
    this.box = box;
  }

  getRow(): number {
    return this.box.row;
  }
  getColumn(): number {
    return this.box.column;
  }
  getNumRows(): number {
    return this.box.rows;
  }
  getNumColumns(): number {
    return this.box.columns;
  }
  getLastRow(): number {
    return this.box.row + this.box.rows - 1;
  }
  getLastColumn(): number {
    return this.box.column + this.box.columns - 1;
  }
  getA1Notation(): string {
    return boxName(this.box);
  }
  getSheet(): SheetObject {
    return this.sheet;
  }
}

import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { OpenedFile } from "../../../../local/files/opened-file";
import { openXlsx } from "../../../../local/files/xlsx/open-xlsx";
import type { Cell } from "../../../../local/runtime/model/cell";
import type { Sheet } from "../../../../local/runtime/model/sheet";
import { cellOf } from "../../../../local/runtime/model/user-acts";

/** A workbook as another program saves it. */
export async function bytesOf(fill: (sheet: Worksheet, workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  fill(workbook.addWorksheet("Orders"), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Such a workbook opened, with its sheet *Orders*. */
export async function open(
  fill: (sheet: Worksheet, workbook: Workbook) => void,
): Promise<{ file: OpenedFile; sheet: Sheet; bytes: Buffer }> {
  const bytes = await bytesOf(fill);
  const file = await openXlsx(bytes, "orders.xlsx");
  return { file, sheet: file.spreadsheet.activeSheet, bytes };
}

/** The file read back by another reader than the one that wrote it. */
export async function readBack(file: OpenedFile): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(file.encode());
  return workbook;
}

/** Its sheet *Orders*, read back likewise. */
export async function sheetReadBack(file: OpenedFile): Promise<Worksheet> {
  const sheet = (await readBack(file)).getWorksheet("Orders");
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** A cell of plain text. */
export const text = (value: string): Cell => cellOf(value, "@");

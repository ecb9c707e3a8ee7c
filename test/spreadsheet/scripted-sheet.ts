import { headerOf, statusFields } from "../../src/orders/field";
import type { SheetPort, SpreadsheetPort } from "../../src/ports/ports";
import { SheetFault } from "../../src/ports/ports";
import type { StatusCells } from "../../src/sheet/order-record";
import type { CellBlock } from "../../src/sheet/rectangles";
import { dataFields, goodCells } from "../orders/sheet";

/** The sheet's headers: all data columns, then the status columns. */
export const headerRow = [...dataFields, ...statusFields].map((field) => headerOf[field]);

const firstStatusColumn = dataFields.length;

/** One row of a scripted sheet: its content, and what stands beside it. */
export interface ScriptedRow extends Partial<StatusCells> {
  content: string;
}

/** What happens at one flush: acts of a user just before and just after the writes land, a fault, or all of it. */
export interface FlushScript {
  before?: (sheet: ScriptedSheet) => void;
  after?: (sheet: ScriptedSheet) => void;
  /** The flush throws, and nothing is written but the first `landed` blocks. */
  fault?: SheetFault;
  landed?: number;
}

/**
 * A sheet whose writes land at the flush, and whose flushes follow a script. Each row is an order that differs from the others in its Notes: its content. Whatever
 * these tests do not need is loud.
 */
export class ScriptedSheet implements SheetPort {
  readonly sheetId = 7;
  rows: string[][];
  header = headerRow;
  reads = 0;
  /** Every block that was written, flush by flush. */
  readonly flushed: CellBlock[][] = [];
  /** Row numbers in which a write is refused. */
  readonly refused = new Set<number>();
  private buffer: CellBlock[] = [];
  private readonly script: FlushScript[];

  constructor(rows: ScriptedRow[], script: FlushScript[] = []) {
    this.rows = rows.map(({ content, ...cells }) => [
      ...dataFields.map((field) => (field === "notes" ? content : String(goodCells[field] ?? ""))),
      ...statusFields.map((field) => cells[field] ?? ""),
    ]);
    this.script = [...script];
  }

  name(): string {
    return "Orders";
  }
  readDisplay(): string[][] {
    if (this.buffer.length > 0) throw new Error("read before the flush");
    this.reads += 1;
    return [this.header, ...this.rows.map((row) => [...row])];
  }
  write(blocks: readonly CellBlock[]): void {
    this.buffer.push(...blocks);
  }

  /** The spreadsheet around it, of which only the flush may be used. */
  get spreadsheet(): SpreadsheetPort {
    return {
      flush: () => this.flush(),
      activeSheet: () => this,
      sheetById: loud("sheetById"),
      selectedRows: loud("selectedRows"),
      selectCell: loud("selectCell"),
    };
  }

  read: SheetPort["read"] = loud("read");
  addHeaders: SheetPort["addHeaders"] = loud("addHeaders");
  prepareStatusColumns: SheetPort["prepareStatusColumns"] = loud("prepareStatusColumns");
  canEdit: SheetPort["canEdit"] = loud("canEdit");
  lastMergedColumnIndex: SheetPort["lastMergedColumnIndex"] = loud("lastMergedColumnIndex");
  notes: SheetPort["notes"] = loud("notes");
  mark: SheetPort["mark"] = loud("mark");
  hiddenByFilter: SheetPort["hiddenByFilter"] = loud("hiddenByFilter");
  filterLastColumnIndex: SheetPort["filterLastColumnIndex"] = loud("filterLastColumnIndex");

  /** What stands in a status column, row by row. */
  shown(field: keyof StatusCells): string[] {
    return this.rows.map((row) => row[firstStatusColumn + statusFields.indexOf(field)] ?? "");
  }

  /** Moves a column to the front, header and all. */
  moveToFront(header: string): void {
    const from = this.header.indexOf(header);
    const moved = (line: readonly string[]) => [
      line[from] ?? "",
      ...line.filter((_, index) => index !== from),
    ];
    this.header = moved(this.header);
    this.rows = this.rows.map(moved);
  }

  /** Swaps two rows by their numbers, all columns. */
  swap(one: number, other: number): void {
    const [first = [], second = []] = [this.rows[one - 2], this.rows[other - 2]];
    this.rows[one - 2] = second;
    this.rows[other - 2] = first;
  }

  private flush(): void {
    const blocks = this.buffer;
    this.buffer = [];
    const { before, after, fault, landed = 0 } = this.script.shift() ?? {};
    before?.(this);
    if (fault) {
      this.land(blocks.slice(0, landed));
      throw fault;
    }
    const rowNumbers = blocks.flatMap((block) => block.texts.map((_, index) => block.rowNumber + index));
    const refused = rowNumbers.find((rowNumber) => this.refused.has(rowNumber));
    if (refused !== undefined) throw new SheetFault("refused", `T${refused}`);
    this.flushed.push(blocks);
    this.land(blocks);
    after?.(this);
  }

  private land(blocks: readonly CellBlock[]): void {
    for (const block of blocks) {
      block.texts.forEach((texts, index) => {
        const row = this.rows[block.rowNumber - 2 + index];
        if (!row) throw new Error("written outside the grid");
        row.splice(block.columnIndex, texts.length, ...texts);
      });
    }
  }
}

function loud(method: string) {
  return (): never => {
    throw new Error(`${method} was used`);
  };
}

import { english } from "../messages/english";
import { statusFields } from "../orders/field";
import type { OrderRecord, StatusCells } from "../orders/order-record";
import { emptyStatusCells } from "../orders/row-record";
import { type Execution, RunRefused, whileLocked } from "./execution";
import { OverwrittenCells } from "./overwritten-cells";
import { SheetFault, type SheetPort } from "./ports";
import { putBack } from "./put-back";
import { blocksOf, type RowTexts, type RowView, type SheetView, shows, viewSheet } from "./sheet-view";
import { writeAndFlush } from "./write-and-flush";

/** What to write beside the rows of one order of a plan, found by position: it may have no key yet. */
export interface PlannedWrite {
  record: OrderRecord;
  /** One for each row of the record, all six cells; null for a row that is left alone. */
  cells: (StatusCells | null)[];
}

/** Orders of the plan that are claimed in the same write: they may leave as soon as that is read back. */
export interface ClaimWithKeys {
  /** Instead of what the plan would write beside these orders' rows. */
  writes: PlannedWrite[];
  /** Opens their slots. Called before the sheet is read, as nothing may lie between the read and the write: false, no claim. */
  open(): boolean;
  /** Called instead of claiming, where the rows of none of them are as planned any more. */
  free(): void;
  /** Called where the write failed for good, and the run ends: some of it may stand in the sheet. */
  abandon(): void;
}

/** What came of a plan's writes. */
export interface WrittenPlan {
  /** The records whose rows, keys and content stand together. */
  records: Set<OrderRecord>;
  /** The sheet as it was read back; null where there was nothing to write. */
  view: SheetView | null;
  /** True when the claim was written, wherever it stands now. */
  claimed: boolean;
}

const mostTries = 3;

/**
 * Writes what a plan says, send keys included, in rows found by position: a row is only written while it is as it was
 * planned, and read back afterwards. Where a user moved rows between the read and the flush, the rows that were hit get
 * back what stood beside them.
 */
export function writePlanned(
  execution: Execution,
  sheet: SheetPort,
  plannedWrites: readonly PlannedWrite[],
  claim: ClaimWithKeys | null,
): WrittenPlan {
  if (plannedWrites.length === 0) return { records: new Set(), view: null, claimed: false };
  return whileLocked(execution, english.runs.busy, () => {
    const opened = claim?.open() ? claim : null;
    let claimed: ClaimWithKeys | null = null;
    try {
      const before = mustView(sheet);
      if (opened?.writes.some(({ record }) => isAsPlanned(before, record))) claimed = opened;
      const ofClaim = new Map((claimed?.writes ?? []).map((write) => [write.record, write]));
      const writes = plannedWrites.map((write) => ofClaim.get(write.record) ?? write);
      const { written, view } = writeAndReadBack(execution, sheet, before, writes);
      if (!claimed) opened?.free();
      return { records: new Set(written.map((write) => write.record)), view, claimed: claimed !== null };
    } catch (fault) {
      if (claimed) claimed.abandon();
      else opened?.free();
      throw fault;
    }
  });
}

function writeAndReadBack(
  execution: Execution,
  sheet: SheetPort,
  before: SheetView,
  writes: readonly PlannedWrite[],
): { written: PlannedWrite[]; view: SheetView } {
  const { spreadsheet } = execution.ports;
  const rows: RowTexts = new Map();
  for (const write of writes) if (isAsPlanned(before, write.record)) addRows(rows, write);
  let blocks = blocksOf(rows, before.columns);
  writeAndFlush(spreadsheet, sheet, blocks, false);
  const putRight = (texts: string[][]) => {
    putBack(spreadsheet, sheet, earlier.display, texts, blocks);
  };
  const overwritten = new OverwrittenCells();
  let earlier = before;
  let after = mustView(sheet, putRight);
  for (let attempt = 1; attempt < mostTries; attempt += 1) {
    const restored = overwritten.toPutBack(earlier.display, after.display, blocks);
    const again = new Map([...distortedRows(after, rows), ...displacedRows(before, after, rows)]);
    if (again.size === 0 && restored.length === 0) break;
    if (restored.length > 0) writeAndFlush(spreadsheet, sheet, restored, false);
    const againBlocks = blocksOf(again, after.columns);
    if (again.size > 0) writeAndFlush(spreadsheet, sheet, againBlocks, true);
    blocks = [...restored, ...againBlocks];
    for (const [rowNumber, texts] of again) rows.set(rowNumber, texts);
    earlier = after;
    after = mustView(sheet, putRight);
  }
  const written = writes.filter((write) => standsBesideIts(after, write));
  return { written, view: after };
}

/** The sheet as it stands; throws RunRefused where needed columns are gone, after `putRight` has seen what is there. */
function mustView(sheet: SheetPort, putRight?: (texts: string[][]) => void): SheetView {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const texts = sheet.readDisplay();
      const view = viewSheet(texts);
      if (view) return view;
      putRight?.(texts);
      throw new RunRefused(english.runs.columnsGone);
    } catch (fault) {
      if (!(fault instanceof SheetFault) || fault.kind !== "transient" || attempt === mostTries) throw fault;
    }
  }
}

function isAsPlanned(view: SheetView, record: OrderRecord): boolean {
  return record.rows.every((row) => {
    const now = view.rows[row.rowNumber - 2];
    return (
      now?.content === row.content &&
      now.keyText === row.cells.sendKey &&
      now.cells.status === row.cells.status
    );
  });
}

function addRows(rows: RowTexts, write: PlannedWrite): void {
  write.record.rows.forEach((row, index) => {
    const texts = write.cells[index];
    if (texts) rows.set(row.rowNumber, texts);
  });
}

/** A row stands beside its record when some row has both its content and all that was written for it. */
function standsBesideIts(view: SheetView, write: PlannedWrite): boolean {
  return write.record.rows.every((row, index) => {
    const texts = write.cells[index];
    if (texts === null) return true;
    const now = texts?.sendKey ? view.byKey.get(texts.sendKey) : [view.rows[row.rowNumber - 2]];
    return (
      texts !== undefined &&
      (now ?? []).some((one) => one?.content === row.content && shows(one.cells, texts))
    );
  });
}

/**
 * Rows that took their key and status and show other texts differently than written: the cells' format altered them. Where
 * key or status differ, somebody else has written since, and the row is theirs.
 */
function distortedRows(after: SheetView, rows: RowTexts): RowTexts {
  const distorted: RowTexts = new Map();
  for (const [rowNumber, texts] of rows) {
    const now = after.rows[rowNumber - 2];
    const ours = now && now.keyText === texts.sendKey && now.cells.status === texts.status;
    if (ours && !shows(now.cells, texts)) distorted.set(rowNumber, texts);
  }
  return distorted;
}

/**
 * Rows that show what was meant for a row of other content, wherever they stand by now: they get back what they had before.
 * A row whose content is nowhere any more was edited in its place, and has its own cells; any other content that was not
 * there before is new.
 */
function displacedRows(before: SheetView, after: SheetView, rows: RowTexts): RowTexts {
  const displaced: RowTexts = new Map();
  const [earlierRows, laterRows] = [byContent(before), byContent(after)];
  const meantFor = new Map<string, Set<string>>();
  for (const [rowNumber, texts] of rows) {
    const content = before.rows[rowNumber - 2]?.content;
    if (content === undefined) continue;
    const contents = meantFor.get(asOneText(texts)) ?? new Set();
    meantFor.set(asOneText(texts), contents.add(content));
  }
  for (const now of after.rows) {
    const meant = meantFor.get(asOneText(now.cells));
    if (!meant || meant.has(now.content)) continue;
    const [earlier] = earlierRows.get(now.content) ?? [];
    const there = before.rows[now.rowNumber - 2];
    const wasThere = there && rows.has(now.rowNumber) ? there : null;
    let cells: Partial<StatusCells> = emptyStatusCells;
    if (earlier) cells = rows.get(earlier.rowNumber) ?? earlier.cells;
    else if (wasThere && count(laterRows, wasThere.content) < count(earlierRows, wasThere.content))
      cells = wasThere.cells;
    else if (!wasThere) continue;
    if (!shows(now.cells, cells)) displaced.set(now.rowNumber, cells);
  }
  return displaced;
}

function asOneText(cells: Partial<StatusCells>): string {
  return statusFields.map((field) => (cells[field] ?? "").trim()).join("\u0000");
}

function count(rows: ReadonlyMap<string, readonly RowView[]>, content: string): number {
  return rows.get(content)?.length ?? 0;
}

function byContent(view: SheetView): Map<string, RowView[]> {
  const rows = new Map<string, RowView[]>();
  for (const row of view.rows) {
    const equals = rows.get(row.content);
    if (equals) equals.push(row);
    else rows.set(row.content, [row]);
  }
  return rows;
}

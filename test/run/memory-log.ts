import type { LogSheetPort } from "../../src/run/ports";

/** A log sheet in memory. */
export class MemoryLog implements LogSheetPort {
  lines: string[][] | null = null;
  sheetId = 0;

  read(): { sheetId: number; lines: string[][] } | null {
    return this.lines && { sheetId: this.sheetId, lines: this.lines.map((line) => [...line]) };
  }
  create(): number {
    this.lines = [];
    this.sheetId += 1;
    return this.sheetId;
  }
  write(sheetId: number, lineIndex: number, lines: readonly (readonly string[])[]): boolean {
    if (this.lines === null || sheetId !== this.sheetId) return false;
    const [first = []] = lines;
    // As of setValues: a block is a rectangle.
    if (lines.some((line) => line.length !== first.length)) throw new Error("lines of different widths");
    while (this.lines.length < lineIndex) this.lines.push([]);
    for (const [index, line] of lines.entries()) this.lines[lineIndex + index] = [...line];
    return true;
  }
  dropOldest(_: number, count: number): void {
    this.lines?.splice(0, count);
  }
}

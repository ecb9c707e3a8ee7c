import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { chooseSheet } from "./choose-sheet";
import { openCsv } from "./csv";
import { fileTypeOf, fileTypes } from "./file-type";
import { fileLimits, type OpenedFile, UnusableFile } from "./opened-file";
import { readSheetState } from "./sheet-state";
import { openXlsx } from "./xlsx/open-xlsx";

/** A sheet from disk, together with what the add-on had remembered about it. */
export interface OpenedSheet extends OpenedFile {
  /** The document properties saved beside the file; none for a file that no command made. */
  readonly documentProperties: Readonly<Record<string, string>>;
  /** What others may do with the file, as of `statSync(…).mode`: its result is no less private. */
  readonly permissions: number;
}

/** An opened sheet, or one sentence that says why the file cannot be used and what to do. */
export type OpenResult = { ok: true; file: OpenedSheet } | { ok: false; message: string };

/** How a file is to be read. */
export interface OpenOptions {
  /** The sheet of a workbook to work on, by its name; null for the one that opens with it. @default null */
  readonly sheetName?: string | null;
  /** The user can go to another sheet later, so that one without headers may be opened. @default false */
  readonly canGoElsewhere?: boolean;
  /** A csv's encoding as the Encoding Standard labels it; null finds out by itself. @default null */
  readonly encoding?: string | null;
}

/** Opens a .csv or .xlsx, with the state saved beside it if it is the result of an earlier command. */
export async function openFile(path: string, options: OpenOptions = {}): Promise<OpenResult> {
  try {
    const { bytes, permissions } = await readSheetBytes(path);
    const name = basename(path);
    const isCsv = fileTypeOf(path) === ".csv";
    const opened = isCsv ? openCsv(bytes, name, options.encoding) : await openXlsx(bytes, name);
    chooseSheet(opened.spreadsheet, name, options);
    const documentProperties = readSheetState(path, opened.spreadsheet);
    return { ok: true, file: { ...opened, documentProperties, permissions } };
  } catch (error) {
    if (error instanceof UnusableFile) return { ok: false, message: error.message };
    throw error;
  }
}

async function readSheetBytes(path: string): Promise<{ bytes: Buffer; permissions: number }> {
  const name = basename(path);
  if (fileTypeOf(path) === null) {
    throw new UnusableFile(`${name} is not a ${fileTypes.join(" or ")} file; save the sheet as one of these`);
  }
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableFile(
      error.code === "ENOENT" ? `${path} does not exist; check its name` : cannotRead(path),
    );
  });
  if (!about.isFile()) throw new UnusableFile(`${path} is not a file; name a .csv or .xlsx file`);
  if (about.size === 0) throw new UnusableFile(`${name} is empty; it needs a header row and orders below it`);
  if (about.size > fileLimits.maxBytes) {
    const limit = fileLimits.maxBytes / 1_000_000;
    throw new UnusableFile(`${name} is larger than ${limit} MB; split it into several files`);
  }
  const bytes = await readFile(path).catch(() => {
    throw new UnusableFile(cannotRead(path));
  });
  return { bytes, permissions: about.mode & 0o666 };
}

function cannotRead(path: string): string {
  return `${path} cannot be read; check its permissions`;
}

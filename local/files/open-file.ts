import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Language } from "../../src/endpoints/settings";
import { chooseSheet } from "./choose-sheet";
import { openCsv } from "./csv";
import { fileTypeOf, fileTypes } from "./file-type";
import { fileLimits, type OpenedFile, UnusableFile } from "./opened-file";
import { readSheetState } from "./sheet-state";
import { fileWords } from "./words/file-words";
import { openXlsx } from "./xlsx/open-xlsx";

/** A sheet from disk, together with what the add-on had remembered about it. */
export interface OpenedSheet extends Omit<OpenedFile, "warnings"> {
  /** What the user should know of the file although it can be used, one sentence each. */
  readonly warnings: readonly string[];
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
  /** What is said of the file is said in this language. @default "en" */
  readonly language?: Language;
}

/** Opens a .csv or .xlsx, with the state saved beside it if it is the result of an earlier command. */
export async function openFile(path: string, options: OpenOptions = {}): Promise<OpenResult> {
  const words = fileWords(options.language ?? "en");
  try {
    const { bytes, permissions } = await readSheetBytes(path);
    const name = basename(path);
    const isCsv = fileTypeOf(path) === ".csv";
    const opened = isCsv ? openCsv(bytes, name, options.encoding) : await openXlsx(bytes, name);
    chooseSheet(opened.spreadsheet, name, options);
    const documentProperties = readSheetState(path, opened.spreadsheet);
    const warnings = opened.warnings.map((say) => say(words));
    return { ok: true, file: { ...opened, warnings, documentProperties, permissions } };
  } catch (error) {
    if (error instanceof UnusableFile) return { ok: false, message: error.say(words) };
    throw error;
  }
}

async function readSheetBytes(path: string): Promise<{ bytes: Buffer; permissions: number }> {
  const name = basename(path);
  if (fileTypeOf(path) === null) {
    throw new UnusableFile((words) => words.notAFileType(name, fileTypes));
  }
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableFile((words) =>
      error.code === "ENOENT" ? words.missing(path) : words.unreadable(path),
    );
  });
  if (!about.isFile()) throw new UnusableFile((words) => words.notAFile(path));
  if (about.size === 0) throw new UnusableFile((words) => words.empty(name));
  if (about.size > fileLimits.maxBytes) {
    const limit = fileLimits.maxBytes / 1_000_000;
    throw new UnusableFile((words) => words.tooLarge(name, limit));
  }
  const bytes = await readFile(path).catch(() => {
    throw new UnusableFile((words) => words.unreadable(path));
  });
  return { bytes, permissions: about.mode & 0o666 };
}

import type { AddressFault } from "../../../src/bitbybit/api-address";
import type { ApiKeyFault } from "../../../src/bitbybit/api-key";
import type { ArgumentFault } from "../../option-parser";

const where = "use https://api.bitbybit.studio/… or http://127.0.0.1:PORT/…";
const copyAgain = "copy it again from Settings > Developer";

const addressFaults: Readonly<Record<AddressFault, string>> = {
  shape: "is not a web address",
  credentials: "holds a user name or password",
  scheme: "is not encrypted",
  host: "is neither on this machine nor bitbybit's own",
  port: "names another port than bitbybit's",
  query: "goes on after its path",
};

const keyFaults: Readonly<Record<ApiKeyFault, string>> = {
  empty: "--api needs an API key; set BITBYBIT_API_KEY in the environment, or give --key",
  space: `The API key has a space or line break in it; ${copyAgain}`,
  shape: `The API key is not one of bitbybit's, which begin with bbb_test_ or bbb_live_; ${copyAgain}`,
  tooLong: `The API key is too long for one of bitbybit's; ${copyAgain}`,
};

/** What only a command says, besides what the add-on does, in English. */
export const english = {
  /** What `--help` prints. */
  help: {
    intro:
      "Opens a .csv or .xlsx sheet of orders (default: examples/orders.csv), clicks the add-on's menu item on the selected\n" +
      "rows, and saves the sheet as it then is beside the file.",
    exitCodes:
      "Ends with 0 when every selected order is done, 1 when some are not, 2 when the command or the file cannot be used.",
    help: "this text",
    select: "the rows of these ranges, such as A2:D9, 5:9, A:C, B3 (default: all rows)",
    do: (actions: string) => `${actions} (default: create)`,
    sheet: "the sheet of a workbook (default: the one that opens with it)",
    headerRow: "the row of the headers (default: the confirmed one, or found out)",
    map: "read a field from the column of this header, or letter; as often as needed",
    default: "a value for all rows, for a field without a column; as often as needed",
    acceptColumns: "read the columns as proposed; without it a proposal is shown, and nothing done",
    encoding: "of a csv, such as windows-1252 (default: UTF-8 or UTF-16, found out)",
    language: (languages: string) => `what the add-on and this command speak: ${languages} (default: en)`,
    or: " or ",
    api: "the API to talk to (default: a stand-in on this machine, started for this command)",
    key: "the API key for it; better in the environment, as BITBYBIT_API_KEY",
    out: "where to save (default: NAME.result.EXT beside the file)",
    json: "print one JSON object and nothing else (with npm start --silent)",
    yes: "do not ask before live orders are made",
    force: "take over a result that a command on another computer has not finished",
    /** `message`: what the parser says of it. */
    wrong: (_: ArgumentFault, message: string) => `${message}; see npm start -- --help`,
  },
  /** Why a command line cannot be used. */
  options: {
    oneFile: (files: string) => `One file at a time, not ${files}`,
    emptyName: "The file's name is empty; name a .csv or .xlsx file",
    notAFile: (file: string, types: readonly string[]) =>
      `${file} is not a ${types.join(" or ")} file; save the sheet as one of these`,
    outEmpty: "--out is empty; name the file to save to",
    outType: (out: string, extension: string) =>
      `--out ${out} must end in ${extension}, as the file that is read does`,
    outIsInput: (out: string) => `--out ${out} is the file that is read; name another one`,
    isInput: (output: string) => `${output} is the file that is read; name another one with --out`,
    outIsNoFile: (output: string) => `${output} is not a file; name another one with --out`,
    sheetOfCsv: (name: string) => `--sheet ${name} is for workbooks; a csv has one sheet`,
    headerRow: (text: string) => `--header-row ${text} is not the number of a row, such as 3`,
    encoding: (name: string) => `--encoding ${name} is for csv files; a workbook says its own`,
    range: (text: string) => `--select ${text} is not a range; write A2:D9, 5:9, A:C or B3`,
    noneOf: (option: string, text: string, known: readonly string[]) =>
      `${option} ${text} is not one of ${known.join(", ")}`,
    address: (text: string, fault: AddressFault) => `--api ${text} ${addressFaults[fault]}; ${where}`,
    key: (fault: ApiKeyFault) => keyFaults[fault],
    unusedKey: "--key is not used without --api: the stand-in is started with its own key.",
    liveKey: "The API key is live, so orders would be real; add --yes to go on without being asked",
    folder: (folder: string) => `Nothing can be saved in ${folder}; name a file in another folder with --out`,
    replaced: (result: string, input: string) =>
      `${result} of an earlier command is replaced; to go on with that one, name it instead of ${input}.`,
  },
  /** How the columns of a sheet are read. */
  columns: {
    titles: ["Field", "Column", "Header", "Sample", "Read by"],
    readBy: {
      name: "its name",
      saved: "confirmed",
      proposal: "proposed",
      map: "--map",
      default: "--default",
    },
    howToGoOn:
      'Nothing was sent, nothing was saved. Take this with --accept-columns, or change it with --map "Field=Header", ' +
      '--default "Field=Value" or --header-row N.',
    howToComplete:
      'Nothing was sent, nothing was saved. Add --map "Field=Header" (or "Field=C" for column C) or --default "Field=Value" ' +
      "for what is missing, and --accept-columns to take the rest.",
    noHeaders: (row: number) => `Row ${row} holds no headers; name the row of the headers with --header-row`,
    furtherDown: "If the headers stand further down, add --header-row N.",
    looksLike: (platform: string) =>
      `This looks like ${/^[aeiou]/i.test(platform) ? "an" : "a"} ${platform} export.`,
    headersIn: (row: number) => `The headers stand in row ${row}.`,
    anyOf: (names: readonly string[]) => names.join(" or "),
    missing: (groups: readonly string[]) => `Still missing: ${groups.join("; ")}.`,
    notRead: (columns: readonly string[]) => `Not read: ${columns.join(", ")}`,
    twice: (option: string, label: string) => `${option} names "${label}" twice; give it once`,
    defaultForm: "is not of the form Field=Value; type it like Zip=40115",
    defaultField: (able: readonly string[]) =>
      `names no field that can have one; these can: ${able.join(", ")}`,
    defaultUnused: (label: string, column: string) => `is not used: ${label} is read from column ${column}`,
    defaultQuantity: "is not a whole number from 1 on",
  },
  /** A run, and what is left of an earlier one. */
  runs: {
    whichSheet: (name: string) => `The sheet "${name}" is the one that opens with this file. `,
    leftBehind: (remaining: number) =>
      `an earlier run was broken off${remaining === 0 ? "" : ` with ${remaining} of its orders to go`}. It goes on first, whatever is selected.`,
    finishedThenCalledOff: "The run that had been broken off is finished; the selection was called off.",
    finished: "The run that had been broken off is finished.",
    finishedAs: (summary: string) => `The run that had been broken off is finished: ${summary}`,
    calledOff: "Called off: nothing was sent, nothing was saved.",
    stopping: "Stopping once the answers under way are here; Ctrl-C again ends at once.",
    secondsLeft: (seconds: number) => `${seconds} s left`,
    goOn: "Go on? (yes/no)",
    unexpected: (what: string) => `Something unexpected broke the command off: ${what}`,
  },
  /** What a command ends with. */
  report: {
    row: "Row",
    more: (rows: number) => `… and ${rows} rows more`,
    savedAs: (output: string) => `Saved as ${output}`,
  },
};

/** What only a command says, in any language: a language that lacks a sentence does not compile. */
export type CommandWords = typeof english;

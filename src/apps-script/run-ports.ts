import type { RunPorts } from "../ports/ports";
import { httpPort } from "./http";
import {
  clockPort,
  documentLockPort,
  documentPropertiesPort,
  orElse,
  scriptCachePort,
  sha256,
} from "./platform";
import { withSheetFaults } from "./sheet-fault";
import { logSheetPort } from "./sheets/log-sheet";
import { spreadsheetPort } from "./sheets/spreadsheet";

/** Everything that a run touches, as Apps Script has it. Not for `onOpen`, which may touch none of it. */
export function runPorts(): RunPorts {
  const spreadsheet = withSheetFaults(() => SpreadsheetApp.getActiveSpreadsheet());
  return {
    spreadsheet: spreadsheetPort(spreadsheet),
    log: logSheetPort(spreadsheet),
    properties: documentPropertiesPort(),
    cache: scriptCachePort(),
    lock: documentLockPort(),
    http: httpPort(),
    clock: clockPort(() => withSheetFaults(() => spreadsheet.getSpreadsheetTimeZone())),
    random: () => Math.random(),
    sha256,
    report: (sentence) => orElse(undefined, () => spreadsheet.toast(sentence, "bitbybit Orders", 5)),
  };
}

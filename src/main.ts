import { addMenu, ask, say, showDialog, showSidebar } from "./apps-script/menu";
import { askForPermissions, refusedPermissions } from "./apps-script/permissions";
import { isLocalRun, placeOfSpreadsheet, userLocale, userSettingsPort } from "./apps-script/platform";
import { runPorts } from "./apps-script/run-ports";
import { writeTemplate } from "./apps-script/sheets/template-sheet";
import { userCellsPort } from "./apps-script/sheets/user-cells";
import * as columnCalls from "./entry/column-calls";
import { fromMenu } from "./entry/for-user";
import type { Platform } from "./entry/platform";
import * as problemCalls from "./entry/problem-calls";
import * as runCalls from "./entry/run-calls";
import { runFromMenu } from "./entry/run-from-menu";
import { setUpSheet as setUp } from "./entry/set-up-sheet";
import * as settingsCalls from "./entry/settings-calls";
import { showHelp as help } from "./entry/show-help";
import { getState as state } from "./entry/sidebar-state";
import { menuOf } from "./entry/user";

/*
 * The composition root: what Sheets calls (triggers, menu items, the sidebar's calls), each given the platform that it
 * works on. Nothing here decides anything about orders, and nothing is called while the script is loaded.
 */

declare const ADD_ON_VERSION: string;

const platform: Platform = {
  version: ADD_ON_VERSION,
  ports: runPorts,
  settings: userSettingsPort,
  isLocal: isLocalRun,
  place: placeOfSpreadsheet,
  userLocale,
  userCells: userCellsPort,
  writeTemplate,
  say,
  ask,
  showDialog,
  showSidebar,
  refusedPermissions,
  askForPermissions,
};

/** Adds the menu. Runs under AuthMode NONE or LIMITED, so it may do nothing else. */
export function onOpen(): void {
  addMenu(menuOf(platform));
}

/** After the installation no document is opened anew, so the menu has to be added here. */
export function onInstall(): void {
  onOpen();
}

/** Menu: Create orders from selection. Continues a run that has not ended; else starts one. */
export const createOrders = runFromMenu(platform, "create");

/** Menu: Check selection. */
export const checkSelection = runFromMenu(platform, "check");

/** Menu: Resolve unconfirmed rows. */
export const resolveUnconfirmed = runFromMenu(platform, "resolve");

/** Menu: Not in bitbybit: send again. */
export const sendAgain = runFromMenu(platform, "sendAgain");

/** Menu: Set up this sheet. */
export const setUpSheet = setUp(platform);

/** Menu: Open sidebar. */
export function openSidebar(): void {
  fromMenu(platform, showSidebar);
}

/** Menu: Help. */
export const showHelp = help(platform);

// The sidebar's calls; `Endpoints` says what each of them does.

export const getState = state(platform);

export const planRun = runCalls.planRun(platform);
export const startRun = runCalls.startRun(platform);
export const continueRun = runCalls.continueRun(platform);
export const stopRun = runCalls.stopRun(platform);
export const previewRow = runCalls.previewRow(platform);

export const getProblems = problemCalls.getProblems(platform);
export const fixCells = problemCalls.fixCells(platform);
export const undoFix = problemCalls.undoFix(platform);
export const selectCell = problemCalls.selectCell(platform);

export const getColumns = columnCalls.getColumns(platform);
export const saveColumns = columnCalls.saveColumns(platform);

export const saveSettings = settingsCalls.saveSettings(platform);
export const forgetKey = settingsCalls.forgetKey(platform);
export const testConnection = settingsCalls.testConnection(platform);

import { addMenu, ask, say, showSidebar } from "./apps-script/menu";
import { isLocalRun, userSettingsPort } from "./apps-script/platform";
import { runPorts } from "./apps-script/run-ports";
import { defaultApiAddress } from "./bitbybit/api-address";
import { checkApiKey } from "./bitbybit/api-key";
import { testConnectionRequest } from "./bitbybit/requests";
import { judgeConnection } from "./bitbybit/test-connection";
import type { Done, Endpoints, SettingsAnswer, SettingsView } from "./endpoints";
import { english } from "./messages/english";
import { leaseText } from "./run/confirm";
import { keyMarkOf } from "./run/execution";
import { listProblems } from "./run/list-problems";
import { isPrepared, prepareSheet, refuseForeignCells } from "./run/prepare-sheet";
import type { RunKind, RunProgress } from "./run/progress";
import { refusalText } from "./run/refusal";
import { currentProgress, nextStep } from "./run/run";
import { menuStep, sidebarStep } from "./run/run-options";
import { isOwnRun, readRun } from "./run/run-record";
import { carryOut, carryOutConfirmed, nothingToDo, openExecution, propose } from "./run/session";
import { requestStop } from "./run/stop";
import { changeSettings, readSettingsChange } from "./settings/change-settings";
import { describeKey, readSettings, type Settings, writeSettings } from "./settings/settings";

/*
 * The composition root: what Sheets calls (triggers, menu items, the sidebar's calls), each put together from the ports
 * that it needs. Nothing here decides anything about orders, and nothing is called while the script is loaded.
 */

declare const ADD_ON_VERSION: string;

/** Adds the menu. Runs under AuthMode NONE or LIMITED, so it may do nothing else. */
export function onOpen(): void {
  addMenu();
}

/** After the installation no document is opened anew, so the menu has to be added here. */
export function onInstall(): void {
  onOpen();
}

/** Menu: Create orders from selection. Goes on with a run that has not ended; else starts one. */
export function createOrders(): void {
  fromMenu("create");
}

/** Menu: Check selection. */
export function checkSelection(): void {
  fromMenu("check");
}

/** Menu: Resolve unconfirmed rows. */
export function resolveUnconfirmed(): void {
  fromMenu("resolve");
}

/** Menu: Not in bitbybit: send again. */
export function sendAgain(): void {
  fromMenu("sendAgain");
}

/** Menu: Set up this sheet. Adds the missing status columns, and warns of a filter that would part them from the rows. */
export function setUpSheet(): void {
  try {
    const ports = runPorts();
    const sheet = ports.spreadsheet.activeSheet();
    const display = sheet.readDisplay();
    refuseForeignCells(display, isPrepared(ports.properties.readAll(), sheet.sheetId));
    prepareSheet(sheet, ports.properties, display[0] ?? [], true);
    const filterLast = sheet.filterLastColumnIndex();
    const [after = []] = sheet.readDisplay();
    const tooShort = filterLast !== null && filterLast < after.length - 1;
    say(
      tooShort
        ? `${english.addOn.setUp.done}\n\n${english.addOn.setUp.filterTooShort}`
        : english.addOn.setUp.done,
    );
  } catch (thrown) {
    report(thrown);
  }
}

/** Menu: Open sidebar. */
export function openSidebar(): void {
  showSidebar();
}

/** Sidebar: everything that it shows when it opens. */
export function getState(): ReturnType<Endpoints["getState"]> {
  return inWords(() => {
    const ports = runPorts();
    const { settings, notice } = currentSettings();
    const run = readRun(ports.properties.readAll());
    const { userName, apiKey } = settings;
    const user = { userName, keyMark: apiKey === "" ? "" : keyMarkOf(ports, apiKey) };
    const lease = leaseText(run, user, ports.clock.nowMs(), (atMs) => ports.clock.format(atMs));
    return {
      version: ADD_ON_VERSION,
      settings: viewOf(settings, notice),
      run: run && currentProgress(ports, run),
      runIsAnothers: run !== null && !run.ended && !isOwnRun(run, user),
      lease,
    };
  });
}

/** Sidebar: what the selection holds and what would happen to it. */
export function planRun(kind: RunKind): ReturnType<Endpoints["planRun"]> {
  return answered(() => {
    const proposal = propose(openExecution(runPorts(), currentSettings().settings), knownKind(kind));
    const nothing = nothingToDo(proposal);
    return nothing === "" ? { ok: true, plan: proposal.shown } : { ok: false, message: nothing };
  });
}

/** Sidebar: starts what `planRun` described. */
export function startRun(kind: RunKind, token: string): ReturnType<Endpoints["startRun"]> {
  return answered(() => {
    const execution = openExecution(runPorts(), currentSettings().settings);
    return { ok: true, run: carryOutConfirmed(execution, knownKind(kind), String(token), sidebarStep) };
  });
}

/** Sidebar: goes on with a run for one step. */
export function continueRun(runId: string): ReturnType<Endpoints["continueRun"]> {
  return answered(() => {
    const execution = openExecution(runPorts(), currentSettings().settings);
    return { ok: true, run: nextStep(execution, String(runId), sidebarStep) };
  });
}

/** Sidebar: asks a run to stop. */
export function stopRun(runId: string): ReturnType<Endpoints["stopRun"]> {
  return answered(() => {
    const ports = runPorts();
    requestStop(ports.properties, String(runId));
    const execution = openExecution(ports, currentSettings().settings);
    return { ok: true, run: nextStep(execution, String(runId), sidebarStep) };
  });
}

/** Sidebar: the rows of the active sheet that need a person. */
export function getProblems(): ReturnType<Endpoints["getProblems"]> {
  return inWords(() => listProblems(runPorts().spreadsheet.activeSheet()));
}

/** Sidebar: selects a cell. */
export function selectCell(sheetId: number, cell: string): Done {
  const done = inWords(() => runPorts().spreadsheet.selectCell(Number(sheetId), String(cell)));
  return { ok: done, message: done ? "" : english.addOn.sheetGone };
}

/** Sidebar: saves settings; the API key never comes back. */
export function saveSettings(change: unknown): SettingsAnswer {
  const { settings, notice } = currentSettings();
  const wanted = readSettingsChange(change);
  if (!wanted)
    return { ok: false, message: english.addOn.settings.arguments, settings: viewOf(settings, notice) };
  const changed = changeSettings(settings, wanted, isLocalRun());
  if (!changed.ok) return { ok: false, message: changed.message, settings: viewOf(settings, notice) };
  writeSettings(userSettingsPort(), changed.settings);
  return { ok: true, message: english.addOn.settings.saved, settings: viewOf(changed.settings, "") };
}

/** Sidebar: removes the API key. */
export function forgetKey(): SettingsAnswer {
  const settings = { ...currentSettings().settings, apiKey: "" };
  writeSettings(userSettingsPort(), settings);
  return { ok: true, message: english.addOn.settings.forgotten, settings: viewOf(settings, "") };
}

/** Sidebar: lists one order and says what works, or what is wrong and how to mend it. */
export function testConnection(): Done {
  const { settings } = currentSettings();
  const key = checkApiKey(settings.apiKey);
  if (!key.ok) return { ok: false, message: english.runs.noKey };
  const { apiAddress: address, referencePlace } = settings;
  const wave = runPorts().http.send([testConnectionRequest({ address, apiKey: key.apiKey, referencePlace })]);
  const state = judgeConnection(wave);
  return {
    ok: state === "works" || state === "noRead",
    message: english.addOn.connection(state, key.environment),
  };
}

/** A menu item that works on the selection: plan, ask, carry out, say. */
function fromMenu(kind: RunKind): void {
  try {
    const ports = runPorts();
    const execution = openExecution(ports, currentSettings().settings);
    const running = readRun(ports.properties.readAll());
    if (kind === "create" && running && !running.ended && isOwnRun(running, execution)) {
      const progress = nextStep(execution, running.id, menuStep);
      // A run that only had to be settled makes way for what the user has selected now.
      if (progress.state !== "ended") {
        say(outcomeOf(progress));
        return;
      }
    }
    const proposal = propose(execution, kind);
    const nothing = nothingToDo(proposal);
    if (nothing !== "") {
      say(nothing);
      return;
    }
    if (kind !== "check" && proposal.shown.orders > 0 && !ask(proposal.shown.question)) return;
    // What does not fit into one execution goes on in the sidebar, which calls for one step after the other.
    const fits = proposal.shown.secondsNeeded * 1000 < menuStep.budgetMs;
    const progress = carryOut(execution, proposal, fits ? menuStep : sidebarStep);
    if (progress.state !== "ended") showSidebar();
    // A check asks nothing, so what there is to know has not been said yet.
    const unsaid = kind === "check" ? proposal.shown.warnings : [];
    say([outcomeOf(progress), ...unsaid].join("\n\n"));
  } catch (thrown) {
    report(thrown);
  }
}

function outcomeOf(progress: RunProgress): string {
  if (progress.state === "ended") return progress.summary;
  return english.runs.goOn(progress.counts.created, progress.remaining);
}

/** Shows what ended a run, in words. */
function report(thrown: unknown): void {
  say(refusalText(thrown));
}

function answered<T extends { ok: boolean }>(act: () => T): T | { ok: false; message: string } {
  try {
    return act();
  } catch (thrown) {
    return { ok: false, message: refusalText(thrown) };
  }
}

/** For calls whose answer has no place for a refusal: what went wrong reaches the page as a sentence all the same. */
function inWords<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    throw new Error(refusalText(thrown));
  }
}

function currentSettings(): { settings: Settings; notice: string } {
  const { settings, replaced } = readSettings(userSettingsPort(), isLocalRun());
  return { settings, notice: replaced ? english.addOn.settings.replaced : "" };
}

function viewOf(settings: Settings, notice: string): SettingsView {
  const { userName, referencePlace, apiAddress } = settings;
  return { ...describeKey(settings.apiKey), userName, referencePlace, apiAddress, defaultApiAddress, notice };
}

/** The page may send anything; what is no kind of run is a check, which sends nothing. */
function knownKind(kind: unknown): RunKind {
  return kind === "create" || kind === "resolve" || kind === "sendAgain" ? kind : "check";
}

import { addMenu, ask, say, showDialog, showSidebar } from "./apps-script/menu";
import { isLocalRun, placeOfSpreadsheet, userSettingsPort } from "./apps-script/platform";
import { runPorts } from "./apps-script/run-ports";
import { writeTemplate } from "./apps-script/template-sheet";
import { userCellsPort } from "./apps-script/user-cells";
import { defaultApiAddress } from "./bitbybit/api-address";
import { checkApiKey } from "./bitbybit/api-key";
import { undeclaredLimit } from "./bitbybit/rate-limit";
import { testConnectionRequest } from "./bitbybit/requests";
import { judgeConnection } from "./bitbybit/test-connection";
import type { Done, Endpoints, FixAnswer, SettingsAnswer, SettingsView } from "./endpoints";
import { gatherFacts, type HelpSources } from "./help/gather-facts";
import { helpPage } from "./help/page";
import { helpReport } from "./help/report";
import { JournalStore, StorageFault } from "./journal/journal-store";
import { type Catalogue, catalogueOf } from "./messages/catalogue";
import { chosenColumns, columnsView, fingerprintOf } from "./messages/columns-view";
import { listProblems } from "./messages/list-problems";
import { previewAnswer } from "./messages/preview-view";
import { runWords } from "./messages/run-words";
import { planView, progressView, summaryOf } from "./messages/views";
import { isEmptySheet, type TemplateColumn, templateColumns } from "./orders/template";
import { countMissing, isToBeAsked, readColumns, saveColumnChoice } from "./plan/columns-tab";
import type { ListedRows, Plan } from "./plan/plan";
import { previewChosenRow } from "./plan/preview-row";
import { anothersRun, questionAbout } from "./plan/question";
import { type FixOutcome, fixCells as fixCellsOf, undoFix as undoFixOf } from "./problems/fix-cells";
import type { RunKind } from "./receipt/progress";
import { apiKeyHashOf, type Context } from "./run/context";
import { defaultOptions, menuStep, sidebarStep } from "./run/options";
import { type RunPorts, SheetFault, type SheetPort } from "./run/ports";
import { RunError } from "./run/run-error";
import { isOwnRun, readRun } from "./run/run-record";
import {
  continueRun as continueRunStep,
  currentReport,
  execute,
  executeConfirmed,
  openContext,
  propose,
  type RunReport,
  stopRun as stopRunNow,
} from "./run/session";
import { changeSettings, readSettingsChange } from "./settings/change-settings";
import {
  defaultSettings,
  describeKey,
  readSettings,
  type Settings,
  writeSettings,
} from "./settings/settings";
import type { SheetReading } from "./sheet/sheet-reading";
import { prepareSheet } from "./spreadsheet/prepare-sheet";
import { readSheet } from "./spreadsheet/read-sheet";
import { columnsOf, refuseNewer, sheetMemory } from "./spreadsheet/sheet-columns";

/*
 * The composition root: what Sheets calls (triggers, menu items, the sidebar's calls), each put together from the ports
 * that it needs. Nothing here decides anything about orders, and nothing is called while the script is loaded.
 */

declare const ADD_ON_VERSION: string;

/** Adds the menu. Runs under AuthMode NONE or LIMITED, so it may do nothing else. */
export function onOpen(): void {
  addMenu(messagesFor(defaultSettings).addOn.menu);
}

/** After the installation no document is opened anew, so the menu has to be added here. */
export function onInstall(): void {
  onOpen();
}

/** Menu: Create orders from selection. Goes on with a run that has not ended; else starts one. */
export function createOrders(): void {
  runFromMenu("create");
}

/** Menu: Check selection. */
export function checkSelection(): void {
  runFromMenu("check");
}

/** Menu: Resolve unconfirmed rows. */
export function resolveUnconfirmed(): void {
  runFromMenu("resolve");
}

/** Menu: Not in bitbybit: send again. */
export function sendAgain(): void {
  runFromMenu("sendAgain");
}

/** Menu: Set up this sheet. Writes the template into an empty one, adds the missing status columns, and warns of a filter that would part them from the rows. */
export function setUpSheet(): void {
  fromMenu(({ messages }) => {
    const ports = runPorts();
    const sheet = ports.spreadsheet.activeSheet();
    const isNew = isEmptySheet(sheet.readDisplay());
    if (isNew) {
      const noteOf = ({ field, isNeeded }: TemplateColumn) => messages.templateNote(field, isNeeded);
      writeTemplate(sheet.sheetId, templateColumns(), noteOf);
    }
    const memory = sheetMemory(ports.properties.readAll(), sheet.sheetId);
    prepareSheet(sheet, ports.properties, columnsOf(sheet.readDisplay(), memory), true);
    const filterLast = sheet.filterLastColumnIndex();
    const { headerRow } = columnsOf(sheet.readDisplay(), memory);
    const tooShort = filterLast !== null && filterLast < headerRow.length - 1;
    const done = isNew ? messages.addOn.setUp.template : messages.addOn.setUp.done;
    say(tooShort ? `${done}\n\n${messages.addOn.setUp.filterTooShort}` : done);
  });
}

/** Menu: Open sidebar. */
export function openSidebar(): void {
  showSidebar();
}

/** Menu: Help. A dialog with the version and what the add-on sees, and a report to copy: no cell and no key is in it. */
export function showHelp(): void {
  fromMenu(({ messages, settings }) => {
    const ports = runPorts();
    const facts = gatherFacts({
      version: ADD_ON_VERSION,
      nowMs: ports.clock.nowMs(),
      settings,
      sheet: helpSheet(),
      journal: new JournalStore(ports.properties, defaultOptions.journal, () => ports.clock.nowMs()),
      options: defaultOptions,
      ...placeOfSpreadsheet(),
    });
    showDialog(
      helpPage(messages.help(facts, timeOf(messages, ports)), helpReport(facts)),
      messages.addOn.menu.help,
    );
  });
}

/** Sidebar: everything that it shows when it opens. */
export function getState(): ReturnType<Endpoints["getState"]> {
  return inWords(({ messages, settings, notice }) => {
    const ports = runPorts();
    const journal = new JournalStore(ports.properties, defaultOptions.journal, () => ports.clock.nowMs());
    const run = readRun(journal.read().properties);
    const { userName, apiKey } = settings;
    const user = { userName, apiKeyHash: apiKey === "" ? "" : apiKeyHashOf(ports, apiKey) };
    const other = anothersRun(run, user, ports.clock.nowMs(), defaultOptions.leaseMs);
    const time = timeOf(messages, ports);
    const { display, memory } = activeSheetAsShown();
    const columns = readColumns(display, memory);
    return {
      columnsMissing: countMissing(columns),
      open: isToBeAsked(columns) ? "columns" : "run",
      version: ADD_ON_VERSION,
      settings: viewOf({ settings, notice }),
      run: run && progressView(messages, currentReport({ ports, journal }, run), undeclaredLimit, time),
      runIsAnothers: run !== null && run.end === null && !isOwnRun(run, user),
      lease: other ? messages.runs.anotherRuns(other.userName, time(other.startedAtMs), other.queued) : "",
    };
  });
}

/** Sidebar: what the selection holds and what would happen to it. */
export function planRun(kind: RunKind, rows?: unknown): ReturnType<Endpoints["planRun"]> {
  return answered((user) => {
    const context = newContext(user, knownKind(kind));
    const plan = propose(context, knownKind(kind), listedRows(rows));
    const nothing = nothingToDo(user, context, plan);
    if (nothing !== "") return { ok: false, message: nothing };
    return {
      ok: true,
      plan: planView(
        user.messages,
        questionAbout(context, plan),
        plan.token,
        timeOf(user.messages, context.ports),
      ),
    };
  });
}

/** Sidebar: starts what `planRun` described. */
export function startRun(kind: RunKind, token: string, rows?: unknown): ReturnType<Endpoints["startRun"]> {
  const known = knownKind(kind);
  return answeredRun(known, (context) =>
    executeConfirmed(context, known, String(token), sidebarStep, listedRows(rows)),
  );
}

/** Sidebar: works on a run for one more step. */
export function continueRun(runId: string): ReturnType<Endpoints["continueRun"]> {
  return answeredRun("create", (context) => continueRunStep(context, String(runId), sidebarStep));
}

/** Sidebar: stops a run. */
export function stopRun(runId: string): ReturnType<Endpoints["stopRun"]> {
  return answeredRun("create", (context) => stopRunNow(context, String(runId)));
}

/** Sidebar: what will be sent for the chosen row. */
export function previewRow(): ReturnType<Endpoints["previewRow"]> {
  return answered((user) => previewAnswer(user.messages, previewChosenRow(newContext(user, "check"))));
}

/** Sidebar: the rows of the active sheet that need a person. */
export function getProblems(): ReturnType<Endpoints["getProblems"]> {
  return inWords((user) => {
    const context = newContext(user, "check");
    const sheet = context.ports.spreadsheet.activeSheet();
    const reading = readingOf(context, sheet);
    const sheetName = sheet.name();
    return reading ? listProblems(user.messages, reading, sheetName) : { sheetName, items: [], more: 0 };
  });
}

/** Sidebar: writes the certain cure into the cells of one cause. */
export function fixCells(sheetId: number, cause: string): FixAnswer {
  return answeredFix((context) => {
    const found = userSheet(context, Number(sheetId));
    return found ? fixCellsOf(context, found.sheet, found.userCells, String(cause)) : { kind: "sheetGone" };
  });
}

/** Sidebar: puts back what `fixCells` replaced. */
export function undoFix(undoToken: string): FixAnswer {
  return answeredFix((context) =>
    undoFixOf(context, (sheetId) => userSheet(context, sheetId), String(undoToken)),
  );
}

/** Sidebar: how the columns of the active sheet are read. */
export function getColumns(headerRow?: unknown): ReturnType<Endpoints["getColumns"]> {
  return answered(({ messages }) => {
    const { sheet, display, memory } = activeSheetAsShown();
    refuseNewer(memory);
    const row = typeof headerRow === "number" && headerRow >= 1 ? Math.floor(headerRow) : undefined;
    const reading = readColumns(display, memory, row);
    return {
      ok: true,
      columns: columnsView(messages, reading, display, { sheetId: sheet.sheetId, name: sheet.name() }),
    };
  });
}

/** Sidebar: keeps what the user has chosen for the columns. */
export function saveColumns(choice: unknown): ReturnType<Endpoints["saveColumns"]> {
  return answered(({ messages }) => {
    const chosen = chosenColumns(choice);
    if (!chosen) return { ok: false, message: messages.addOn.settings.arguments };
    const { ports, sheet, display, memory: before } = activeSheetAsShown();
    refuseNewer(before);
    const isAsShown =
      sheet.sheetId === chosen.sheetId &&
      fingerprintOf(display, chosen.headerRowNumber) === chosen.fingerprint;
    if (!isAsShown) return { ok: false, message: messages.runs.problem({ code: "changedSince" }) };
    const missing = saveColumnChoice(display, sheet.sheetId, chosen, ports.properties);
    if (missing) return { ok: false, message: messages.columns.notSaved(missing) };
    const memory = sheetMemory(ports.properties.readAll(), sheet.sheetId);
    const view = columnsView(messages, readColumns(display, memory), display, {
      sheetId: sheet.sheetId,
      name: sheet.name(),
    });
    return { ok: true, columns: view, message: messages.columns.saved };
  });
}

/** Sidebar: selects a cell. */
export function selectCell(sheetId: number, cell: string): Done {
  return inWords(({ messages }) => {
    const done = runPorts().spreadsheet.selectCell(Number(sheetId), String(cell));
    return { ok: done, message: done ? "" : messages.addOn.sheetGone };
  });
}

/** Sidebar: saves settings; the API key never comes back. */
export function saveSettings(change: unknown): SettingsAnswer {
  return inWords((user) => {
    const { settings, isNewer, messages } = user;
    const refused = (message: string) => ({ ok: false, message, settings: viewOf(user) });
    if (isNewer) return refused(newerSettings(messages));
    const wanted = readSettingsChange(change);
    if (!wanted) return refused(messages.addOn.settings.arguments);
    const changed = changeSettings(settings, wanted, isLocalRun());
    if (!changed.ok) return refused(messages.addOn.settings.fault(changed.fault));
    return saved(changed.settings, ({ addOn }) => addOn.settings.saved);
  });
}

/** Sidebar: removes the API key. */
export function forgetKey(): SettingsAnswer {
  return inWords((user) => {
    const { settings, isNewer, messages } = user;
    if (isNewer) return { ok: false, message: newerSettings(messages), settings: viewOf(user) };
    return saved({ ...settings, apiKey: "" }, ({ addOn }) => addOn.settings.forgotten);
  });
}

/** Sidebar: lists one order and says what works, or what is wrong and how to fix it. */
export function testConnection(typed?: unknown): ReturnType<Endpoints["testConnection"]> {
  return inWords(({ settings: saved, messages }) => {
    const { addOn, runs } = messages;
    const change = typed === undefined || typed === null ? {} : readSettingsChange(typed);
    if (!change) return { ok: false, message: addOn.settings.arguments };
    const { apiKey, apiAddress } = change;
    const wanted = { ...(apiKey ? { apiKey } : {}), ...(apiAddress ? { apiAddress } : {}) };
    const tested = Object.keys(wanted).length > 0 ? "typed" : "saved";
    const changed = changeSettings(saved, wanted, isLocalRun());
    if (!changed.ok) return { ok: false, message: addOn.settings.fault(changed.fault), tested };
    const { settings } = changed;
    const key = checkApiKey(settings.apiKey);
    if (!key.ok) return { ok: false, message: runs.problem({ code: "noKey" }) };
    const { apiAddress: address, referencePlace } = settings;
    const wave = runPorts().http.send([
      testConnectionRequest({ address, apiKey: key.apiKey, referencePlace }),
    ]);
    const state = judgeConnection(wave);
    return {
      tested,
      ok: state === "works" || state === "noRead",
      message: addOn.connection(state, key.environment),
    };
  });
}

/** A menu item that works on the selection: plan, ask, execute, say. */
function runFromMenu(kind: RunKind): void {
  fromMenu((user) => {
    const { messages } = user;
    const context = newContext(user, kind);
    if (kind === "create" && continueOwnRun(user, context)) return;
    const plan = propose(context, kind);
    const nothing = nothingToDo(user, context, plan);
    if (nothing !== "") {
      say(nothing);
      return;
    }
    const question = questionAbout(context, plan);
    const shown = planView(messages, question, plan.token, timeOf(messages, context.ports));
    if (kind !== "check" && question.orders > 0 && !ask(shown.question)) return;
    // What does not fit into one execution continues in the sidebar, which calls for one step after the other.
    const fits = question.secondsNeeded * 1000 < menuStep.budgetMs;
    const report = execute(context, plan, fits ? menuStep : sidebarStep);
    if (report.state !== "ended") showSidebar();
    // A check asks nothing, so what there is to know has not been said yet.
    const unsaid = kind === "check" ? shown.warnings : [];
    say([outcomeOf(user, report, context), ...unsaid].join("\n\n"));
  });
}

function isAboutColumns({ problem }: RunError): boolean {
  return problem.code === "askColumns" || problem.code === "headers";
}

/** Continues the user's own run under way. False when there is none, or it only had to be ended: it makes way. */
function continueOwnRun(user: User, context: Context): boolean {
  const run = readRun(context.journal.read().properties);
  if (!run || run.end || !isOwnRun(run, context)) return false;
  const report = continueRunStep(context, run.id, menuStep);
  if (report.state === "ended") return false;
  say(outcomeOf(user, report, context));
  return true;
}

function outcomeOf({ messages }: User, report: RunReport, { ports }: Context): string {
  const time = timeOf(messages, ports);
  if (report.state === "ended") return summaryOf(messages, report, time);
  if (report.end) return messages.runs.end(report.end, time);
  return messages.runs.continue(report.counts.created, report.remaining);
}

function nothingToDo({ messages }: User, context: Context, plan: Plan): string {
  const { kind, orders, selection } = plan;
  const nothing = (hasOrders: boolean) => messages.runs.nothingToDo(kind, selection.hiddenRows, hasOrders);
  if (orders.length === 0) return nothing(false);
  if (kind === "check" || kind === "create") return "";
  return questionAbout(context, plan).orders > 0 ? "" : nothing(true);
}

/** An execution with this user's settings. @throws RunError while no API key is saved. */
function newContext({ settings, isNewer, messages }: User, kind: RunKind): Context {
  const ports = runPorts();
  if (isNewer) throw new RunError({ code: "newerSettings" });
  return openContext(
    ports,
    settings,
    runWords(messages, (atMs) => ports.clock.format(atMs)),
    defaultOptions,
    kind,
  );
}

/** How sentences say a moment. */
function timeOf(messages: Catalogue, { clock }: RunPorts): (atMs: number) => string {
  return (atMs) => messages.moment(clock.format(atMs));
}

const codesOfFaults = {
  transient: "sheetsFault",
  unknown: "sheetsFault",
  gone: "columnsGone",
  full: "sheetsFull",
} as const;

/** The sentence for whatever ended a run. Texts of the platform's exceptions are not shown: they hold addresses. */
function refusalText({ runs }: Catalogue, thrown: unknown): string {
  if (thrown instanceof RunError) return runs.problem(thrown.problem);
  if (thrown instanceof StorageFault) return runs.problem({ code: "storageFault" });
  if (!(thrown instanceof SheetFault)) return runs.unexpected;
  if (thrown.kind === "refused") return runs.end({ why: "stuck", cell: thrown.cell }, String);
  return runs.problem({ code: codesOfFaults[thrown.kind] });
}

function answeredRun(kind: RunKind, act: (context: Context) => RunReport): ReturnType<Endpoints["startRun"]> {
  return answered((user) => {
    const context = newContext(user, kind);
    const report = act(context);
    const time = timeOf(user.messages, context.ports);
    const run = progressView(user.messages, report, context.rateLimiter.limit(), time);
    return { ok: true, run };
  });
}

function answeredFix(act: (context: Context) => FixOutcome): FixAnswer {
  const answer = answered((user) => {
    const outcome = act(newContext(user, "check"));
    const ok = outcome.kind === "fixed" || outcome.kind === "undone";
    const undoToken = "undoToken" in outcome ? outcome.undoToken : "";
    return { ok, message: user.messages.findings.fix(outcome), undoToken };
  });
  return { undoToken: "", ...answer };
}

function userSheet({ ports }: Context, sheetId: number) {
  const sheet = ports.spreadsheet.sheetById(sheetId);
  const userCells = userCellsPort(sheetId);
  return sheet && userCells ? { sheet, userCells } : null;
}

/** Null for a sheet whose columns are not known: nothing of the add-on's stands there. */
function readingOf(context: Context, sheet: SheetPort): SheetReading | null {
  try {
    return readSheet(context, sheet);
  } catch (fault) {
    if (fault instanceof RunError) return null;
    throw fault;
  }
}

/** Who calls: their settings, and every sentence in their language. */
interface User {
  settings: Settings;
  /** What is wrong with the settings as they were found; empty for nothing. */
  notice: string;
  /** A newer version of the add-on saved the settings. */
  isNewer: boolean;
  messages: Catalogue;
}

function currentUser(): User {
  const { settings, replaced, isNewer } = readSettings(userSettingsPort(), isLocalRun());
  const messages = messagesFor(settings);
  const notice = isNewer ? newerSettings(messages) : replaced ? messages.addOn.settings.replaced : "";
  return { settings, notice, isNewer, messages };
}

/**
 * Does something for the user who calls. Here alone the language is chosen, once an entry, and passed on from here.
 * `refused` gets what ended it, in words.
 */
function forUser<T>(act: (user: User) => T, refused: (sentence: string, thrown: unknown) => T): T {
  let messages = messagesFor(defaultSettings);
  try {
    const user = currentUser();
    messages = user.messages;
    return act(user);
  } catch (thrown) {
    return refused(refusalText(messages, thrown), thrown);
  }
}

/** For menu items: whatever ends one is said. */
function fromMenu(act: (user: User) => void): void {
  forUser(act, (sentence, thrown) => {
    say(sentence);
    // The sidebar opens at the columns of a sheet that is not understood.
    if (thrown instanceof RunError && isAboutColumns(thrown)) showSidebar();
  });
}

function answered<T extends { ok: boolean }>(act: (user: User) => T): T | { ok: false; message: string } {
  return forUser<T | { ok: false; message: string }>(act, (message) => ({ ok: false, message }));
}

/** For calls whose answer has no place for a refusal: what went wrong reaches the page as a sentence all the same. */
function inWords<T>(act: (user: User) => T): T {
  return forUser(act, (sentence) => {
    throw new Error(sentence);
  });
}

/** Saves settings; the answer is in the language that they choose. */
function saved(settings: Settings, sentence: (messages: Catalogue) => string): SettingsAnswer {
  writeSettings(userSettingsPort(), settings);
  const messages = messagesFor(settings);
  return { ok: true, message: sentence(messages), settings: viewOf({ settings, notice: "" }) };
}

function newerSettings({ runs }: Catalogue): string {
  return runs.problem({ code: "newerSettings" });
}

function messagesFor(_settings: Settings): Catalogue {
  return catalogueOf("en");
}

function viewOf({ settings, notice }: Pick<User, "settings" | "notice">): SettingsView {
  const { userName, referencePlace, apiAddress } = settings;
  return { ...describeKey(settings.apiKey), userName, referencePlace, apiAddress, defaultApiAddress, notice };
}

/** The active sheet with all of its texts, and what is kept about its columns. */
function activeSheetAsShown() {
  const ports = runPorts();
  const sheet = ports.spreadsheet.activeSheet();
  const memory = sheetMemory(ports.properties.readAll(), sheet.sheetId);
  return { ports, sheet, display: sheet.readDisplay(), memory };
}

function helpSheet(): HelpSources["sheet"] {
  try {
    const { display, memory } = activeSheetAsShown();
    return { display, columns: readColumns(display, memory), isMapped: memory.mapping !== null };
  } catch (fault) {
    if (fault instanceof SheetFault) return null;
    throw fault;
  }
}

/** The page may send anything; what names no rows stands for the selection. */
function listedRows(rows: unknown): ListedRows | null {
  if (typeof rows !== "object" || rows === null) return null;
  const { sheetId, rowNumbers } = rows as { sheetId?: unknown; rowNumbers?: unknown };
  if (typeof sheetId !== "number" || !Array.isArray(rowNumbers)) return null;
  return { sheetId, rowNumbers: rowNumbers.filter((row) => Number.isInteger(row)).slice(0, 10_000) };
}

/** The page may send anything; what is no kind of run is a check, which sends nothing. */
function knownKind(kind: unknown): RunKind {
  return kind === "create" || kind === "resolve" || kind === "sendAgain" ? kind : "check";
}

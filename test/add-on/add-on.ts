import { join } from "node:path";
import type { FaultPlan } from "../../local/api/faults";
import { noFaults } from "../../local/api/faults";
import type { Order } from "../../local/api/order";
import { seededRandom } from "../../local/api/seeded-random";
import { StandIn, type StandInOptions } from "../../local/api/stand-in";
import { readBuiltAddOn } from "../../local/command-line/built-add-on";
import {
  type HttpTransport,
  LocalRuntime,
  type RuntimeOptions,
  SimulatedClock,
  Spreadsheet,
  SpreadsheetUser,
  Stores,
} from "../../local/runtime/local-runtime";
import { displayValue } from "../../local/runtime/model/display";
import type { Sheet } from "../../local/runtime/model/sheet";
import { cellOf } from "../../local/runtime/model/user-acts";
import type { Settings } from "../../src/settings/settings";
import { goodRow, headers, type Row } from "./parts/rows";
import { address, keys, makeOrderByHand, testKey, transportTo } from "./parts/shop";
import { answerShape, callEndpoint, planShape, stateShape } from "./parts/sidebar-calls";

export { goodRow, headers, type Row, statusHeaders } from "./parts/rows";
export { liveKey, testKey } from "./parts/shop";

/** What `npm run build` made; `npm test` builds before it runs these tests. */
const built = readBuiltAddOn(join(__dirname, "../../dist"));

/** Each add-on draws other stems, as two spreadsheets in front of one shop do. */
let seed = 0;

/** What a test may set up otherwise. */
export interface Setup {
  rows: Row[];
  headers?: string[];
  apiKey?: string;
  api?: Partial<StandInOptions>;
  /** Requests go here instead of to the stand-in in this process. */
  http?: { transport: HttpTransport; address: string };
  runtime?: Partial<RuntimeOptions>;
}

/** Somebody else who has the same spreadsheet open, with a sidebar of their own. */
export interface Colleague {
  /** Calls an endpoint as the sidebar does. @throws Error with the sentence that the sidebar would show. */
  call(name: string, args: readonly unknown[]): unknown;
  /** Plans and starts a run on the selection; its ID. */
  start(kind: "create" | "check" | "resolve"): string;
}

/** The built add-on over a sheet and a stand-in, used as a person would. */
export class AddOn {
  readonly spreadsheet = new Spreadsheet({ id: "file-1", name: "Shop" });
  readonly sheet: Sheet;
  readonly user: SpreadsheetUser;
  readonly clock = new SimulatedClock(Date.UTC(2026, 2, 2, 8));
  readonly api: StandIn;
  /** Every sentence shown and every question asked, the newest last. */
  readonly said: string[] = [];
  /** Every toast, the newest last. */
  readonly toasts: string[] = [];
  /** The pages of dialogs that were opened, as HtmlService serves them. */
  readonly dialogs: string[] = [];
  /** How questions are answered. */
  answer: "YES" | "NO" = "YES";
  readonly stores = new Stores();
  private runtime: LocalRuntime;
  private readonly runtimeOptions: RuntimeOptions;
  private readonly baseAddress: string;

  constructor(setup: Setup) {
    const names = setup.headers ?? headers;
    this.sheet = this.spreadsheet.addSheet("Orders", {
      maxRows: Math.max(200, setup.rows.length + 1),
      maxColumns: names.length,
    });
    names.forEach((header, index) => {
      this.sheet.setCell(1, index + 1, cellOf(header));
    });
    setup.rows.forEach((row, rowIndex) => {
      names.forEach((header, index) => {
        const value = row[header] ?? goodRow[header] ?? "";
        if (value !== "") this.sheet.setCell(rowIndex + 2, index + 1, cellOf(value));
      });
    });
    this.user = new SpreadsheetUser(this.spreadsheet, () => this.clock.now());
    this.api = new StandIn({ keys, now: () => this.clock.now(), random: seededRandom(3), ...setup.api });
    this.baseAddress = setup.http?.address ?? address;
    this.stores.scriptProperties().setAll({ "bitbybit.local": "1" });
    this.useKey(setup.apiKey ?? testKey);
    this.user.select([`A2:A${setup.rows.length + 1}`]);
    this.runtimeOptions = {
      code: built.code,
      htmlFiles: built.htmlFiles,
      spreadsheet: this.spreadsheet,
      stores: this.stores,
      clock: this.clock,
      random: seededRandom(++seed),
      // Whatever language the exceptions come in: only tests of languages change this one.
      userLocale: "en",
      http: setup.http?.transport ?? transportTo(this.api),
      ui: {
        alert: ({ text, buttons }) => {
          this.said.push(text);
          return buttons === "OK" ? "OK" : this.answer;
        },
        prompt: () => ({ button: "CANCEL", text: "" }),
        toast: ({ message }) => this.toasts.push(message),
        showSidebar: () => {},
        showModalDialog: ({ html }) => this.dialogs.push(html),
      },
      urlFetchWhitelist: [`${this.baseAddress}/`],
    };
    this.runtime = new LocalRuntime({ ...this.runtimeOptions, ...setup.runtime });
  }

  /** Lets all later executions run with these options instead of the ones before. */
  runWith(options: Partial<RuntimeOptions>): void {
    this.runtime = new LocalRuntime({ ...this.runtimeOptions, random: seededRandom(++seed), ...options });
  }

  /** Somebody else with the same spreadsheet, add-on and API key. What a test does to service calls does not reach them. */
  colleague(name: string): Colleague {
    this.useKey(testKey, name);
    const runtime = new LocalRuntime({ ...this.runtimeOptions, user: name, random: seededRandom(++seed) });
    const call = (endpoint: string, args: readonly unknown[]) => callEndpoint(runtime, endpoint, args);
    return {
      call,
      start: (kind) => {
        const { plan } = planShape.parse(call("planRun", [kind]));
        return stateShape.parse(call("startRun", [kind, plan.token])).run.runId;
      },
    };
  }

  /** Clicks a menu item, by the function behind its caption; the last sentence said, which is never about a fault of code. */
  click(caption: string): string {
    this.runtime.execute("onOpen", [], { trigger: "simple", authMode: "LIMITED" });
    const item = this.runtime.menus[0]?.items.find((one) => one.kind === "item" && one.caption === caption);
    if (item?.kind !== "item") throw new Error(`There is no menu item "${caption}".`);
    const result = this.runtime.execute(item.functionName, [], { trigger: "menu", authMode: "FULL" });
    if (result.outcome !== "returned") throw new Error(`${caption} ${result.outcome}: ${result.message}`);
    return this.said[this.said.length - 1] ?? "";
  }

  /** The captions of the menu, as it opens with the spreadsheet. */
  menu(): string[] {
    this.runtime.execute("onOpen", [], { trigger: "simple", authMode: "NONE" });
    return (this.runtime.menus[0]?.items ?? []).flatMap((one) => (one.kind === "item" ? [one.caption] : []));
  }

  create(): string {
    return this.click("Create orders from selection");
  }
  check(): string {
    return this.click("Check selection");
  }
  resolve(): string {
    return this.click("Resolve unconfirmed rows");
  }

  /** Continues the run that was started last for one step, as the sidebar does; how it then stands. */
  continueRun(): { state: string; summary: string } {
    return answerShape.parse(this.call("continueRun", [this.runId()])).run;
  }

  /** The ID of the run that was started last. */
  runId(): string {
    return stateShape.parse(this.call("getState", [])).run.runId;
  }

  /** Plans a run on the selection; the token that stands for it. */
  planToken(kind: "create" | "check" | "resolve"): string {
    return planShape.parse(this.call("planRun", [kind])).plan.token;
  }

  /** Calls an endpoint as the sidebar does. @throws Error with the sentence that the sidebar would show. */
  call(name: string, args: readonly unknown[]): unknown {
    return callEndpoint(this.runtime, name, args);
  }

  /** Saves an API key as the sidebar would. `user`: whose settings, and, for a colleague, the name in them. */
  useKey(apiKey: string, user = "user", language: Settings["language"] = "auto"): void {
    const userName = user === "user" ? "" : user;
    const places = { referencePlace: "notes", apiAddress: this.baseAddress };
    const settings = { v: 1, apiKey, userName, ...places, language };
    this.stores.userProperties(user).setAll({ "bitbybit.settings": JSON.stringify(settings) });
  }

  /** What the add-on keeps with the document. */
  get properties(): ReturnType<Stores["documentProperties"]> {
    return this.stores.documentProperties(this.spreadsheet.id);
  }

  /** Everything that the add-on keeps with the document, as text. */
  documentProperties(): string {
    return JSON.stringify(this.properties.all());
  }

  /** Lets the next requests that create orders go wrong. */
  breakNext(...next: FaultPlan["next"]): void {
    this.api.faults = { ...noFaults, next };
  }

  /** The column with a header, counted from 1. */
  column(header: string): number {
    for (let column = 1; column <= this.sheet.maxColumns; column += 1) {
      if (this.shown(1, column) === header) return column;
    }
    throw new Error(`There is no column "${header}".`);
  }

  /** What a row shows in the column with a header. */
  cell(rowNumber: number, header: string): string {
    return this.shown(rowNumber, this.column(header));
  }

  /** What all rows from row 2 on show in a column. */
  cells(header: string): string[] {
    return Array.from({ length: this.sheet.lastRow() - 1 }, (_, index) => this.cell(index + 2, header));
  }

  /** Types into a cell. */
  type(rowNumber: number, header: string, text: string): void {
    this.user.editCell(this.sheet, rowNumber, this.column(header), text);
  }

  /** Makes an order in bitbybit itself, as somebody without this spreadsheet would. */
  makeByHand(apiKey: string, texts: { notes?: string; tags?: string[] }): void {
    makeOrderByHand(this.api, this.baseAddress, apiKey, texts);
  }

  /** Changes, in bitbybit itself, the notes of the order that was made for a row. */
  editInShop(rowNumber: number, change: (notes: string) => string): void {
    const [start] = this.cell(rowNumber, "Send key").match(/^.{5}-.{8}/) ?? ["no key"];
    const order = this.made().find(({ notes }) => notes?.includes(`Sheet ref: ${start}`));
    if (!order) throw new Error(`Row ${rowNumber} has no order.`);
    this.api.shop("test").setNotes(order.id, change(order.notes ?? ""));
  }

  /** Everything that anybody can see or read: cells of all sheets, sentences, what is kept with the document. */
  everything(): string {
    const cells = this.spreadsheet.sheets.map((sheet) =>
      Array.from({ length: sheet.lastTouchedRow() }, (_, index) =>
        sheet.rowCells(index + 1).map((cell) => cell?.value),
      ),
    );
    return JSON.stringify([cells, this.said, this.documentProperties()]);
  }

  /** Types one more order below the others; its row number. */
  addRow(row: Row): number {
    const rowNumber = this.sheet.lastRow() + 1;
    for (const [header, value] of Object.entries({ ...goodRow, ...row }))
      this.sheet.setCell(rowNumber, this.column(header), cellOf(value));
    return rowNumber;
  }

  /** The orders that were really made. */
  made(environment: "test" | "live" = "test"): readonly Order[] {
    return this.api.shop(environment).listOrders({}, { page: 1, limit: 100 }).data;
  }

  /** The IDs of the orders that were really made, sorted. */
  madeIds(environment: "test" | "live" = "test"): string[] {
    return this.made(environment)
      .map(({ id }) => id)
      .sort();
  }

  /** Sent requests that create orders. */
  posts(): number {
    return this.api.requests.entries().filter(({ method }) => method === "POST").length;
  }

  private shown(rowNumber: number, column: number): string {
    return displayValue(this.sheet.cell(rowNumber, column), this.spreadsheet.locale);
  }
}

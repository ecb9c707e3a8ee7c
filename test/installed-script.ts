import { requestTo } from "../local/api/exchange";
import { scopes } from "../local/api/gate";
import type { Order } from "../local/api/order";
import { seededRandom } from "../local/api/seeded-random";
import { StandIn } from "../local/api/stand-in";
import {
  type HttpRequest,
  type HttpResponse,
  LocalRuntime,
  SimulatedClock,
  Spreadsheet,
  Stores,
  sidebarCall,
} from "../local/runtime/local-runtime";
import type { Cell } from "../local/runtime/model/cell";
import { displayValue } from "../local/runtime/model/display";
import { textOf } from "./documents";

/** A row of the sheet: texts as they stand in plain text cells. */
export type TextRow = readonly string[];

/** Columns that every order needs. */
export const neededHeaders: TextRow = [
  ...["Order ref", "First name", "Last name", "Phone", "Variant ID", "Quantity"],
  ...["Address 1", "City", "Province", "Zip", "Notes"],
];

/** An order without problems. */
export function orderRow(orderRef: string, notes = ""): TextRow {
  return [
    ...[orderRef, "Siti", "Rahmawati", "081255500101", "var_0102", "2"],
    ...["Jl. Melati 12", "Bandung", "Jawa Barat", "40115", notes],
  ];
}

/** What a script may be installed with. */
export interface Installation {
  /** Row 1 and the rows below it. */
  rows: readonly TextRow[];
  /** The script's files; default what `npm run build` made. */
  files?: { code: string; sidebar: string; manifest: string };
  /** Saved in the sidebar after the installation; null for none. Default a test key. */
  apiKey?: string | null;
  /** Puts itself between the API's answer and the script. */
  alter?: (answer: HttpResponse, request: HttpRequest) => HttpResponse;
}

const apiKey = "bbb_test_installed_0001";

/**
 * A script as somebody has just installed it in a sheet: its own files and its own manifest, no property stored, and the API
 * behind its real address. It is used by its menu and its sidebar's calls alone.
 */
export class InstalledScript {
  readonly spreadsheet = new Spreadsheet({ id: "installed", name: "Installed" });
  readonly stores = new Stores();
  readonly clock = new SimulatedClock(Date.UTC(2026, 10, 26));
  readonly api = new StandIn({
    keys: [{ key: apiKey, scopes }],
    now: () => this.clock.now(),
    random: seededRandom(3),
  });
  /** What the script said and asked, the newest last. */
  readonly said: string[] = [];
  readonly runtime: LocalRuntime;

  constructor({ rows, files = builtFiles(), apiKey: key = apiKey, alter }: Installation) {
    const columns = Math.max(...rows.map(({ length }) => length));
    const sheet = this.spreadsheet.addSheet("Orders", { maxRows: rows.length + 50, maxColumns: columns });
    rows.forEach((row, rowIndex) => {
      row.forEach((text, index) => {
        if (text !== "") sheet.setCell(rowIndex + 1, index + 1, textCell(text));
      });
    });
    this.spreadsheet.selection = [`A2:A${rows.length}`];
    const manifest: { urlFetchWhitelist: string[] } = JSON.parse(files.manifest);
    this.runtime = new LocalRuntime({
      code: files.code,
      htmlFiles: { sidebar: files.sidebar },
      urlFetchWhitelist: manifest.urlFetchWhitelist,
      spreadsheet: this.spreadsheet,
      stores: this.stores,
      clock: this.clock,
      random: seededRandom(4),
      http: {
        sendAll: (requests) =>
          requests.map((request) => {
            const answer = this.answerTo(request);
            return alter === undefined ? answer : alter(answer, request);
          }),
      },
      ui: {
        alert: ({ text, buttons }) => {
          this.said.push(text);
          return buttons === "OK" ? "OK" : "YES";
        },
        prompt: () => ({ button: "CANCEL", text: "" }),
        toast: () => {},
        showSidebar: () => {},
        showModalDialog: () => {},
      },
    });
    if (key !== null) this.call("saveSettings", [{ apiKey: key }]);
  }

  /** Clicks the menu item of this caption and gives what the script said last. Throws if the script threw. */
  click(caption: string): string {
    this.runtime.execute("onOpen", [], { trigger: "simple", authMode: "LIMITED" });
    const items = this.runtime.menus.flatMap(({ items }) => items);
    const item = items.find((one) => one.kind === "item" && one.caption === caption);
    if (item?.kind !== "item") throw new Error(`The menu has no item "${caption}".`);
    const result = this.runtime.execute(item.functionName, [], { trigger: "menu", authMode: "FULL" });
    if (result.outcome !== "returned") throw new Error(`${caption} ${result.outcome}: ${result.message}`);
    return this.said[this.said.length - 1] ?? "";
  }

  /** Selects all rows of orders and creates them. */
  create(): string {
    const [orders] = this.spreadsheet.sheets;
    if (orders === undefined) throw new Error("The sheet of orders is gone.");
    this.spreadsheet.activate(orders);
    this.spreadsheet.selection = [`A2:A${Math.max(2, orders.lastRow())}`];
    return this.click("Create orders from selection");
  }

  /** A call of the sidebar. Throws if it failed. */
  call(name: string, args: readonly unknown[]): unknown {
    const answer = sidebarCall(this.runtime, name, args);
    if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
    return answer.value;
  }

  /** The orders that were really made. */
  made(): readonly Order[] {
    return this.api.shop("test").listOrders({}, { page: 1, limit: 100 }).data;
  }

  /** Every touched cell of every sheet of the spreadsheet, the log included. */
  cells(): Cell[] {
    return this.spreadsheet.sheets.flatMap((sheet) =>
      Array.from({ length: sheet.lastTouchedRow() }, (_, index) => sheet.rowCells(index + 1)).flatMap((row) =>
        row.filter((cell) => cell !== undefined),
      ),
    );
  }

  /** What each cell of a row of orders shows, by its header. */
  row(rowNumber: number): Record<string, string> {
    const [orders] = this.spreadsheet.sheets;
    if (orders === undefined) throw new Error("The sheet of orders is gone.");
    const shown = (row: number, column: number) => displayValue(orders.cell(row, column), "en_US");
    return Object.fromEntries(
      Array.from({ length: orders.maxColumns }, (_, index) => [
        shown(1, index + 1),
        shown(rowNumber, index + 1),
      ]),
    );
  }

  private answerTo({ url, method, headers, body }: HttpRequest): HttpResponse {
    const exchange = this.api.exchange(requestTo(url, { method, headers, body: body ?? "" }));
    if (exchange.kind === "reset") throw new Error(`Address unavailable: ${url}`);
    return { ...exchange.response, headers: Object.entries(exchange.response.headers) };
  }
}

/** What `npm run build` made. */
export function builtFiles(): { code: string; sidebar: string; manifest: string } {
  return {
    code: textOf("dist/Code.js"),
    sidebar: textOf("dist/sidebar.html"),
    manifest: textOf("dist/appsscript.json"),
  };
}

/** A cell formatted as plain text, in which no text becomes anything else. */
function textCell(text: string): Cell {
  return {
    value: text,
    formula: null,
    numberFormat: "@",
    note: "",
    background: "#ffffff",
    fontColor: "#000000",
    fontWeight: "normal",
    wrap: false,
  };
}

import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import type { ColumnsView, FieldColumn } from "../../src/endpoints/columns";
import type { Endpoints } from "../../src/endpoints/endpoints";
import type { ProblemItem, ProblemList } from "../../src/endpoints/problems";
import type { PlanView, RunView } from "../../src/endpoints/runs";
import type { SettingsView } from "../../src/endpoints/settings";
import type { SidebarState } from "../../src/endpoints/sidebar-state";
import { emptyReceipt } from "../../src/receipt/receipt";

export const settings: SettingsView = {
  maskedKey: "bbb_test_…1a2b",
  environment: "test",
  userName: "Ana",
  singleLastName: "",
  language: "auto",
  referencePlace: "notes",
  apiAddress: "https://api.bitbybit.studio/customer/api/open/v1",
  defaultApiAddress: "https://api.bitbybit.studio/customer/api/open/v1",
  notice: "",
};

export const plan: PlanView = {
  kind: "create",
  token: "token-1",
  environment: "test",
  keyTail: "…1a2b",
  orders: 12,
  rows: 14,
  hiddenRows: 2,
  emptyRows: 1,
  firstOrder: "R-1 (row 2)",
  lastOrder: "R-12 (rows 14–15)",
  leftOut: { ...emptyReceipt(), selected: 1, invalid: 1 },
  units: 24,
  lookUps: 0,
  remarks: [],
  secondsNeeded: 8,
  question: "Create 12 orders in bitbybit with the TEST key …1a2b?",
  warnings: [],
};

/** The version that the built sidebar compares with the server's. */
export const builtVersion: string = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
).version;

export function state(change: Partial<SidebarState> = {}): SidebarState {
  return {
    version: builtVersion,
    settings,
    run: null,
    runIsAnothers: false,
    lease: "",
    spoken: "en",
    open: "run",
    columnsMissing: 0,
    ...change,
  };
}

/** A run of which `created` of 12 orders are made. */
export function running(created: number, change: Partial<RunView> = {}): RunView {
  const run: Omit<RunView, "total"> = {
    runId: "run-1",
    kind: "create",
    environment: "test",
    sheetName: "Orders",
    state: "running",
    counts: { ...emptyReceipt(), selected: 12, created },
    remaining: 12 - created,
    ordersPerMinute: 90,
    secondsLeft: 20,
    waitMs: 0,
    waitingFor: "",
    summary: "",
    hiddenRows: 0,
    reason: "",
    warnings: [],
    ...change,
  };
  const { selected: _, ...outcomes } = run.counts;
  const reached = Object.values(outcomes).reduce((sum, amount) => sum + amount, 0);
  return { total: reached + run.remaining, ...run };
}

export function ended(change: Partial<RunView> = {}): RunView {
  return running(12, { state: "ended", summary: "12 orders created.", ...change });
}

/** A row whose quantity is no number; a change makes it another problem. */
export function problem(change: Partial<ProblemItem> = {}): ProblemItem {
  return {
    sheetId: 7,
    cell: "F4",
    rowNumber: 4,
    order: "R-3 (row 4)",
    status: "Invalid",
    message: 'F4 Quantity: "two" is not a whole number; type 2',
    kind: "invalid",
    ...change,
  };
}

/** What needs a person in a sheet; nothing of it has a cause, unless a change gives some. */
export function problemList(items: ProblemItem[], change: Partial<ProblemList> = {}): ProblemList {
  const rows = items.filter(({ kind }) => kind !== "warning").length + (change.more ?? 0);
  return { sheetName: "Orders", items, more: 0, rows, causes: [], ...change };
}

/** A Shopee-like export: one column by name, three proposed, the zip nowhere. */
export const columnsView: ColumnsView = {
  sheetId: 7,
  sheetName: "Orders",
  headerRow: 3,
  platform: "Shopee",
  fingerprint: "headers-1",
  columns: [
    { column: "A", header: "No. Pesanan", samples: ["2411XYZ01", "2411XYZ02"] },
    { column: "B", header: "Nama Penerima", samples: ["Siti Rahmawati", "Budi"] },
    { column: "C", header: "Jumlah", samples: ["1", "2", "1"] },
    { column: "D", header: "", samples: [] },
    { column: "E", header: "Notes", samples: ["<b>fragile</b>"] },
  ],
  fields: [
    field("orderRef", "Order ref", { column: "A", source: "proposal" }),
    field("fullName", "Full name", { column: "B", source: "proposal" }),
    field("firstName", "First name", { needed: true, insteadOf: ["fullName"] }),
    field("quantity", "Quantity", { column: "C", source: "proposal", needed: true }),
    field("zip", "Zip", { needed: true, defaultValue: "" }),
    field("notes", "Notes", { column: "E", source: "name", defaultValue: "" }),
    field("shipPhone", "Ship phone", {}),
  ],
  warnings: [],
};

function field(name: string, label: string, change: Partial<FieldColumn>): FieldColumn {
  return {
    field: name,
    label,
    column: "",
    source: "none",
    needed: false,
    insteadOf: [],
    defaultValue: null,
    ...change,
  };
}

/** What the server answers, endpoint by endpoint; a function may take its time or throw. */
export type Script = {
  [Name in keyof Endpoints]?: (
    ...args: Parameters<Endpoints[Name]>
  ) => ReturnType<Endpoints[Name]> | Promise<ReturnType<Endpoints[Name]>>;
};

export interface OpenedSidebar {
  page: Page;
  /** Every call so far, as `name(arguments)` in JSON. */
  calls: string[];
  /** What the page's console said was wrong. */
  complaints: string[];
}

const address = "http://sidebar.invalid/";

/** The built sidebar in a page of 300 px, with nothing that answers it. */
export async function openSidebarPage(context: BrowserContext): Promise<Page> {
  const page = await emptyPage(context);
  await page.goto(address);
  return page;
}

/** A page of 300 px in which only the sidebar's address leads anywhere. */
async function emptyPage(context: BrowserContext): Promise<Page> {
  const html = readFileSync(new URL("../../dist/sidebar.html", import.meta.url), "utf8");
  const page = await context.newPage();
  await page.setViewportSize({ width: 300, height: 640 });
  await page.route("**/*", (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: "text/html", body: html })
      : route.abort(),
  );
  return page;
}

/** A page in which the built sidebar is opened again and again, each time answered by another script. */
export class SidebarTab {
  private current = { calls: [] as string[], complaints: [] as string[], script: {} as Script };

  private constructor(private readonly page: Page) {}

  /** Makes the page, without a sidebar yet. */
  static async in(context: BrowserContext): Promise<SidebarTab> {
    const page = await emptyPage(context);
    const tab = new SidebarTab(page);
    page.on("pageerror", (error) => tab.current.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") tab.current.complaints.push(message.text());
    });
    await page.exposeFunction("answerCall", (name: string, args: never[]) => tab.answer(name, args));
    await page.addInitScript(imitateScriptRun);
    return tab;
  }

  /** Loads the sidebar, its `google.script.run` answered by the script. */
  async open(script: Script): Promise<OpenedSidebar> {
    this.current = {
      calls: [],
      complaints: [],
      script: {
        getState: () => state(),
        planRun: (kind) => ({ ok: true, plan: { ...plan, kind } }),
        getProblems: () => problemList([]),
        ...script,
      },
    };
    await this.page.goto(address);
    return { page: this.page, calls: this.current.calls, complaints: this.current.complaints };
  }

  /** Ends the sidebar, what it waits for included, and takes the pointer out of the page. */
  async leave(): Promise<void> {
    await this.page.mouse.move(-1, -1);
    await this.page.goto("about:blank");
  }

  private async answer(name: string, args: never[]): Promise<{ value: unknown } | { error: string }> {
    const { calls, script } = this.current;
    calls.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`);
    const answer = new Map(Object.entries(script)).get(name) as ((...args: never[]) => unknown) | undefined;
    if (answer === undefined) return { error: `not scripted: ${name}` };
    try {
      return { value: await answer(...args) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Runs in the page: `google.script.run` with its two handlers, every other name an endpoint. */
const imitateScriptRun = `
  const runner = (onSuccess, onFailure) => new Proxy({}, { get: (_, name) => {
    if (name === "withSuccessHandler") return (handler) => runner(handler, onFailure);
    if (name === "withFailureHandler") return (handler) => runner(onSuccess, handler);
    return (...args) => void window.answerCall(name, args).then(({ value, error }) =>
      error === undefined ? onSuccess(value) : onFailure(new Error(error)));
  } });
  window.google = { script: { run: runner(() => undefined, () => undefined) } };
`;

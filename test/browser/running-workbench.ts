import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { builtProgram } from "../../local/built-program";

/** The workbench's own program, started as `npm run workbench -- FILE` does, on a sheet of the test's. */
export interface RunningWorkbench {
  address: string;
  /** Ends it as Ctrl-C does; calling again does nothing more. */
  stop(): Promise<void>;
}

/** The sheet that the tests begin with: every order is free of problems but R-3. */
export const headers = "Order ref,First name,Last name,Phone,Variant ID,Quantity,Address 1,City,Province,Zip";

/** A row of an order that can be created. */
export function orderRow(ref: string, quantity = "1", firstName = "Siti"): string {
  return [ref, firstName, "Rahmawati", "+62 812-5550-0142", "var_0102", quantity, "Jl. Melati No. 12"]
    .concat("Bandung", "Jawa Barat", "40111")
    .join(",");
}

/** Order refs from R-FIRST to R-LAST. */
export function refs(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `R-${first + index}`);
}

/** The csv of these rows. */
export function sheetOf(rows: readonly string[]): string {
  return `${[headers, ...rows].join("\n")}\n`;
}

/** Starts the workbench on a csv of this text. `options`: of its command line. */
export async function startWorkbench(
  csv: string,
  name = "orders.csv",
  options: readonly string[] = [],
): Promise<RunningWorkbench> {
  const folder = mkdtempSync(join(tmpdir(), "workbench-test-"));
  writeFileSync(join(folder, name), csv);
  const child = spawn(process.execPath, [builtProgram("workbench/main"), join(folder, name), ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = await addressOf(child);
  return {
    address,
    async stop() {
      child.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (text: Buffer) => {
    complaint += text.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`The workbench did not start. ${complaint}`)));
    child.stdout?.on("data", (text: Buffer) => {
      const [address] = /http:\S+/.exec(text.toString()) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}

/** The workbench in a tab, with the sidebar open. */
export class WorkbenchPage {
  readonly sidebar: FrameLocator;
  /** What the page's console said was wrong. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly workbench: RunningWorkbench,
  ) {
    this.sidebar = page.frameLocator("#sidebar iframe");
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
  }

  /** Opens it in this empty tab. */
  static async open(page: Page, workbench: RunningWorkbench): Promise<WorkbenchPage> {
    page.setDefaultTimeout(15_000);
    await page.setViewportSize({ width: 1500, height: 900 });
    const opened = new WorkbenchPage(page, workbench);
    await page.goto(workbench.address);
    // A sheet that is not understood opens at its columns.
    await opened.sidebar.locator("#check:not([disabled]):visible, #header-row:visible").waitFor();
    await opened.cell("A1").waitFor();
    return opened;
  }

  /** The same workbench in one more tab. */
  async openTab(): Promise<WorkbenchPage> {
    return WorkbenchPage.open(await this.page.context().newPage(), this.workbench);
  }

  cell(name: string) {
    return this.page.locator(`#cell-${name}`);
  }

  /** Waits until the cell shows a text that matches. */
  async cellShows(name: string, text: RegExp): Promise<string> {
    await this.page.locator(`#cell-${name}`, { hasText: text }).waitFor();
    return (await this.cell(name).textContent()) ?? "";
  }

  /** Drags the mouse from one cell to another; `beside` holds Ctrl, which adds a range. */
  async drag(from: string, to: string, beside = false): Promise<void> {
    if (beside) await this.page.keyboard.down("Control");
    await this.cell(from).hover();
    await this.page.mouse.down();
    await this.cell(to).hover();
    await this.page.mouse.up();
    if (beside) await this.page.keyboard.up("Control");
  }

  /** Types into a cell and presses Enter. */
  async type(name: string, text: string): Promise<void> {
    const editor = this.page.getByRole("textbox", { name: `Edit ${name}` });
    // On a machine under load, two clicks may be too far apart to be a double click; a person clicks again.
    await this.cell(name).dblclick();
    await editor.waitFor({ timeout: 3_000 }).catch(() => this.cell(name).dblclick());
    await editor.fill(text);
    await editor.press("Enter");
  }

  button(name: string) {
    return this.sidebar.getByRole("button", { name, exact: true });
  }

  /**
   * Moves the mouse into the sidebar, which then reads the selection, and presses the button that creates orders.
   * Its text is made from what is selected.
   */
  async create(): Promise<void> {
    await this.page.mouse.move(1, 1);
    await this.sidebar.locator("#panel").hover();
    await this.sidebar.locator("#create").click();
  }

  async tab(name: "Run" | "Columns" | "Problems" | "Settings"): Promise<void> {
    await this.sidebar.getByRole("tab", { name, exact: true }).click();
  }

  async menuItem(menu: string, item: string): Promise<void> {
    await this.page.getByRole("button", { name: menu, exact: true }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** The letters of the column with this header. */
  async column(header: string): Promise<string> {
    const cell = this.page.locator('[role=gridcell][data-row="1"]', { hasText: new RegExp(`^${header}$`) });
    await cell.waitFor({ state: "attached" });
    return ((await cell.getAttribute("id")) ?? "").replace(/^cell-|\d+$/g, "");
  }

  /** Saves settings by hand; the sentence that answers. */
  async saveKey(key: string): Promise<string> {
    await this.tab("Settings");
    await this.sidebar.getByLabel("API key").fill(key);
    await this.button("Save").click();
    return this.settingsMessage();
  }

  /** What the settings tab answers once it has worked. */
  async settingsMessage(): Promise<string> {
    const message = this.sidebar.locator("#settings-message", { hasNotText: "Working…" });
    await message.filter({ hasText: /\S/ }).waitFor();
    return (await message.textContent()) ?? "";
  }

  /** Everything the stand-in knows. */
  standIn(): Promise<{ key: string; requestCount: number; orders: { notes: string }[] }> {
    return this.request("stand-in");
  }

  /** Turns the stand-in's switches: `switches` or `faults`. */
  turn(action: string, body: unknown): Promise<unknown> {
    return this.request(`stand-in/${action}`, body);
  }

  private async request<Answer>(path: string, body?: unknown): Promise<Answer> {
    return this.page.evaluate(
      async ({ path, body }) => {
        const { location } = globalThis as typeof globalThis & { location: { hash: string } };
        const headers = { "x-workbench-token": location.hash.slice(1) };
        const init =
          body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
        return (await fetch(path, init)).json() as Promise<Answer>;
      },
      { path, body },
    );
  }
}

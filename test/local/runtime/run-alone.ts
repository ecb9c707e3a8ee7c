import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** What is run: the runtime over an empty sheet, its function's value printed as JSON. */
const program = `
  import { LocalRuntime, SimulatedClock, Spreadsheet, Stores } from "./local-runtime";
  const spreadsheet = new Spreadsheet({ id: "file-1", name: "Shop" });
  spreadsheet.addSheet("Orders");
  const unused = () => { throw new Error("not used here"); };
  const runtime = new LocalRuntime({
    code: "function subject(){" + process.argv[2] + "}", htmlFiles: {}, spreadsheet, stores: new Stores(),
    clock: new SimulatedClock(0), random: () => 0.5, http: { sendAll: unused },
    ui: { alert: unused, prompt: unused, toast: unused, showSidebar: unused, showModalDialog: unused }, scriptTimeZone: "Asia/Jakarta",
  });
  const { outcome, value, message } = runtime.execute("subject", [], { trigger: "menu", authMode: "FULL" });
  setTimeout(() => console.log(JSON.stringify({ outcome, value, message })), 20);
`;

/**
 * Runs the body of a script's function in a process of its own, where nothing but Node decides what a rejected promise does.
 * `timeZone` is the machine's; the script's is Jakarta's. Returns how the process ended and what it printed.
 */
export function runAlone(body: string, timeZone = "UTC"): { status: number | null; result: unknown } {
  const folder = mkdtempSync(join(tmpdir(), "run-alone-"));
  try {
    const file = join(folder, "alone.cjs");
    buildSync({
      stdin: { contents: program, resolveDir: join(__dirname, "../../../local/runtime"), loader: "ts" },
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "silent",
      outfile: file,
    });
    const { status, stdout } = spawnSync(process.execPath, [file, body], {
      env: { ...process.env, TZ: timeZone },
      encoding: "utf8",
    });
    return { status, result: stdout === "" ? null : JSON.parse(stdout) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

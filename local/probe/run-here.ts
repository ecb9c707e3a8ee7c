import { createContext, runInContext } from "node:vm";
import { LocalRuntime, SimulatedClock, Spreadsheet, Stores, sidebarCall } from "../runtime/local-runtime";
import { buildProbe, probeTimeZone } from "./build-probe";
import type { ProbeResult } from "./probe-result";
import { readResult } from "./read-result";

/** Runs the probe in the local runtime, its page included, and reads the result from the sheet as a person would copy it. */
export function runProbeHere(): ProbeResult {
  const spreadsheet = new Spreadsheet({ id: "probe", name: "Probe" });
  spreadsheet.addSheet("Sheet1");
  let page = "";
  const unused = () => {
    throw new Error("The probe asks nobody anything.");
  };
  const runtime = new LocalRuntime({
    code: buildProbe()["Code.js"],
    htmlFiles: {},
    spreadsheet,
    stores: new Stores(),
    clock: new SimulatedClock(Date.UTC(2026, 0, 5, 12)),
    random: () => 0.5,
    http: { sendAll: unused },
    ui: {
      alert: unused,
      prompt: unused,
      toast: unused,
      showSidebar: ({ html }) => {
        page = html;
      },
      showModalDialog: unused,
    },
    scriptTimeZone: probeTimeZone,
  });
  const { outcome, message } = runtime.execute("runProbe", [], { trigger: "menu", authMode: "FULL" });
  if (outcome !== "returned") throw new Error(`The probe ${outcome}: ${message}`);
  runPage(page, (seen) => {
    const answer = sidebarCall(runtime, "pageSeen", [seen]);
    if (!answer.ok) throw new Error(`The probe's page failed: ${answer.message}`);
  });
  const sheet = spreadsheet.sheetByName("probe result");
  if (sheet === null) throw new Error("The probe left no result.");
  const lines = Array.from({ length: sheet.lastRow() }, (_, index) => String(sheet.cell(index + 1, 1).value));
  return readResult(lines.join("\n"));
}

/** Runs the scripts of a served page one after the other; one that does not compile costs itself alone, as in a browser. */
function runPage(html: string, pageSeen: (seen: unknown) => void): void {
  const run = { withSuccessHandler: () => ({ pageSeen }) };
  const context = createContext({ google: { script: { run } } });
  for (const [, code = ""] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    try {
      runInContext(code, context);
    } catch (error) {
      // Errors of the page's own code belong to its globals; anything else is this program's.
      if (error instanceof Error && !(error instanceof SyntaxError)) throw error;
    }
  }
}

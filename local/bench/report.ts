import { boundOf } from "./bounds";
import { apiModels, type ComparisonLine } from "./comparison";
import type { Results } from "./measure";
import type { Target } from "./targets";

const columns = [
  ["API", 13],
  ["orders", 6],
  ["", 12],
  ["minutes", 8],
  ["x bound", 8],
  ["speed", 6],
  ["exec.", 6],
  ["done", 6],
  ["429s", 6],
  ["calls", 7],
  ["twice", 6],
  ["lost", 6],
  ["| killed: done", 15],
  ["twice", 6],
  ["lost", 6],
] as const;

/** Everything as text: one table, the other measurements, the targets. */
export function printReport(results: Results): string {
  const { coldStart, checking, bytes, sharedKey, realTime, firstPaint } = results;
  return [
    "Modelled time under the latency model, the API answering in 300 ms. Programs that were killed or refused are started",
    "again by their user until they are done, 2 kills in a row leave nothing, or the day's requests are used up. If not all",
    'is done, the minutes are those until they gave up, and neither "x bound" nor "speed" (by row by row) is told. The bound is',
    "that of runs that claim and record each wave of 100; one fetchAll goes below it because it records nothing before sending.",
    "",
    row(columns.map(([title]) => title)),
    ...tableRows(results.comparison),
    "",
    `Code.js ${bytes.code} bytes, sidebar.html ${bytes.sidebar} bytes`,
    `Cold start, compiling included (medians): onOpen ${fixed(coldStart.onOpenMs)} ms, getState ${fixed(coldStart.getStateMs)} ms, an empty script ${fixed(coldStart.emptyMs)} ms`,
    ...checking.map(
      ({ rows, checkMs, schemaMs, trips }) =>
        `Checking ${rows} rows: ${fixed(checkMs)} ms, the schema alone ${fixed(schemaMs)} ms (medians), ratio ${(checkMs / schemaMs).toFixed(2)}, ${trips} spreadsheet calls`,
    ),
    `Two users with one key, ${sharedKey.orders} orders: ${minutes(sharedKey.elapsedMs)} minutes, ${sharedKey.byBound.toFixed(3)} x bound, ${sharedKey.refusedByLimit} of ${sharedKey.requests} requests refused, ${sharedKey.done} done, ${sharedKey.twice} twice`,
    `In real time, ${realTime.limit} requests in ${realTime.windowMs / 1000} s: ${realTime.done} of ${realTime.orders} orders in ${fixed(realTime.elapsedMs / 1000)} s, ${realTime.refusedByLimit} refused, ${(100 * realTime.allowanceUsed).toFixed(1)}% of the allowance used`,
    firstPaint
      ? `Sidebar in Chromium: first paint ${fixed(firstPaint.paintMs)} ms, layout shift ${firstPaint.layoutShift}`
      : "Sidebar in Chromium: left out, Chromium is not installed",
    "",
    "Targets:",
    ...results.targets.map(targetLine),
    `${results.targets.filter(({ met }) => met).length} met, ${results.targets.filter(({ met }) => !met).length} missed`,
  ].join("\n");
}

function tableRows(comparison: readonly ComparisonLine[]): string[] {
  return comparison.flatMap((line, index) => {
    const { undisturbed, killed } = line;
    const text = row([
      line.api,
      line.orders,
      line.contender,
      minutes(undisturbed.elapsedMs),
      line.byBound?.toFixed(3) ?? "-",
      line.fasterThanRowByRow?.toFixed(1) ?? "-",
      undisturbed.executions,
      undisturbed.done,
      undisturbed.refusedByLimit,
      undisturbed.serviceCalls,
      undisturbed.twice,
      undisturbed.lost,
      `| ${killed?.done ?? "-"}`,
      killed?.twice ?? "-",
      killed?.lost ?? "-",
    ]);
    const next = comparison[index + 1];
    if (next?.api === line.api && next.orders === line.orders) return [text];
    const model = apiModels.find(({ name }) => name === line.api)?.model;
    if (!model) return [text];
    const { ms, by } = boundOf(line.orders, model);
    return [text, row([line.api, line.orders, "bound", minutes(ms), `(${by})`])];
  });
}

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, index) => {
      const width = columns[index]?.[1] ?? 0;
      return index === 0 || index === 2 ? String(cell).padEnd(width) : String(cell).padStart(width);
    })
    .join(" ")
    .trimEnd();
}

function targetLine({ name, measured, atMost, atLeast, met }: Target): string {
  const wanted = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  return `  ${met ? "met   " : "missed"} ${name}: ${Number(measured.toFixed(3))} (${wanted})`;
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(2);
}

function fixed(number: number): string {
  return number.toFixed(1);
}

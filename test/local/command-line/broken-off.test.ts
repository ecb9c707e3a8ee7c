import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import Papa from "papaparse";
import { csvOfOrders, ownStandIn, reportOf, runCommand, startCommand, temporaryFolder } from "./run-command";

/** A limit that stretches a run of 60 orders over several seconds. */
const slowly = ["--limit", "20", "--window", "3", "--latency", "100"];
const orders = 60;

let folder: ReturnType<typeof temporaryFolder>;
let standIn: Awaited<ReturnType<typeof ownStandIn>>;
beforeEach(async () => {
  folder = temporaryFolder();
  standIn = await ownStandIn(...slowly);
});
afterEach(async () => {
  await standIn.stop();
  folder.remove();
});

function start(file: string) {
  return startCommand([file, ...standIn.args, "--json"], standIn.environment);
}

/** Waits until the result on the disk says of so many orders that they were made. */
async function untilCreated(path: string, count: number): Promise<void> {
  for (;;) {
    await wait(50);
    if (statuses(path).filter((status) => status.startsWith("Created")).length >= count) return;
  }
}

function statuses(path: string): string[] {
  try {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    return data.map((row) => row.Status ?? "");
  } catch {
    return [];
  }
}

/** Waits until so many orders are made, and then as long as it takes to note their answers. */
async function untilMade(count: number): Promise<void> {
  while ((await standIn.made()) < count) await wait(50);
  await wait(1_500);
}

test("a command killed between two batches, and started again on its result, makes each order once", async () => {
  // A window so long that the next batch cannot leave before the kill, on a slow machine either.
  await standIn.stop();
  standIn = await ownStandIn("--limit", "20", "--window", "6", "--latency", "100");
  let file = folder.write("orders.csv", csvOfOrders(orders));
  for (const made of [20, 40]) {
    const { process, finished } = start(file);
    file = file.replace(/\.csv$/, ".result.csv");
    await untilMade(made);
    process.kill("SIGKILL");
    expect((await finished).exitCode).toBeNull();
  }
  const last = await runCommand([file, ...standIn.args, "--json"], standIn.environment);
  const { receipt, rows } = reportOf(last);
  expect(receipt.created + receipt.skipped).toBe(orders);
  expect(last.exitCode).toBe(0);
  const notes = await standIn.notesById();
  expect(notes.size).toBe(orders);
  expect(new Set(rows.map(({ orderId }) => orderId))).toEqual(new Set(notes.keys()));
});

test("a command killed while a batch is under way makes no order twice, and tells of those that it cannot know", async () => {
  const file = folder.write("orders.csv", csvOfOrders(orders));
  const result = folder.path("orders.result.csv");
  const { process, finished } = start(file);
  await untilCreated(result, 1);
  process.kill("SIGKILL");
  await finished;
  const { receipt, rows } = reportOf(
    await runCommand([result, ...standIn.args, "--json"], standIn.environment),
  );
  expect(receipt.created + receipt.skipped + receipt.unconfirmed).toBe(orders);
  const notes = await standIn.notesById();
  expect(notes.size).toBe(receipt.created + receipt.skipped);
  for (const { status, orderId, message } of rows) {
    if (status === "Unconfirmed") expect(message).toMatch(/Resolve unconfirmed rows/);
    else expect(notes.has(orderId)).toBe(true);
  }
});

test("a broken-off run continues before a selection's turn comes, and both are told", async () => {
  await standIn.stop();
  standIn = await ownStandIn("--limit", "20", "--window", "6", "--latency", "100");
  const file = folder.write("orders.csv", csvOfOrders(25));
  const { process, finished } = start(file);
  await untilMade(20);
  process.kill("SIGKILL");
  await finished;
  const { exitCode, stdout, stderr } = await runCommand(
    [folder.path("orders.result.csv"), ...standIn.args, "--select", "2:3"],
    standIn.environment,
  );
  expect(stderr).toContain("TEST: an earlier run was broken off with 5 of its orders to go.");
  expect(stdout).toMatch(/The run that had been broken off is finished.*\n2 orders: 2 already created\./);
  expect(exitCode).toBe(0);
  expect((await standIn.notesById()).size).toBe(25);
});

test("Ctrl-C stops the run as the Stop button would: what was sent is known, the rest is not sent", async () => {
  const file = folder.write("orders.csv", csvOfOrders(orders));
  const { process, finished } = start(file);
  await untilCreated(folder.path("orders.result.csv"), 1);
  process.kill("SIGINT");
  const stopped = await finished;
  const { receipt } = reportOf(stopped);
  expect(stopped.exitCode).toBe(1);
  expect(stopped.stderr).toContain("Stopping once the answers under way are here");
  expect(receipt.created).toBeGreaterThan(0);
  expect(receipt.notSent).toBeGreaterThan(0);
  expect(receipt.created + receipt.notSent).toBe(orders);
  expect((await standIn.notesById()).size).toBe(receipt.created);
});

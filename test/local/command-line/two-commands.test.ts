import { chmodSync, existsSync, readdirSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { lockPath } from "../../../local/files/file-lock";
import { csvOfOrders, ownStandIn, reportOf, runCommand, startCommand, temporaryFolder } from "./run-command";

let folder: ReturnType<typeof temporaryFolder>;
let standIn: Awaited<ReturnType<typeof ownStandIn>>;
beforeEach(async () => {
  folder = temporaryFolder();
  standIn = await ownStandIn("--limit", "20", "--window", "3", "--latency", "100");
});
afterEach(async () => {
  await standIn.stop();
  folder.remove();
});

const command = (file: string, ...more: string[]) =>
  runCommand([file, ...standIn.args, "--json", ...more], standIn.environment);

test("two commands at once on one result make each order once, and the second says why it did nothing", async () => {
  const file = folder.write("orders.csv", csvOfOrders(30));
  const first = startCommand([file, ...standIn.args, "--json"], standIn.environment);
  const result = folder.path("orders.result.csv");
  while (!existsSync(result)) await wait(50);
  for (const second of [await command(file), await command(result)]) {
    expect([second.exitCode, second.stdout]).toEqual([2, ""]);
    expect(second.stderr).toMatch(/^Another command works on orders\.result\.csv \(process \d+, since .*\n$/);
  }
  expect(reportOf(await first.finished).receipt).toMatchObject({ selected: 30, created: 30 });
  expect(await standIn.made()).toBe(30);
  expect(existsSync(lockPath(result))).toBe(false);
});

test("a command that was killed leaves a lock that the next one takes over", async () => {
  const file = folder.write("orders.csv", csvOfOrders(30));
  const first = startCommand([file, ...standIn.args, "--json"], standIn.environment);
  const result = folder.path("orders.result.csv");
  while (!existsSync(result)) await wait(50);
  first.process.kill("SIGKILL");
  await first.finished;
  expect(existsSync(lockPath(result))).toBe(true);
  const again = await command(result);
  expect([again.exitCode, again.stderr]).not.toEqual([2, expect.anything()]);
  expect(existsSync(lockPath(result))).toBe(false);
});

test("a result and all that is beside it are as private as what was read", async () => {
  const file = folder.write("orders.csv", csvOfOrders(1));
  chmodSync(file, 0o600);
  await command(file);
  const names = readdirSync(folder.path(".")).filter((name) => name !== "orders.csv");
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect([name, statSync(folder.path(name)).mode & 0o777]).toEqual([name, 0o600]);
});

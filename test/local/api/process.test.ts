import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultKey } from "../../../local/api/options";
import { startStandIn } from "../../../local/api/process";
import { builtProgram } from "../../../local/built-program";
import { type Finished, finished } from "../../finished";
import { programOf } from "../program-of";
import { orderInput } from "./set-up";

function makeOrder(url: string, key: string): Promise<Response> {
  return fetch(`${url}/orders`, {
    method: "POST",
    headers: { "x-api-key": key, "Content-Type": "application/json" },
    body: JSON.stringify(orderInput()),
  });
}

async function isGone(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

/** The program as `npm run api` starts it. */
function run(...args: string[]): { child: ChildProcess; ended: Promise<Finished> } {
  const child = spawn(process.execPath, [builtProgram("api/main"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: finished(child) };
}

describe("the stand-in in a process of its own", () => {
  test("answers with the key it names, and ends when it is stopped", async () => {
    const standIn = await startStandIn(["--limit", "7"]);
    const made = await makeOrder(standIn.url, standIn.key);
    expect([standIn.key, made.status, made.headers.get("ratelimit-limit")]).toEqual([defaultKey, 201, "7"]);
    await standIn.stop();
    await standIn.stop();
    expect(await isGone(standIn.url)).toBe(true);
  });

  test("keeps its orders in a file from one start to the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stand-in-process-"));
    const args = [
      "--data",
      join(folder, "orders.jsonl"),
      "--key",
      "bbb_test_own_key_1234=orders:read+orders:write",
    ];
    const first = await startStandIn(args);
    expect((await makeOrder(first.url, first.key)).status).toBe(201);
    await first.stop();
    const second = await startStandIn(args);
    const listed = await fetch(`${second.url}/orders`, { headers: { "x-api-key": second.key } });
    expect(await listed.json()).toMatchObject({ meta: { total: 1 } });
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  test("says in its own words why it cannot start", async () => {
    await expect(startStandIn(["--limit", "none"])).rejects.toThrow(
      '--limit must be a whole number from 1 to 1000000000, not "none". See npm run api -- --help',
    );
  });

  test("ends with the process that started it, even when that is killed", async () => {
    const starter = `import { startStandIn } from "./local/api/process";
      startStandIn().then(({ url }) => console.log(url));`;
    const parent = spawn(process.execPath, programOf(starter, "local/built-program.ts"));
    const url = await new Promise<string>((found) =>
      parent.stdout.once("data", (text) => found(String(text).trim())),
    );
    expect((await fetch(url)).status).toBe(404);
    parent.kill("SIGKILL");
    const deadline = Date.now() + 20_000;
    while (!(await isGone(url)) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50));
    expect(await isGone(url)).toBe(true);
  });
});

describe("npm run api", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "prints one line with address and key, and ends cleanly at %s",
    async (signal) => {
      const { child, ended } = run();
      await new Promise((started) => child.stdout?.once("data", started));
      child.kill(signal);
      const { exitCode: code, stdout: out, stderr: err } = await ended;
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(
        new RegExp(
          `^The stand-in API answers at http://127\\.0\\.0\\.1:\\d+/customer/api/open/v1 for the key ${defaultKey}\n$`,
        ),
      );
    },
  );

  test("ends with 2 and one line for options that cannot be used", async () => {
    const { exitCode: code, stdout: out, stderr: err } = await run("--fault", "flood=1").ended;
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
  });

  test("ends with 2 and one line for a port that is taken", async () => {
    const standIn = await startStandIn();
    const { exitCode: code, stderr: err } = await run("--port", new URL(standIn.url).port).ended;
    await standIn.stop();
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^The port \d+ cannot be used: .*EADDRINUSE[^\n]*\n$/),
    ]);
  });

  test("prints its help", async () => {
    const { exitCode: code, stdout: out } = await run("--help").ended;
    expect([code, out]).toEqual([0, expect.stringContaining("--fault <KIND=P>")]);
  });
});

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { builtProgram } from "../../../local/built-program";
import { readExpected } from "../../../local/probe/read-result";
import { runProbeHere } from "../../../local/probe/run-here";

const root = join(__dirname, "../../..");
const expected = readExpected();
const here = runProbeHere();

describe("the probe in the local runtime", () => {
  test.each(Object.entries(expected.answers))("%s", (name, { answer }) => {
    expect(here.answers[name]?.answer).toEqual(answer);
  });

  test("answers nothing that the expected file leaves out", () => {
    expect(Object.keys(here.answers).filter((name) => expected.answers[name] === undefined)).toEqual([]);
  });

  test("asks for nothing that is not imitated: what is said here is said by an imitation", () => {
    expect(JSON.stringify(here)).not.toContain("not implemented");
  });

  test("has more than 150 snippets", () => {
    expect(Object.keys(here.answers).length).toBeGreaterThan(150);
  });
});

describe("what is expected", () => {
  test("names a source for all that is documented or reported", () => {
    const bare = Object.entries(expected.answers).filter(
      ([, { basis, source }]) => basis !== "assumed" && (source === "" || source === "nothing"),
    );
    expect(bare).toEqual([]);
  });

  test("says what one run cannot show", () => {
    expect(expected.notProbed.length).toBeGreaterThan(5);
  });
});

describe("npm run probe", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [builtProgram("probe/main"), ...args], { cwd: root, encoding: "utf8" });

  test("builds the script and says what to do with it", () => {
    const { status, stdout } = run();
    expect([status, existsSync(join(root, "local/built/probe-script/Code.js"))]).toEqual([0, true]);
    expect(stdout).toContain("--compare");
  });

  test("compared with the expected file, differs nowhere and ends with 0", () => {
    const { status, stdout } = run("--compare", "local/probe/expected.json");
    expect([status, stdout.trimEnd().split("\n").at(-1)]).toEqual([
      0,
      `0 differences in ${Object.keys(here.answers).length} snippets.`,
    ]);
  });

  test.each([
    [["--compare", "README.md"], /no result of the probe/],
    [["--compare", "no-such-file"], /no-such-file/],
    [["--nothing"], /--nothing/],
  ])("%j ends with 2 and says why", (args, why) => {
    const { status, stderr } = run(...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(why)]);
  });
});

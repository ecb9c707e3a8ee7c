import { parse } from "yaml";
import { textOf } from "../documents";

describe("the CI workflow", () => {
  const { engines }: { engines: { node: string } } = JSON.parse(textOf("package.json"));
  const workflow = parse(textOf(".github/workflows/ci.yml"));

  test("runs what CI runs here, and nothing else", () => {
    const runs = workflow.jobs.test.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    expect(runs).toEqual([".ci/run"]);
  });

  test("begins with the oldest Node that package.json admits", () => {
    const versions: number[] = workflow.jobs.test.strategy.matrix.node;
    expect(versions).toEqual([20, 22, 24]);
    expect(engines.node).toBe(`>=${Math.min(...versions)}`);
  });

  test("runs on Debian, whose Chromium .ci/run installs", () => {
    expect(workflow.jobs.test.container).toMatch(/^node:\$\{\{ matrix\.node \}\}-bookworm$/);
    expect(textOf(".ci/run")).toContain("chromium");
  });

  test("may only read the repository", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });
});

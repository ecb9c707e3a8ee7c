import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectFolder } from "../documents";

/** Runs the check as if Node had this version. */
function checkUnder(version: string) {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:${JSON.stringify(version)}})`;
  return spawnSync(process.execPath, ["--import", pretend, join(projectFolder, "scripts/check-node.mjs")], {
    encoding: "utf8",
  });
}

test.each(["18.20.4", "16.0.0"])("Node %s is refused in one sentence", (version) => {
  const { status, stderr } = checkUnder(version);
  expect(stderr).toBe(`This is Node ${version}; Node 20 or newer is needed, from https://nodejs.org.\n`);
  expect(status).toBe(2);
});

test.each(["20.0.0", "22.3.0", "100.0.0"])("Node %s will do", (version) => {
  expect(checkUnder(version)).toMatchObject({ status: 0, stderr: "" });
});

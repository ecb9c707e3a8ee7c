import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, textOf } from "../documents";
import type { Finished } from "../finished";
import { Rehearsal } from "./rehearsal";

const { version }: { version: string } = JSON.parse(textOf("package.json"));
const name = new RegExp(
  `^bitbybit Orders for Google Sheets ${version.replaceAll(".", "\\.")} \\(build [0-9a-f]{8}\\)$`,
);
const rehearsal = new Rehearsal();
const { google } = rehearsal;
let scriptId = "";
let sheetId = "";

beforeAll(() => rehearsal.begin());
afterAll(() => rehearsal.end());
beforeEach(() => {
  google.refusal = null;
  google.requests.length = 0;
  rehearsal.logIn();
});

/** A script that nobody has deployed to, named by the project file. */
function newScript(): void {
  sheetId = google.addSheet("Orders");
  scriptId = google.addProject(sheetId);
  rehearsal.write(".clasp.local.json", JSON.stringify({ scriptId, parentId: sheetId, rootDir: "dist" }));
}

function project() {
  const found = google.projects.get(scriptId);
  if (found === undefined) throw new Error("The stand-in has lost the script.");
  return found;
}

/** Files of the script as it was before anybody deployed to it. */
const emptyScript = ["appsscript", "Code"];

describe("the first npm run deploy", () => {
  let finished: Finished;

  beforeAll(async () => {
    rehearsal.logIn();
    newScript();
    finished = await rehearsal.run("deploy");
  });

  test("ends well and says where to go on", () => {
    expect(finished).toMatchObject({ exitCode: 0, stderr: "" });
    expect(finished.stdout).toContain(`https://docs.google.com/spreadsheets/d/${sheetId}/edit`);
  });

  test("replaces the script's files by exactly those of dist/, in order, byte for byte", () => {
    const built = (file: string) => readFileSync(join(projectFolder, "dist", file), "utf8");
    expect(project().files).toEqual([
      { name: "appsscript", type: "JSON", source: built("appsscript.json") },
      { name: "Code", type: "SERVER_JS", source: built("Code.js") },
      { name: "sidebar", type: "HTML", source: built("sidebar.html") },
    ]);
  });

  test("names the version and the deployment after package.json", () => {
    expect(project().versions).toEqual([expect.stringMatching(name)]);
    expect(project().deployments).toContainEqual(
      expect.objectContaining({ versionNumber: 1, description: project().versions[0] }),
    );
  });

  test("done again with the same build changes nothing", async () => {
    const { exitCode, stdout } = await rehearsal.run("deploy");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Deployed already: ");
    expect(google.requests.filter((call) => !call.startsWith("GET "))).toEqual([]);
  });
});

describe("npm run deploy over an earlier version, broken off after the files were sent", () => {
  const older = "bitbybit Orders for Google Sheets 0.0.9 (build 00000000)";
  let broken: Finished;
  let sent: string[];
  let finished: Finished;

  beforeAll(async () => {
    rehearsal.logIn();
    newScript();
    project().versions.push(older, "another add-on's");
    project().deployments.push(
      { deploymentId: "ours", versionNumber: 1, description: older },
      { deploymentId: "somebody-elses", versionNumber: 2, description: "another add-on's" },
    );
    google.refusal = { status: 503, message: "Service unavailable", on: /POST .*versions/ };
    broken = await rehearsal.run("deploy");
    sent = project().files.map(({ name }) => name);
    google.refusal = null;
    finished = await rehearsal.run("deploy");
    // clasp starts seven times.
  }, 120_000);

  test("says so in one sentence", () => {
    const sentence = "Google had an error of its own. Try again in some minutes.\n";
    expect(broken).toMatchObject({ exitCode: 1, stderr: sentence });
    expect(sent).toContain("sidebar");
  });

  test("goes on from there when it is run again", () => {
    expect(finished.stdout).toContain("The script has these files already.");
    expect(project().versions).toEqual([older, "another add-on's", expect.stringMatching(name)]);
  });

  test("moves the deployment of the version before on to the new one, under its old ID", () => {
    expect(
      project().deployments.map(({ deploymentId, versionNumber }) => [deploymentId, versionNumber]),
    ).toEqual([
      [`${scriptId}-head`, undefined],
      ["ours", 3],
      ["somebody-elses", 2],
    ]);
  });
});

describe("npm run deploy", () => {
  beforeEach(newScript);

  test("refuses before anything is sent when nobody is logged in", async () => {
    rehearsal.writeHome(".clasprc.json", {});
    expect(await rehearsal.run("deploy")).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: "clasp is not logged in to Google. Run npx clasp login, then this command again.\n",
    });
    expect(google.requests).toEqual([]);
  });

  test.each([
    [
      "the Apps Script API is off",
      {
        status: 403,
        message:
          "User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.",
      },
      /^The Apps Script API is switched off for this Google account\. Switch it on at https:\S+, wait a minute, .*\n$/,
    ],
    [
      "the quota is used up",
      { status: 429, message: "Resource has been exhausted (e.g. check quota)." },
      /^Google's quota for such requests is used up for now\. Try again in some minutes\.\n$/,
    ],
    [
      "the account may not edit the script",
      { status: 403, message: "The caller does not have permission" },
      /^This Google account may not do that\. .*\n$/,
    ],
  ])("ends in one sentence and leaves the script as it was when %s", async (_, refusal, sentence) => {
    google.refusal = refusal;
    const { exitCode, stderr } = await rehearsal.run("deploy");
    expect(stderr).toMatch(sentence);
    expect(exitCode).toBe(1);
    expect(project().files.map(({ name }) => name)).toEqual(emptyScript);
  });

  test("ends in one sentence when there is no network", async () => {
    const { exitCode, stderr } = await rehearsal.runAt("http://127.0.0.1:9/", "deploy");
    expect(stderr).toBe(
      "Google cannot be reached from here. Check the network, a proxy or a firewall, then try again.\n",
    );
    expect(exitCode).toBe(1);
  });

  test("ends in one sentence when Google takes the login back", async () => {
    rehearsal.logIn("withdrawn");
    const { exitCode, stderr } = await rehearsal.run("deploy");
    expect(stderr).toBe(
      "Google no longer accepts this login. Run npx clasp login, then this command again.\n",
    );
    expect(exitCode).toBe(1);
  });

  test("says that setup comes first when there is no script, and asks Google nothing", async () => {
    rehearsal.remove(".clasp.local.json");
    const { exitCode, stderr } = await rehearsal.run("deploy");
    expect(stderr).toContain("Run npm run setup first.");
    expect(exitCode).toBe(2);
    expect(google.requests).toEqual([]);
  });

  test.each(["{", "[]", '{"scriptId":"none-run-npm-run-setup"}', '{"scriptId":7}'])(
    "refuses a project file that names no script: %s",
    async (text) => {
      rehearsal.write(".clasp.local.json", text);
      const { exitCode, stderr } = await rehearsal.run("deploy", "--dry-run");
      expect(stderr).toBe(".clasp.local.json names no script. Delete it and run npm run setup again.\n");
      expect(exitCode).toBe(2);
    },
  );
});

describe("npm run deploy -- --dry-run", () => {
  test("on a fresh clone lists the files and their sizes, and needs neither login nor network", async () => {
    rehearsal.remove(".clasp.local.json");
    rehearsal.writeHome(".clasprc.json", {});
    const { exitCode, stdout } = await rehearsal.run("deploy", "--dry-run");
    expect(exitCode).toBe(0);
    const listed = [...stdout.matchAll(/dist\/(\S+) {2}(\d+) bytes/g)].map(([, file, bytes]) => [
      file,
      Number(bytes),
    ]);
    const size = (file: string) => readFileSync(join(projectFolder, "dist", file)).length;
    expect(listed).toEqual(["appsscript.json", "Code.js", "sidebar.html"].map((file) => [file, size(file)]));
    expect(google.requests).toEqual([]);
  });

  test("refuses when clasp would leave a file out", async () => {
    rehearsal.write(".claspignore", "**/**\n!Code.js\n!appsscript.json\n");
    const { exitCode, stderr } = await rehearsal.run("deploy", "--dry-run");
    rehearsal.remove(".claspignore");
    expect(stderr).toContain("Remove .claspignore");
    expect(exitCode).toBe(1);
  });
});

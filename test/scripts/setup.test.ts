import { textOf } from "../documents";
import type { Finished } from "../finished";
import { accessToken, account } from "./google-stand-in";
import { Rehearsal } from "./rehearsal";

const rehearsal = new Rehearsal();
const { google } = rehearsal;
let sheetId = "";

beforeAll(() => rehearsal.begin());
afterAll(() => rehearsal.end());

/** Google with one sheet and no script, a login, and a clone that nothing was set up in. */
function startAnew(): void {
  google.refusal = null;
  google.requests.length = 0;
  google.projects.clear();
  google.sheets.clear();
  rehearsal.logIn();
  rehearsal.remove(".clasp.local.json");
  sheetId = google.addSheet("Orders");
}

function written(): unknown {
  return JSON.parse(rehearsal.file(".clasp.local.json") ?? "null");
}

describe("npm run setup -- --sheet with a sheet's ID", () => {
  let finished: Finished;

  beforeAll(async () => {
    startAnew();
    finished = await rehearsal.run("setup", "--sheet", sheetId);
  });

  test("makes a script in that sheet and remembers it", () => {
    const [[scriptId, project] = []] = [...google.projects];
    expect(project).toMatchObject({ parentId: sheetId, title: "bitbybit Orders for Google Sheets" });
    expect(written()).toEqual({ scriptId, parentId: sheetId, rootDir: "dist" });
  });

  test("ends well and says whose login it used and what comes next", () => {
    expect(finished.exitCode).toBe(0);
    expect(finished.stdout).toContain(`Logged in as ${account}.`);
    expect(finished.stdout).toContain("Now run npm run deploy.");
  });

  test("leaves the clone's own files as they are: what the new script holds goes elsewhere", () => {
    expect(rehearsal.file(".clasp.json")).toBe(textOf(".clasp.json"));
    expect(rehearsal.file("Code.js")).toBeNull();
    expect(rehearsal.file("appsscript.json")).toBeNull();
  });
});

describe("npm run setup -- --sheet with an address, --replace and --auth", () => {
  const kept = JSON.stringify({ scriptId: "z".repeat(57), rootDir: "dist" });
  let finished: Finished;

  beforeAll(async () => {
    startAnew();
    rehearsal.write(".clasp.local.json", kept);
    rehearsal.writeHome(".clasprc.json", {});
    const login = rehearsal.logIn(accessToken, "other-login.json");
    const address = `https://docs.google.com/spreadsheets/u/1/d/${sheetId}/edit?gid=0#gid=0`;
    finished = await rehearsal.run("setup", "--sheet", address, "--replace", "--auth", login);
  });

  test("makes a script in the sheet that the browser shows at this address", () => {
    expect([...google.projects.values()]).toEqual([expect.objectContaining({ parentId: sheetId })]);
  });

  test("forgets the script that was set up before", () => {
    const [scriptId] = [...google.projects.keys()];
    expect(written()).toEqual({ scriptId, parentId: sheetId, rootDir: "dist" });
  });

  test("uses the login in the file that is named", () => {
    expect(finished.exitCode).toBe(0);
    expect(finished.stdout).toContain(`Logged in as ${account}.`);
  });
});

describe("npm run setup -- --sheet", () => {
  beforeEach(startAnew);

  test("keeps the new script's ID although reading its first files failed", async () => {
    google.refusal = { status: 503, message: "Service unavailable", on: /^GET .*content/ };
    const { exitCode } = await rehearsal.run("setup", "--sheet", sheetId);
    expect(exitCode).toBe(0);
    expect(written()).toMatchObject({ scriptId: [...google.projects.keys()][0] });
  });

  test("refuses a sheet that the account does not have, and writes nothing", async () => {
    const { exitCode, stderr } = await rehearsal.run("setup", "--sheet", "x".repeat(44));
    expect(stderr).toMatch(/^Google knows no such script or sheet for this account\. .*\n$/);
    expect(exitCode).toBe(1);
    expect(written()).toBeNull();
  });

  test("refuses what is no spreadsheet's ID without asking Google", async () => {
    const { exitCode, stderr } = await rehearsal.run("setup", "--sheet", "SPREADSHEET_ID");
    expect(stderr).toContain("\"SPREADSHEET_ID\" is not a spreadsheet's ID; copy the sheet's address");
    expect(exitCode).toBe(2);
    expect(google.requests).toEqual([]);
  });
});

describe("npm run setup -- --new-sheet", () => {
  beforeEach(startAnew);

  test("makes a sheet of that title with a script in it", async () => {
    const { exitCode, stdout } = await rehearsal.run("setup", "--new-sheet", "Orders 2027");
    expect(exitCode).toBe(0);
    const [made] = [...google.sheets].filter(([, title]) => title === "Orders 2027");
    expect(made).toBeDefined();
    expect([...google.projects.values()]).toEqual([expect.objectContaining({ parentId: made?.[0] })]);
    expect(written()).toMatchObject({ parentId: made?.[0] });
    expect(stdout).toContain(`https://docs.google.com/spreadsheets/d/${made?.[0]}/edit`);
  });

  test("says that the sheet may be there already when the script could not be made", async () => {
    google.refusal = {
      status: 403,
      message: "User has not enabled the Apps Script API. Enable it by visiting …",
      on: /^POST \/v1\/projects/,
    };
    const { exitCode, stderr } = await rehearsal.run("setup", "--new-sheet", "Orders 2027");
    expect(stderr).toContain("The Apps Script API is switched off");
    expect(stderr).toContain(
      'If a sheet "Orders 2027" is in your Drive by now, use it with --sheet or delete it.',
    );
    expect(exitCode).toBe(1);
    expect(written()).toBeNull();
  });
});

describe("npm run setup -- --standalone", () => {
  beforeEach(startAnew);

  test("makes a script that belongs to no sheet", async () => {
    expect((await rehearsal.run("setup", "--standalone")).exitCode).toBe(0);
    const [[scriptId, project] = []] = [...google.projects];
    expect(project).toMatchObject({ parentId: undefined, title: "bitbybit Orders for Google Sheets" });
    expect(written()).toEqual({ scriptId, rootDir: "dist" });
  });
});

describe("npm run setup -- --script", () => {
  beforeEach(startAnew);

  test("takes a script that exists, and leaves its files as they are", async () => {
    const scriptId = google.addProject(sheetId);
    const before = structuredClone(google.projects.get(scriptId));
    const { exitCode } = await rehearsal.run("setup", "--script", scriptId);
    expect(exitCode).toBe(0);
    expect(written()).toEqual({ scriptId, rootDir: "dist" });
    expect(google.projects.get(scriptId)).toEqual(before);
  });

  test("refuses a script that Google does not know", async () => {
    const { exitCode, stderr } = await rehearsal.run("setup", "--script", "y".repeat(57));
    expect(stderr).toMatch(/^Google knows no such script or sheet for this account\. .*\n$/);
    expect(exitCode).toBe(1);
    expect(written()).toBeNull();
  });
});

describe("npm run setup", () => {
  beforeEach(startAnew);

  test("refuses to forget the script that was set up, and says how to", async () => {
    const kept = JSON.stringify({ scriptId: "z".repeat(57), rootDir: "dist" });
    rehearsal.write(".clasp.local.json", kept);
    const refused = await rehearsal.run("setup", "--sheet", sheetId);
    expect(refused.stderr).toContain("Add --replace to set up another script.");
    expect(refused.exitCode).toBe(2);
    expect(rehearsal.file(".clasp.local.json")).toBe(kept);
  });

  test("refuses when nobody is logged in", async () => {
    rehearsal.writeHome(".clasprc.json", {});
    const { exitCode, stderr } = await rehearsal.run("setup", "--sheet", sheetId);
    expect(stderr).toBe("clasp is not logged in to Google. Run npx clasp login, then this command again.\n");
    expect(exitCode).toBe(1);
    expect(google.requests).toEqual([]);
  });

  test.each([
    [[], "Name one of --sheet SPREADSHEET, --new-sheet TITLE, --standalone and --script"],
    [["--sheet", "a", "--script", "b"], "Name one of --sheet SPREADSHEET, --new-sheet TITLE"],
    [["--sheets", "a"], "Unknown option '--sheets'; see npm run setup -- --help"],
    [["--new-sheet", " "], "--new-sheet needs a title for the sheet."],
  ])("refuses a command that cannot be used: %j", async (args, sentence) => {
    const { exitCode, stderr } = await rehearsal.run("setup", ...args);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(exitCode).toBe(2);
  });
});

test("the project file with a user's script ID is one that git ignores", () => {
  expect(textOf(".gitignore").split("\n")).toContain(".clasp.local.json");
});

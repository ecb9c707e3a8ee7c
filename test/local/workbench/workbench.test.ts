import { request } from "node:http";
import { headers, orderRow, type RunningWorkbench, startWorkbench } from "../../browser/running-workbench";
import { smallWorkbook } from "../files/xlsx/small-workbook";

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

let workbench: RunningWorkbench;
let address: URL;
beforeAll(async () => {
  workbench = await startWorkbench(`${headers}\n${orderRow("R-1")}\n`);
  address = new URL(workbench.address);
});
afterAll(() => workbench.stop());

/** A request with exactly these headers, which fetch would not allow. */
function ask(
  path: string,
  change: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const { host, port, hash } = address;
  const options = {
    host: "127.0.0.1",
    port,
    path,
    method: change.method ?? (change.body === undefined ? "GET" : "POST"),
    headers: { host, origin: `http://${host}`, "x-workbench-token": hash.slice(1), ...change.headers },
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on("error", reject);
    sent.end(change.body);
  });
}

const act = (body: unknown, change: { headers?: Record<string, string> } = {}) =>
  ask("/act", { ...change, body: JSON.stringify(body) });

test("the address is on 127.0.0.1, and its token stands in the fragment, which no request carries", () => {
  expect(address.hostname).toBe("127.0.0.1");
  expect(address.hash.length).toBeGreaterThan(20);
  expect(address.search).toBe("");
});

test("the page comes with a policy that admits no script of anybody else's and no frame around it", async () => {
  const { status, headers } = await ask("/");
  expect(status).toBe(200);
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
});

test.each([
  ["another host", { host: "evil.example" }],
  ["another origin", { origin: "https://evil.example" }],
  ["no token", { "x-workbench-token": "" }],
])("a write with %s is refused, and nothing is changed", async (_, wrong) => {
  const edit = { act: "edit", row: 2, column: 1, text: "hacked" };
  expect((await act(edit, { headers: wrong })).status).toBe(403);
  expect((await ask("/result")).text).not.toContain("hacked");
});

test.each(["/events", "/result", "/stand-in"])("%s is not read without the token either", async (path) => {
  const { status, text } = await ask(path, { headers: { "x-workbench-token": "" } });
  expect(status).toBe(403);
  expect(text).not.toContain("R-1");
});

test.each(["/../package.json", "/%2e%2e/package.json", "/etc/passwd", "/page/main.ts", "/open"])(
  "%s leads to no file of this machine",
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

test.each(["not json", "{}", '{"act":"format"}', "[]"])("the body %j is answered with 400", async (body) => {
  expect((await ask("/act", { body })).status).toBe(400);
});

test("an edit is in the result, and the opened file is not changed by it", async () => {
  const answer = await act({ act: "edit", row: 2, column: 2, text: "Dewi" });
  expect(JSON.parse(answer.text)).toEqual({ message: "" });
  expect((await ask("/result")).text).toContain("Dewi");
});

test("a function that the script does not have fails as in Apps Script", async () => {
  const { text } = await ask("/call", { body: JSON.stringify({ functionName: "constructor", args: [] }) });
  expect(JSON.parse(text)).toEqual({ ok: false, message: "Script function not found: constructor" });
});

test.each([
  ["photo.png", "x", /is not a \.csv or \.xlsx file/],
  ["../../etc/orders.csv", "", /empty/],
  ["broken.xlsx", "no zip", /./],
])("%j cannot be opened, one sentence says why, and the sheet before stays", async (name, body, words) => {
  const { text } = await ask(`/open?name=${encodeURIComponent(name)}`, { method: "POST", body });
  const { message } = JSON.parse(text);
  expect(message).toMatch(words);
  expect(message).not.toContain("/tmp");
  expect((await ask("/result")).text).toContain("Order ref");
});

test("a csv sent by the page takes the place of the sheet before", async () => {
  const csv = `${headers}\n${orderRow("R-77")}\n`;
  expect(JSON.parse((await ask("/open?name=other.csv", { body: csv })).text)).toEqual({ message: "" });
  expect((await ask("/result")).text).toContain("R-77");
});

test("a file that would fill the memory is refused in a sentence, and what is open stays", async () => {
  const rows = "<row><c><v>1</v></c></row>";
  const bomb = smallWorkbook({ sheets: [{ rows }] });
  bomb.writeUInt32LE(2_000_000_000, bomb.indexOf(Buffer.from("504b0102", "hex")) + 24);
  const merged = smallWorkbook({
    sheets: [{ rows, behind: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(30_000)}</mergeCells>` }],
  });
  for (const body of [bomb, merged]) {
    const { text } = await ask("/open?name=bomb.xlsx", { body });
    expect(JSON.parse(text).message).toMatch(/^bomb\.xlsx holds more than [\d,]+ /);
  }
  expect((await ask("/result")).text).toContain("Siti,Rahmawati");
});

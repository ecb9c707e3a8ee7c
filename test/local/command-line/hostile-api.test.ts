import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openFile } from "../../../local/files/open-file";
import { csvOfOrders, reportOf, runCommand, temporaryFolder } from "./run-command";

/** What an API could answer as an ID or a number, each of which a file or a cell can take for something else. */
const hard = [
  ...["-V1StGXR8", "+101", "=1+1", "@me", "200e210", "007", "'quoted", '"', "a;b", "ＡＢＣ", "#REF!"],
  ...["_x0000_", "x\u200by", "<b>", "&amp;", "]]>", "\ufffe"],
];
/** What no cell gives back as it was. */
const unholdable = ["\0", "\ud800", "\udc00", "\t", " ", "\r\n", "\u001b[2J", "\u0007"];

let folder: ReturnType<typeof temporaryFolder>;
let server: Server;
/** What the API's IDs begin with, in turn. */
let texts: readonly string[];
let made: { id: string; orderNumber: string; notes: string; status: string; createdAt: string }[];
beforeEach(async () => {
  folder = temporaryFolder();
  made = [];
  texts = hard;
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.method === "GET") {
      return send(200, { data: made, meta: { page: 1, limit: 100, total: made.length, hasNextPage: false } });
    }
    const text = texts[made.length % texts.length] ?? "";
    const { notes = "" } = JSON.parse(Buffer.concat(parts).toString()) as { notes?: string };
    const order = {
      id: `${text}${made.length}`,
      orderNumber: `${text}${made.length}`,
      notes,
      status: "active",
    };
    made.push({ ...order, createdAt: new Date().toISOString() });
    send(201, { data: made.at(-1) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  folder.remove();
});

test.each(["csv", "xlsx"])(
  "whatever the API calls its orders, a result in %s opens again and means the same",
  async (kind) => {
    const file =
      kind === "csv" ? folder.write("orders.csv", csvOfOrders(hard.length)) : await asWorkbook(folder);
    const { port } = server.address() as AddressInfo;
    const command = (input: string) =>
      runCommand([input, "--json", "--api", `http://127.0.0.1:${port}`], {
        BITBYBIT_API_KEY: "bbb_test_0123456789",
      });
    const first = reportOf(await command(file));
    expect(first.receipt).toMatchObject({ selected: hard.length, created: hard.length });

    const result = folder.path(`orders.result.${kind}`);
    const opened = await openFile(result);
    if (!opened.ok) throw new Error(opened.message);
    const sheet = opened.file.spreadsheet.activeSheet;
    const column = sheet.rowCells(1).findIndex((cell) => cell?.value === "Order ID") + 1;
    const ids = first.rows.map(({ row }) => sheet.cell(row, column).value);
    expect(ids).toEqual(first.rows.map(({ orderId }) => orderId));
    expect(new Set(ids).size).toBe(hard.length);

    const again = reportOf(await command(result));
    expect(again.receipt).toMatchObject({ selected: hard.length, skipped: hard.length });
    expect(made).toHaveLength(hard.length);
  },
);

test.each(["csv", "xlsx"])(
  "an order under an ID that no cell holds is unconfirmed in %s, then found, and made once",
  async (kind) => {
    texts = unholdable;
    const all = unholdable.length;
    const file =
      kind === "csv" ? folder.write("orders.csv", csvOfOrders(all)) : await asWorkbook(folder, all);
    const result = folder.path(`orders.result.${kind}`);
    const { port } = server.address() as AddressInfo;
    const receipts: unknown[] = [];
    for (const input of [file, result, folder.path(`orders.result.result.${kind}`)]) {
      const command = [input, "--json", "--api", `http://127.0.0.1:${port}`];
      const finished = await runCommand(command, { BITBYBIT_API_KEY: "bbb_test_0123456789" });
      receipts.push(reportOf(finished).receipt);
    }
    expect(receipts).toMatchObject([{ unconfirmed: all }, { created: all }, { skipped: all }]);
    expect(made).toHaveLength(all);
  },
);

/** The same orders as a workbook. */
async function asWorkbook(
  { path }: ReturnType<typeof temporaryFolder>,
  count = hard.length,
): Promise<string> {
  const { utils, writeFile } = await import("@e965/xlsx");
  const rows = csvOfOrders(count)
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const workbook = utils.book_new(utils.aoa_to_sheet(rows), "Orders");
  writeFile(workbook, path("orders.xlsx"));
  return path("orders.xlsx");
}

import fc from "fast-check";
import { InstalledScript, neededHeaders, orderRow, type TextRow } from "../installed-script";

const statusHeaders = ["Status", "Order ID", "Order number", "Message", "Updated at", "Send key"];
const headers = [...neededHeaders, ...statusHeaders];

/** A row of a file that somebody else made, with status columns as they like them. Its notes say which order it is. */
function forged(orderRef: string, ...status: readonly string[]): TextRow {
  return [...orderRow(orderRef, orderRef), ...statusHeaders.map((_, index) => status[index] ?? "")];
}

/** Texts that a hostile file may hold in any place. */
const hostileText = fc.oneof(
  fc.constantFrom("Created", "Sending", "Valid", "Unconfirmed", "Created (test)", "Not sent", "order_1"),
  fc.constantFrom("__proto__", "constructor", "null", "[]", '{"v":1}', "bbb_live_stolen_key", "<b>x</b>"),
  fc.string({ maxLength: 60 }),
);

describe("a file of a stranger's", () => {
  test("with rows that call themselves Created makes nothing, and claims no more than they say", () => {
    const script = new InstalledScript({ rows: [headers, forged("R-1", "Created", "order_forged", "#1")] });
    script.create();
    expect(script.made()).toEqual([]);
    expect(script.row(2)["Order ID"]).toBe("order_forged");
  });

  test("whatever stands in its status columns, no order is made twice and no click ends in a fault", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(hostileText, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (statuses) => {
          const rows = statuses.map((status, index) => forged(`R-${index}`, ...status));
          const script = new InstalledScript({ rows: [headers, ...rows] });
          const said = [script.create(), script.create(), script.click("Check selection")];
          for (const sentence of said) expect(sentence).not.toContain("unexpected");
          const refs = script.made().map(({ notes }) => notes?.split("\n")[0]);
          expect(new Set(refs).size).toBe(refs.length);
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });

  test("with a send key that was copied from another file is not sent twice, and not in silence", () => {
    const first = new InstalledScript({ rows: [neededHeaders, orderRow("R-1")] });
    first.create();
    const { Status = "", "Order ID": id = "", "Send key": key = "" } = first.row(2);
    expect(Status).toBe("Created (test)");
    const copied = new InstalledScript({ rows: [headers, forged("R-1", Status, id, "", "", "", key)] });
    copied.create();
    expect(copied.made()).toEqual([]);
  });
});

describe("records in properties that are damaged, or of somebody else", () => {
  const values = [
    "",
    "{",
    "null",
    "7",
    "{}",
    '{"v":99}',
    '{"__proto__":{"v":1}}',
    "\u0000",
    "x".repeat(9000),
  ];

  test.each(values)(
    "replaced by %j one at a time: no order is made twice, and no click ends in a fault",
    (value) => {
      const names = propertiesAfterRun(new InstalledScript({ rows: [neededHeaders, orderRow("R-1")] }));
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const script = new InstalledScript({ rows: [neededHeaders, orderRow("R-1")] });
        propertiesAfterRun(script);
        script.stores.documentProperties("installed").setAll({ [name]: value });
        expect(script.create()).not.toContain("unexpected");
        expect(script.click("Check selection")).not.toContain("unexpected");
        expect(script.made()).toHaveLength(1);
      }
    },
  );

  /** The names of the document properties that a run leaves. */
  function propertiesAfterRun(script: InstalledScript): string[] {
    script.create();
    return script.stores.documentProperties("installed").keys();
  }
});

describe("a key that somebody else has put into the sheet", () => {
  test("is never taken for the user's own", () => {
    const script = new InstalledScript({
      rows: [headers, forged("R-1", "", "", "", "bbb_live_stolen_key", "", "bbb_live_stolen_key")],
      apiKey: null,
    });
    expect(script.create()).toContain("no API key");
    expect(script.api.requests.entries()).toEqual([]);
  });
});

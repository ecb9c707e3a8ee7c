import { formulaNumber } from "../../local/api/fault-answers";
import { scopes } from "../../local/api/gate";
import { AddOn, testKey } from "./add-on";

const rows = ["A", "B", "C", "D"].map((name) => ({ "First name": name }));

describe("what the API answers", () => {
  test("a wrong key costs one request, stops the run and says what to do", () => {
    const addOn = new AddOn({ rows, apiKey: "bbb_test_unknown_key_zzzz" });
    const said = addOn.create();
    expect(addOn.posts()).toBe(1);
    expect(said).toContain(
      "bitbybit does not know this API key. Make a key in bitbybit under Settings > Developer",
    );
    expect(said).toContain("4 not sent");
    expect(addOn.cells("Status")).toEqual(Array(4).fill("Not sent"));
    addOn.useKey(testKey);
    expect(addOn.create()).toBe("4 orders: 4 created.");
    expect(addOn.made()).toHaveLength(4);
  });

  test("a key without the scope costs one request and names the scope", () => {
    const addOn = new AddOn({ rows, api: { keys: [{ key: testKey, scopes: ["orders:read"] }] } });
    expect(addOn.create()).toContain("make a key with the scope orders WRITE");
    expect(addOn.posts()).toBe(1);
  });

  test("a key with an IP list costs one request and says to make one without", () => {
    const addOn = new AddOn({ rows });
    addOn.api.gate.refuseAddresses = true;
    expect(addOn.create()).toContain("make a key without an IP list");
    expect(addOn.posts()).toBe(1);
  });

  test("a wrong address costs one request and says to set it back", () => {
    const addOn = new AddOn({ rows });
    const paths = new Set<string>();
    const wrong = new AddOn({
      rows,
      http: {
        address: "http://127.0.0.1:8/somewhere",
        transport: {
          sendAll: (requests) => {
            for (const { url } of requests) paths.add(url);
            return requests.map(() => ({ status: 404, headers: [], body: "<html>not found</html>" }));
          },
        },
      },
    });
    expect(wrong.create()).toContain("There is no bitbybit API at the address in the settings");
    expect([...paths]).toEqual(["http://127.0.0.1:8/somewhere/orders"]);
    expect(wrong.cells("Status")).toEqual(Array(4).fill("Not sent"));
    expect(addOn.posts()).toBe(0);
  });

  test("a variant that does not exist rejects its own order alone", () => {
    const gone = [rows[0] ?? {}, { "Variant ID": "var_gone_1" }, rows[1] ?? {}];
    const addOn = new AddOn({ rows: gone });
    expect(addOn.create()).toBe("3 orders: 2 created and 1 rejected by bitbybit.");
    expect(addOn.cell(3, "Status")).toBe("Rejected");
    expect(addOn.cell(3, "Message")).toContain("check the Variant ID");
  });

  test("429 is waited for, and the run continues by itself", () => {
    const addOn = new AddOn({
      rows: Array.from({ length: 23 }, (_, index) => ({ Notes: `${index}` })),
      api: { limit: 10 },
    });
    const startMs = addOn.clock.now();
    addOn.breakNext(null, "429", null);
    expect(addOn.create()).toBe("23 orders: 23 created.");
    expect(addOn.made()).toHaveLength(23);
    expect(addOn.clock.now() - startMs).toBeGreaterThanOrEqual(120_000);
  });

  test("an answer that was lost leaves its orders Unconfirmed; after the wait Resolve finds each one", () => {
    const addOn = new AddOn({ rows });
    addOn.breakNext(null, null, "reset-after", null);
    const said = addOn.create();
    expect(said).toContain("3 unconfirmed");
    expect(addOn.cell(3, "Message")).toContain("may or may not exist");
    expect(addOn.made()).toHaveLength(4);
    addOn.clock.sleep(60_000);
    expect(addOn.resolve()).toBe("4 orders: 3 created and 1 unchanged.");
    expect(addOn.cells("Status")).toEqual(Array(4).fill("Created (test)"));
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  });

  test("a lost order that was not made is called absent only after the wait, and Create sends it in the same run", () => {
    const addOn = new AddOn({ rows });
    addOn.breakNext(null, "reset-before", "reset-before", "reset-before");
    addOn.create();
    expect(addOn.made()).toHaveLength(1);
    const lostAtMs = addOn.clock.now();
    expect(addOn.resolve()).toBe("4 orders: 3 not sent and 1 unchanged.");
    expect(addOn.clock.now() - lostAtMs).toBeGreaterThanOrEqual(60_000);
    expect(addOn.cell(3, "Message")).toContain("Surely not in bitbybit");
    expect(addOn.create()).toBe("4 orders: 3 created and 1 already created.");
    expect(addOn.made()).toHaveLength(4);
  });

  test("Create on Unconfirmed rows looks first and sends only what is surely absent", () => {
    const addOn = new AddOn({ rows });
    addOn.breakNext(null, "502-after", "503-before", "garbage");
    expect(addOn.create()).toContain("3 unconfirmed");
    expect(addOn.create()).toBe("4 orders: 3 created and 1 already created.");
    expect(addOn.made()).toHaveLength(4);
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  });

  test("orders that are all found by the look-up are counted as created, though nothing is sent", () => {
    const addOn = new AddOn({ rows: [{}] });
    addOn.breakNext("reset-after");
    addOn.create();
    addOn.clock.sleep(60_000);
    expect(addOn.create()).toBe("1 order: 1 created.");
    const counts = { selected: 1, created: 1 };
    expect(addOn.call("getState", [])).toMatchObject({ run: { kind: "create", state: "ended", counts } });
  });

  test.each(["502-after", "503-after", "garbage", "empty", "no-id", "redirect"] as const)(
    "%s is Unconfirmed, never sent again in silence",
    (fault) => {
      const addOn = new AddOn({ rows: [{}] });
      addOn.breakNext(fault);
      addOn.create();
      expect(addOn.cell(2, "Status")).toBe("Unconfirmed");
      expect(addOn.posts()).toBe(1);
    },
  );

  test("a key that may not list cannot settle a lost order: it stays Unconfirmed and the ways out are told", () => {
    const writeOnly = scopes.filter((scope) => scope === "orders:write");
    const addOn = new AddOn({ rows: [{}], api: { keys: [{ key: testKey, scopes: writeOnly }] } });
    addOn.breakNext("reset-after");
    addOn.create();
    addOn.clock.sleep(3_600_000);
    expect(addOn.resolve()).toBe("1 order: 1 unconfirmed.");
    expect(addOn.cell(2, "Message")).toContain("scope orders READ");
    expect(addOn.cell(2, "Message")).toContain("type the Order ID");
  });

  test("what the API sends stays text, though it begins with =", () => {
    const addOn = new AddOn({ rows: [rows[0] ?? {}, rows[1] ?? {}] });
    addOn.breakNext("formula-number", "formula-message");
    addOn.create();
    for (const header of ["Order number", "Message"]) {
      for (const rowNumber of [2, 3]) {
        expect(addOn.sheet.cell(rowNumber, addOn.column(header)).formula).toBeNull();
      }
    }
    expect(addOn.cell(2, "Order number")).toBe(formulaNumber);
    expect(addOn.cell(3, "Message")).toContain("=IMPORTXML");
  });

  test("an answer without the reference makes the order all the same", () => {
    const addOn = new AddOn({ rows: [{}] });
    addOn.breakNext("no-echo");
    expect(addOn.create()).toBe("1 order: 1 created.");
    expect(addOn.cells("Order ID")).toEqual(addOn.madeIds());
  });

  test("ten equal failures in a row stop a run before it touches the rest", () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ Notes: `${index}` }));
    const addOn = new AddOn({ rows: many });
    addOn.breakNext(...many.map(() => "503-before" as const));
    expect(addOn.create()).toContain("Many orders in a row failed in the same way");
    expect(addOn.posts()).toBeLessThan(40);
    expect(addOn.cells("Status").filter((status) => status === "Sending")).toEqual([]);
    expect(addOn.cell(41, "Status")).toBe("Not sent");
  });
});

import * as z from "zod/mini";
import { KillExecution, type ServiceCall, ServiceFault } from "../../local/runtime/local-runtime";
import { AddOn, type Setup } from "./add-on";

const rowsOf = (orders: number) =>
  Array.from({ length: orders }, (_, index) => ({ "Order ref": `R-${index + 1}` }));

/** An add-on over so many orders, with something that happens before or after its service calls. */
function addOnWith(
  orders: number,
  hooks: { before?(call: ServiceCall, addOn: AddOn): void; after?(call: ServiceCall, addOn: AddOn): void },
  api: Setup["api"] = {},
): AddOn {
  const addOn: AddOn = new AddOn({
    rows: rowsOf(orders),
    api,
    runtime: {
      beforeCall: (call) => hooks.before?.(call, addOn),
      afterCall: (call) => hooks.after?.(call, addOn),
    },
  });
  return addOn;
}

/** Protects some cells of a column against the user of the add-on. */
function protect(addOn: AddOn, header: string, row: number, rows: number): void {
  const box = { row, column: addOn.column(header), rows, columns: 1 };
  addOn.sheet.properties.protections = [{ box, description: "Accounting" }];
}

/** The lines of the log, each as its event and its Order ID. */
function linesOfLog(addOn: AddOn): string[] {
  const log = addOn.spreadsheet.sheetByName("bitbybit log");
  return Array.from({ length: (log?.lastRow() ?? 1) - 1 }, (_, index) =>
    [5, 3].map((column) => log?.cell(index + 2, column).value ?? "").join(" "),
  );
}

const storageFails = () =>
  new ServiceFault("We're sorry, a server error occurred while reading from storage. Error code INTERNAL.");

describe("a storage that does not answer", () => {
  test("right after a batch costs none of its IDs: they stand in the sheet", () => {
    let failed = false;
    let sent = false;
    const addOn = addOnWith(3, {
      before: ({ method }) => {
        sent ||= method === "fetchAll";
        if (!sent || failed || method !== "setProperties") return;
        failed = true;
        throw storageFails();
      },
    });
    expect(addOn.create()).toBe("3 orders: 3 created.");
    expect(failed).toBe(true);
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  });
});

describe("settings that do not answer", () => {
  const isSetting = ({ service, method }: ServiceCall) =>
    service === "Properties" && method === "getProperty";

  test("once are asked for again", () => {
    let failed = false;
    const addOn = addOnWith(1, {
      before: (call) => {
        if (failed || !isSetting(call)) return;
        failed = true;
        throw storageFails();
      },
    });
    expect(addOn.create()).toBe("1 order: 1 created.");
    expect(failed).toBe(true);
  });

  test("at all end the click with a sentence that names the storage", () => {
    const addOn = addOnWith(1, {
      before: (call) => {
        if (isSetting(call)) throw storageFails();
      },
    });
    expect(addOn.create()).toMatch(/^Google did not answer when the add-on asked for its records/);
    expect(addOn.made()).toEqual([]);
  });
});

describe("a cell that refuses its result", () => {
  /** Orders whose second batch is under way when the Message of some rows is protected. */
  const refusing = (orders: number, row: number, rows: number, api: Setup["api"] = {}) => {
    let batches = 0;
    let writes = 0;
    const addOn = addOnWith(
      orders,
      {
        after: ({ method }, one) => {
          if (method === "fetchAll" && ++batches === 2) protect(one, "Message", row, rows);
          if (batches >= 2 && method === "setValues") writes += 1;
        },
      },
      api,
    );
    return { addOn, writes: () => writes };
  };

  test("is told, and gets it once the cell can be written; the log has each order once", () => {
    const { addOn } = refusing(12, 4, 1, { limit: 6 });
    expect(addOn.create()).toMatch(/refuses to be written/);
    addOn.sheet.properties.protections = [];
    addOn.clock.sleep(60_000);
    addOn.create();
    expect(addOn.create()).toBe("12 orders: 12 already created.");
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
    expect(addOn.made()).toHaveLength(12);
    expect(linesOfLog(addOn).sort()).toEqual(addOn.madeIds().map((id) => `Created (test) ${id}`));
  });

  test("is told also if it was the last batch's: the run stays open until the sheet takes the result", () => {
    const { addOn } = refusing(11, 4, 1);
    expect(addOn.create()).toMatch(/refuses to be written/);
    expect(addOn.made()).toHaveLength(11);
    addOn.sheet.properties.protections = [];
    expect(addOn.continueRun()).toMatchObject({ state: "ended", summary: "11 orders: 11 created." });
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  });

  test("costs a bounded number of calls, also if a whole column refuses", () => {
    const { addOn, writes } = refusing(91, 2, 150);
    expect(addOn.create()).toMatch(/refuses to be written/);
    expect(writes()).toBeLessThan(100);
    expect(addOn.made()).toHaveLength(91);
    addOn.sheet.properties.protections = [];
    addOn.create();
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  });
});

describe("orders that were claimed when somebody stopped the run", () => {
  /** The run of eight orders is stopped by a colleague once its second batch is claimed. */
  const stoppedAtClaim = (isKilled: boolean) => {
    let isStopped = false;
    const addOn = addOnWith(8, {
      after: ({ method }, one) => {
        if (method !== "releaseLock" || isStopped) return;
        if (one.cells("Status").filter((status) => status === "Sending").length !== 7) return;
        isStopped = true;
        one.colleague("budi").call("stopRun", [runIdIn(one)]);
      },
      before: ({ method }) => {
        if (isKilled && isStopped && method === "tryLock") throw new KillExecution();
      },
    });
    return addOn;
  };

  test("do not leave, and their rows say so", () => {
    const addOn = stoppedAtClaim(false);
    expect(addOn.create()).toMatch(/^Stopped\. 8 orders: 1 created and 7 not sent\.$/);
    expect(addOn.posts()).toBe(1);
    expect(addOn.cells("Status")).toEqual(["Created (test)", ...Array(7).fill("Not sent")]);
  });

  test("are known as not sent, also if the execution is killed before it heard of the stop", () => {
    const addOn = stoppedAtClaim(true);
    expect(() => addOn.create()).toThrow(/killed/);
    expect(addOn.posts()).toBe(1);
    expect(addOn.cells("Status")).toEqual(["Created (test)", ...Array(7).fill("Not sent")]);
  });
});

/** The ID of the run under way, as the document's properties tell it. */
function runIdIn(addOn: AddOn): string {
  return z.object({ id: z.string() }).parse(JSON.parse(addOn.properties.get("bitbybit.run") ?? "{}")).id;
}

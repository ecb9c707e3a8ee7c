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

/** How many lines the log holds, and how many the document's properties say it holds. */
function linesOfLog(addOn: AddOn): { there: number; counted: number } {
  const log = addOn.spreadsheet.sheetByName("bitbybit log");
  const texts = Array.from(
    { length: (log?.lastRow() ?? 1) - 1 },
    (_, index) => log?.cell(index + 2, 1).value,
  );
  const record: string = JSON.parse(addOn.documentProperties())["bitbybit.log"];
  return {
    there: texts.filter((text) => text !== null && text !== "").length,
    counted: JSON.parse(record).lines,
  };
}

const storageFails = () =>
  new ServiceFault("We're sorry, a server error occurred while reading from storage. Error code INTERNAL.");

describe("a storage that does not answer", () => {
  test("leaves no line in the log that is not counted, and so could stand in for one that is cut", () => {
    let failed = false;
    const addOn = addOnWith(3, {
      before: ({ method }, one) => {
        const log = one.spreadsheet.sheetByName("bitbybit log");
        if (failed || method !== "setProperties" || log?.cell(log.lastRow(), 5).value !== "Run") return;
        failed = true;
        throw storageFails();
      },
    });
    expect(addOn.create()).toBe("3 orders: 3 created.");
    expect(failed).toBe(true);
    const { there, counted } = linesOfLog(addOn);
    expect(there).toBe(counted);
  });

  test("right after a wave costs none of its IDs: they stand in the sheet", () => {
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

describe("a cell that refuses its result", () => {
  /** Orders whose second wave is under way when the Message of some rows is protected. */
  const refusing = (orders: number, row: number, rows: number, api: Setup["api"] = {}) => {
    let waves = 0;
    let writes = 0;
    const addOn = addOnWith(
      orders,
      {
        after: ({ method }, one) => {
          if (method === "fetchAll" && ++waves === 2) protect(one, "Message", row, rows);
          if (waves >= 2 && method === "setValues") writes += 1;
        },
      },
      api,
    );
    return { addOn, writes: () => writes };
  };

  test("leaves a log that is whole, so that nobody takes it for one that was cut", () => {
    const { addOn } = refusing(12, 4, 1, { limit: 6 });
    expect(addOn.create()).toMatch(/refuses to be written/);
    const { there, counted } = linesOfLog(addOn);
    expect(there).toBe(counted);
    addOn.sheet.properties.protections = [];
    expect(addOn.create()).toMatch(/^12 orders: /);
    expect(addOn.said.some((text) => text.includes("missing"))).toBe(false);
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
    expect(addOn.made()).toHaveLength(12);
  });

  test("is told also where it was the last wave's", () => {
    const { addOn } = refusing(11, 4, 1);
    expect(addOn.create()).toMatch(/refuses to be written.* 11 orders: /);
    expect(addOn.cells("Order ID").filter((text) => text !== "")).toHaveLength(10);
  });

  test("costs a bounded number of calls, also where a whole column refuses", () => {
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
  test("are known as not sent, also where the execution is killed before it could write so", () => {
    let flushes = 0;
    let stopped = false;
    let killed = false;
    const addOn = addOnWith(8, {
      before: ({ method }, one) => {
        if (method === "flush") flushes += 1;
        if (flushes === 9 && method === "getProperties" && !stopped) {
          stopped = true;
          one.requestStop();
        } else if (stopped && method === "tryLock" && !killed) {
          killed = true;
          throw new KillExecution();
        }
      },
    });
    expect(() => addOn.create()).toThrow(/killed/);
    expect(addOn.cells("Status").filter((status) => status === "Sending")).toHaveLength(7);
    expect(addOn.create()).toMatch(/8 orders: /);
    expect(addOn.cells("Status")).not.toContain("Unconfirmed");
    expect(addOn.made()).toHaveLength(8);
  });
});

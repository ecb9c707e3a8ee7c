import { exceptionLanguages } from "../../local/runtime/exception-texts";
import { type ServiceCall, ServiceFault } from "../../local/runtime/local-runtime";
import { AddOn, type Row } from "./add-on";

const orders = 12;
const rows = Array.from({ length: orders }, (_, index): Row => ({ "Order ref": `R-${index + 1}` }));

/** An add-on whose exceptions come in a language, with something that happens before each service call. */
function addOnIn(
  language: (typeof exceptionLanguages)[number],
  before: (call: ServiceCall, addOn: AddOn) => void,
): AddOn {
  const addOn: AddOn = new AddOn({
    rows,
    runtime: { language, userLocale: "en", beforeCall: (call) => before(call, addOn) },
  });
  return addOn;
}

const isSheetCall = ({ trip, method }: ServiceCall) => trip && method !== "fetchAll";
const timesOut = () =>
  new ServiceFault("Service Spreadsheets timed out while accessing document with id file-1.", "lost");
const quotaIsSpent = () => new ServiceFault("Service invoked too many times for one day: urlfetch.");

/** How many calls of the spreadsheet service a run without trouble makes. */
const sheetCalls = (() => {
  let count = 0;
  addOnIn("en", (call) => {
    if (isSheetCall(call)) count += 1;
  }).create();
  return count;
})();

describe.each(exceptionLanguages)("with exceptions in the language %s", (language) => {
  test("a time-out at any call of the sheet strands no row, calls nothing unconfirmed, and is no surprise", () => {
    expect(sheetCalls).toBeGreaterThan(20);
    // Each language at other calls than the others, all of them together at every fifth.
    const first = 1 + 5 * exceptionLanguages.indexOf(language);
    for (let place = first; place <= sheetCalls; place += 5 * exceptionLanguages.length) {
      let calls = 0;
      const addOn = addOnIn(language, (call) => {
        if (isSheetCall(call) && ++calls === place) throw timesOut();
      });
      addOn.create();
      addOn.clock.sleep(60_000);
      addOn.create();
      expect(addOn.said.join("\n")).not.toMatch(/Something unexpected|[Uu]nconfirmed/);
      expect(addOn.cells("Status")).toEqual(Array(orders).fill("Created (test)"));
      expect(addOn.made()).toHaveLength(orders);
    }
  });

  test("a column that is protected during the run is told, and gets its results once it may be written", () => {
    let batches = 0;
    const addOn = addOnIn(language, ({ method }, { sheet, column }) => {
      if (method !== "fetchAll" || ++batches !== 2) return;
      const box = { row: 2, column: column.call(addOn, "Status"), rows: orders, columns: 1 };
      sheet.properties.protections = [{ box, description: "" }];
    });
    expect(addOn.create()).toMatch(/refuses to be written/);
    addOn.sheet.properties.protections = [];
    addOn.clock.sleep(60_000);
    addOn.create();
    expect(addOn.madeIds()).toHaveLength(orders);
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
    expect(addOn.cells("Status")).toEqual(Array(orders).fill("Created (test)"));
  });

  test("a spent quota makes no more than two batches unconfirmed, and says how to continue", () => {
    const addOn = addOnIn(language, ({ method }) => {
      if (method === "fetchAll") throw quotaIsSpent();
    });
    const said = addOn.create();
    expect(said).toMatch(/create the (remaining )?orders/);
    const unconfirmed = addOn.cells("Status").filter((status) => status === "Unconfirmed").length;
    expect(unconfirmed).toBe(language === "en" || language === "id" ? 1 : 11);
    expect(addOn.cells("Status")).not.toContain("Sending");
  });
});

describe("a service that fails once, in words that nobody knows", () => {
  const methods = new Set<string>();
  addOnIn("en", ({ service, method }) => {
    methods.add(`${service}.${method}`);
  }).create();
  // Dialogs are how sentences are shown at all; Utilities asks no server.
  const failing = [...methods].filter(
    (name) => !/^(Utilities|Ui|SpreadsheetApp\.getUi|Menu|Html)/.test(name),
  );

  test.each(failing)("%s costs no order and is no surprise", (name) => {
    let isOver = false;
    const addOn = addOnIn("made-up", ({ service, method }) => {
      if (isOver || `${service}.${method}` !== name) return;
      isOver = true;
      throw new ServiceFault("We're sorry, a server error occurred. Please wait a bit and try again.");
    });
    for (let clicks = 0; clicks < 3; clicks += 1) {
      addOn.create();
      addOn.clock.sleep(13 * 60_000);
    }
    expect(isOver).toBe(true);
    expect(addOn.said.join("\n")).not.toContain("Something unexpected");
    expect(addOn.cells("Status")).toEqual(Array(orders).fill("Created (test)"));
    expect(addOn.made()).toHaveLength(orders);
  });
});

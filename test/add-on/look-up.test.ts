import type { ServiceCall } from "../../local/runtime/local-runtime";
import type { SidebarState } from "../../src/endpoints/sidebar-state";
import { AddOn, type Colleague, headers } from "./add-on";

/**
 * An order whose answer was lost, and a sidebar beside the look-up of it: `beside` is called before each service call of
 * that kind, with the sidebar's calls.
 */
function lookedUp(isMoment: (call: ServiceCall) => boolean, beside: (page: Colleague) => void): AddOn {
  const addOn = new AddOn({ rows: [{}] });
  addOn.breakNext("reset-after");
  addOn.create();
  const page = addOn.colleague("");
  let isInside = false;
  addOn.runWith({
    beforeCall: (call) => {
      if (isInside || !isMoment(call)) return;
      isInside = true;
      beside(page);
      isInside = false;
    },
  });
  return addOn;
}

const isRequest = ({ service }: ServiceCall) => service === "UrlFetchApp";
const isSleep = ({ method }: ServiceCall) => method === "sleep";
const stateOf = (page: Colleague) => page.call("getState", []) as SidebarState;

describe("a look-up of lost orders", () => {
  test("is told to who looks: which page of how many, and what it waits for", () => {
    const told = new Set<string>();
    const tell = (page: Colleague) => {
      const { run } = stateOf(page);
      told.add(JSON.stringify(run?.wait));
      expect([run?.kind, run?.state, run?.total]).toEqual(["resolve", "running", 1]);
    };
    const addOn = lookedUp((call) => isRequest(call) || isSleep(call), tell);
    expect(addOn.resolve()).toBe("1 order: 1 created.");
    expect([...told].some((wait) => /"lookUp","page":1,"pages":null/.test(wait))).toBe(true);
    expect([...told].some((wait) => /"lookUp","page":\d+,"pages":\d+/.test(wait))).toBe(true);
    expect(stateOf(addOn.colleague("")).run?.wait).toBeUndefined();
  });

  test("can be stopped: it ends with a sentence, nothing is sent, and the next one finds the order", () => {
    let stops = 0;
    const addOn = lookedUp(isRequest, (page) => {
      const runId = stateOf(page).run?.runId ?? "";
      if (stops++ === 0) page.call("stopRun", [runId]);
    });
    expect(addOn.create()).toBe(
      "Stopped while orders were looked up. Nothing was sent, and unconfirmed orders stay so.",
    );
    expect([addOn.posts(), addOn.cell(2, "Status")]).toEqual([1, "Unconfirmed"]);
    addOn.runWith({});
    expect(addOn.create()).toBe("1 order: 1 created.");
    expect(addOn.posts()).toBe(1);
  });

  test("that was killed is not told for ever", () => {
    let kills = 0;
    const addOn = lookedUp(isRequest, () => {
      kills += 1;
    });
    addOn.properties.setAll({
      "bitbybit.lookUp": JSON.stringify({
        run: { id: "A9C3", kind: "resolve", queued: 1 },
        stage: { kind: "arrival" },
        atMs: addOn.clock.now() - 200_000,
        waitMs: 60_000,
      }),
    });
    expect(stateOf(addOn.colleague("")).run?.runId).not.toBe("A9C3");
    expect(kills).toBe(0);
  });

  test("finds an order of a second attempt, and counts it as created", () => {
    const addOn = new AddOn({ rows: [{}, {}] });
    addOn.breakNext("reset-before", null);
    addOn.create();
    addOn.clock.sleep(120_000);
    addOn.breakNext("reset-after");
    expect(addOn.create()).toContain("2 orders: 1 unconfirmed and 1 already created.");
    expect(addOn.resolve()).toBe("2 orders: 1 created and 1 unchanged.");
    // Whether the first attempt arrived after all is asked again, and changes nothing.
    expect(addOn.resolve()).toBe("2 orders: 2 unchanged.");
    expect(addOn.made()).toHaveLength(2);
  });
});

describe("when all properties were lost", () => {
  test("an order that was called absent stays so, though no run of its own is listed any more", () => {
    const addOn = new AddOn({ rows: ["R-1", "R-2", "R-3"].map((ref) => ({ "Order ref": ref })) });
    addOn.breakNext(null, "502-before", "502-before");
    addOn.create();
    addOn.properties.setAll({}, true);
    addOn.clock.sleep(13 * 60_000);
    // When they left is not known any more, so they count as under way from now on.
    expect(addOn.resolve()).toBe("3 orders: 2 unconfirmed and 1 unchanged.");
    addOn.clock.sleep(13 * 60_000);
    expect(addOn.resolve()).toBe("3 orders: 2 not sent and 1 unchanged.");
    addOn.resolve();
    expect(addOn.resolve()).toBe("Nothing to do: none of the selected orders is unconfirmed.");
    expect(addOn.cells("Status")).toEqual(["Created (test)", "Not sent", "Not sent"]);
    expect(addOn.create()).toBe("3 orders: 2 created and 1 already created.");
    expect(addOn.made()).toHaveLength(3);
  });
});

describe("an order whose row was changed while nobody knew whether it exists", () => {
  const lost = (fault: "502-after" | "502-before") => {
    const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
    addOn.breakNext(fault);
    addOn.create();
    addOn.type(2, "First name", "Changed");
    return addOn;
  };

  test("is shown as created with its ID by the look-up that finds it, and says that it was changed", () => {
    const addOn = lost("502-after");
    expect(addOn.resolve()).toBe("2 orders: 1 created and 1 unchanged.");
    expect(addOn.cell(2, "Order ID")).toBe(addOn.madeIds().at(-1));
    expect(addOn.cell(2, "Status")).toBe("Created (test)");
    expect(addOn.cell(2, "Message")).toContain("this row was changed while the order was on its way");
  });

  test("that exists is shown as created with its ID by a Create too, and needs a decision", () => {
    const addOn = lost("502-after");
    expect(addOn.create()).toBe("2 orders: 1 with problems and 1 already created.");
    expect(addOn.cell(2, "Order ID")).toBe(addOn.madeIds().at(-1));
    expect(addOn.cell(2, "Status")).toBe("Created (test)");
    expect(addOn.cell(2, "Message")).toMatch(/^Needs your decision: this row was changed/);
  });

  test("that does not exist says what can be done, and doing so ends it", () => {
    const addOn = lost("502-before");
    expect(addOn.resolve()).toBe("2 orders: 1 unconfirmed and 1 unchanged.");
    expect(addOn.cell(2, "Message")).toContain("Undo the change and run");
    addOn.type(2, "First name", addOn.cell(3, "First name"));
    expect(addOn.resolve()).toBe("2 orders: 1 not sent and 1 unchanged.");
    expect(addOn.create()).toBe("2 orders: 1 created and 1 already created.");
    expect(addOn.posts()).toBe(3);
  });
});

describe("an order that nobody knows the end of, and whose status cells were cleared", () => {
  const cleared = (fault: "502-after" | "502-before") => {
    const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
    addOn.breakNext(fault);
    addOn.create();
    addOn.clock.sleep(60_000);
    const width = addOn.sheet.maxColumns - headers.length;
    addOn.user.clear(addOn.sheet, { row: 2, column: headers.length + 1, rows: 1, columns: width });
    return addOn;
  };

  test("is looked up before it is sent: it is made once, and its row says what it is", () => {
    const addOn = cleared("502-after");
    expect(addOn.create()).toBe("2 orders: 1 with problems and 1 already created.");
    expect(addOn.said.at(-2)).toContain("1 order may exist already. They are looked up first");
    expect(addOn.posts()).toBe(2);
    expect(addOn.cell(2, "Message")).toContain(`as ${addOn.madeIds().at(-1)}.`);
  });

  test("is made another time only if a person says so", () => {
    const addOn = cleared("502-after");
    addOn.create();
    addOn.clock.sleep(60_000);
    addOn.user.select(["A2"]);
    expect(addOn.click("Not in bitbybit: send again")).toBe("1 order: 1 created.");
    expect(addOn.posts()).toBe(3);
  });

  test("is sent in the same click if it does not exist", () => {
    const addOn = cleared("502-before");
    expect(addOn.create()).toBe("2 orders: 1 created and 1 already created.");
    expect(addOn.made()).toHaveLength(2);
  });
});

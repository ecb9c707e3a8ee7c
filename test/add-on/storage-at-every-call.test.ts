import { type RuntimeOptions, type ServiceCall, ServiceFault } from "../../local/runtime/local-runtime";
import { AddOn, type Row } from "./add-on";

const orders = 12;
const rows = Array.from({ length: orders }, (_, index): Row => ({ "Order ref": `R-${index + 1}` }));

const isRead = ({ method }: ServiceCall) => method === "getProperties";
const isWrite = ({ method }: ServiceCall) => method === "setProperties";

const isFull = () =>
  new ServiceFault(
    "You have exceeded the property storage quota. Please remove some properties and try again.",
  );
const doesNotAnswer = () =>
  new ServiceFault("We're sorry, a server error occurred while reading from storage. Error code INTERNAL.");

/** Three batches (one order, seven, four), and an answer that is lost in the second. */
function addOnWith(hooks: Pick<RuntimeOptions, "beforeCall" | "afterCall">): AddOn {
  const addOn = new AddOn({ rows, api: { limit: 8 }, runtime: hooks });
  addOn.breakNext(null, null, null, "502-after");
  return addOn;
}

/** The send key that an order was made with. */
function sendKeyIn({ notes }: { notes: string | null }): string {
  const [, key = "no key"] = /Sheet ref: (\S+)$/.exec(notes ?? "") ?? [];
  return key;
}

/** How many calls of a kind a run without trouble makes. */
function countOf(isMeant: (call: ServiceCall) => boolean): number {
  let count = 0;
  addOnWith({
    beforeCall: (call) => {
      if (isMeant(call)) count += 1;
    },
  }).create();
  return count;
}

/** Clicks Create twice more, each time after everything that was lost can be told. */
function expectEachOnceAtLast(addOn: AddOn): void {
  for (let clicks = 0; clicks < 3; clicks += 1) {
    addOn.clock.sleep(13 * 60_000);
    addOn.create();
  }
  expect(addOn.made()).toHaveLength(orders);
  expect(addOn.cells("Status")).toEqual(Array(orders).fill("Created (test)"));
  expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
}

/** Every fourth call from `first` on: four tests go through all of them, and each stays below a few seconds. */
const placesFrom = (first: number, count: number) =>
  Array.from({ length: Math.ceil((count - first + 1) / 4) }, (_, index) => first + 4 * index);

describe.each([1, 2, 3, 4])("at each call of a run, from call %i on every fourth", (first) => {
  test("a full storage: nothing is sent without its record, and each order is made once when there is room", () => {
    const places = placesFrom(first, countOf(isWrite));
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      let calls = 0;
      let isOver = false;
      const addOn = addOnWith({
        beforeCall: (call) => {
          if (isWrite(call) && ++calls >= place && !isOver) throw isFull();
        },
      });
      addOn.create();
      for (const order of addOn.made()) expect(addOn.documentProperties()).toContain(sendKeyIn(order));
      isOver = true;
      expectEachOnceAtLast(addOn);
    }
  });

  test("a write that fails once costs no order and makes none twice", () => {
    for (const place of placesFrom(first, countOf(isWrite))) {
      let calls = 0;
      const addOn = addOnWith({
        beforeCall: (call) => {
          if (isWrite(call) && ++calls === place) throw isFull();
        },
      });
      addOn.create();
      expectEachOnceAtLast(addOn);
    }
  });

  test("a storage that does not answer any more ends the run with a sentence, and nothing is lost", () => {
    for (const place of placesFrom(first, countOf(isRead))) {
      let calls = 0;
      let isOver = false;
      const addOn = addOnWith({
        beforeCall: (call) => {
          if ((isRead(call) || isWrite(call)) && ++calls >= place && !isOver) throw doesNotAnswer();
        },
      });
      const said = addOn.create();
      expect(said).not.toContain("Something unexpected");
      isOver = true;
      expectEachOnceAtLast(addOn);
    }
  });

  test("an old value, answered once, makes no order twice and loses none", () => {
    for (const place of placesFrom(first, countOf(isRead))) {
      let calls = 0;
      let before: Record<string, string> = {};
      let now: Record<string, string> | null = null;
      const addOn: AddOn = addOnWith({
        beforeCall: (call) => {
          if (isWrite(call) || call.method === "deleteProperty") before = addOn.properties.all();
          if (!isRead(call) || ++calls !== place) return;
          now = addOn.properties.all();
          addOn.properties.setAll(before, true);
        },
        afterCall: (call) => {
          if (!isRead(call) || now === null) return;
          addOn.properties.setAll(now, true);
          now = null;
        },
      });
      addOn.create();
      expectEachOnceAtLast(addOn);
    }
  });
});

import { knownJournal } from "../../src/run/desk";
import { firstOf, queueOf } from "../../src/run/queue";
import { sendClaimed } from "../../src/run/send-batch";
import { showAndClaim } from "../../src/run/show-and-claim";
import { readSheet } from "../../src/spreadsheet/read-sheet";
import { headerRow } from "../spreadsheet/scripted-sheet";
import { orders, type ShopRun, shopRun, started } from "./shop-run";

const task = { step: { budgetMs: 600_000, maxSleepMs: 4_000 }, stop: null };

/** What waits of a run whose keys are written, by the sheet as it is now. */
function queue(shop: ShopRun, desk: ReturnType<typeof started>["desk"]) {
  const { journal } = desk.context.journal.read();
  const reading = readSheet(desk.context, shop.sheet);
  return queueOf(desk.context, desk.run, reading, knownJournal(desk, journal));
}

const rowsOf = ({ waiting }: ReturnType<typeof queue>) =>
  waiting.map(({ record }) => record.rows[0]?.rowNumber);

const column = (header: string) => headerRow.indexOf(header);

test("every keyed order waits until it was sent", () => {
  const shop = shopRun(orders(3));
  const { desk, state } = started(shop);
  expect(rowsOf(queue(shop, desk))).toEqual([2, 3, 4]);
  if (state.kind === "claimed") sendClaimed(desk, state.requests);
  expect(rowsOf(queue(shop, desk))).toEqual([3, 4]);
});

test("an order that was edited while it waited keeps its request and gets a new key", () => {
  const shop = shopRun(orders(2));
  const { desk } = started(shop);
  shop.sheet.rows[1]?.splice(column("Notes"), 1, "by Friday");
  const [first, second] = queue(shop, desk).waiting;
  expect([first?.isRekeyed, second?.isRekeyed]).toEqual([false, true]);
  expect(second?.keyText).not.toBe(shop.sheet.shown("sendKey")[1]);
  expect(second?.key.requestId).toBe(second?.record.rows[0]?.key?.requestId);
});

test("an order that cannot be sent any more leaves the queue, and says why", () => {
  const shop = shopRun(orders(2));
  const { desk } = started(shop);
  shop.sheet.rows[1]?.splice(column("Quantity"), 1, "two");
  const { waiting, left } = queue(shop, desk);
  expect(waiting).toHaveLength(1);
  expect(left.map(({ decision }) => decision.kind)).toEqual(["fix"]);
});

test("a row whose key was cleared is not of the run any more", () => {
  const shop = shopRun(orders(2));
  const { desk } = started(shop);
  shop.sheet.rows[1]?.splice(column("Send key"), 1, "");
  expect(rowsOf(queue(shop, desk))).toEqual([2]);
});

test("a copy of a row that waits does not go along", () => {
  const shop = shopRun(orders(2));
  const { desk } = started(shop);
  shop.sheet.rows.push([...(shop.sheet.rows[1] ?? [])]);
  const { waiting, left } = queue(shop, desk);
  expect(waiting).toHaveLength(2);
  expect(left.map(({ decision }) => decision)).toMatchObject([
    { kind: "needsReview", review: { why: "copied" } },
  ]);
});

describe("of those that wait", () => {
  const waiting = (count: number) => {
    const shop = shopRun(orders(count));
    const { desk } = started(shop);
    return { shop, desk, all: queue(shop, desk).waiting };
  };
  const rows = (chosen: readonly { record: { rows: readonly { rowNumber: number }[] } }[]) =>
    chosen.map(({ record }) => record.rows[0]?.rowNumber);

  test("the topmost go first, as many as are wanted", () => {
    expect(rows(firstOf([...waiting(5).all].reverse(), 3, 12))).toEqual([2, 3, 4]);
  });

  test("so few go that their rows need no more rectangles than a write may have", () => {
    const scattered = waiting(9).all.filter((_, index) => index % 2 === 0);
    expect(rows(firstOf(scattered, 9, 3))).toEqual([2, 4, 6]);
  });

  test("one goes in any case", () => {
    expect(firstOf(waiting(2).all, 5, 0)).toHaveLength(1);
  });

  test("a rejected order is not tried again in the same run", () => {
    const { shop, desk } = waiting(2);
    shop.sheet.rows[0]?.splice(column("Status"), 1, "Rejected");
    expect(rowsOf(queue(shop, desk))).toEqual([3]);
    expect(showAndClaim(desk, task).kind).toBe("claimed");
  });
});

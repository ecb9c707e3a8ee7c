import { scopes } from "../../local/api/gate";
import { AddOn, headers, type Row, testKey } from "./add-on";

const columns = [...headers, "Customer ID", "Email"];

/** Somebody who is in bitbybit already, with this e-mail address. */
function withCustomer(rows: Row[], mayRead = true): AddOn {
  const own = mayRead ? scopes : scopes.filter((scope) => !scope.startsWith("customers"));
  const addOn = new AddOn({
    headers: columns,
    rows: [{ Email: "siti@example.com" }, ...rows],
    api: { keys: [{ key: testKey, scopes: own }] },
  });
  addOn.user.select(["A2"]);
  addOn.create();
  addOn.clock.sleep(60_000);
  addOn.user.select([`A3:A${rows.length + 2}`]);
  return addOn;
}

const searches = (addOn: AddOn) =>
  addOn.api.requests.entries().filter(({ path }) => path.includes("/customers")).length;
const named = (contact: string): Row => ({ "First name": contact, "Customer ID": contact });

test("an e-mail address as Customer ID stands for the customer who has it in bitbybit", () => {
  const addOn = withCustomer([named("SITI@example.com")]);
  expect(addOn.create()).toBe("1 order: 1 created.");
  const [one, other] = addOn.made();
  expect(one?.customer.id).toBe(other?.customer.id);
  expect(addOn.create()).toBe("1 order: 1 already created.");
});

test("an address that nobody has there is a problem", () => {
  const addOn = withCustomer([named("nobody@example.com")]);
  expect(addOn.check()).toContain("1 with problems");
  expect(addOn.cell(3, "Message")).toContain("nobody in bitbybit has");
});

test("each address is searched for once, not at every reading and not for every row", () => {
  const addOn = withCustomer([named("siti@example.com"), named("siti@example.com"), named("x@example.com")]);
  const before = searches(addOn);
  addOn.check();
  addOn.check();
  expect(searches(addOn) - before).toBe(2);
});

test("a key that may not read customers costs one request, and everything else works", () => {
  const addOn = withCustomer([named("siti@example.com"), named("x@example.com"), {}], false);
  const before = searches(addOn);
  expect(addOn.check()).toContain("3 valid");
  expect(searches(addOn) - before).toBe(1);
});

test("IDs are not searched for, and neither are customers of orders that were sent", () => {
  const addOn = withCustomer([{ "Customer ID": "cus_1" }, named("siti@example.com")]);
  addOn.create();
  const before = searches(addOn);
  addOn.clock.sleep(7 * 3_600_000);
  addOn.check();
  expect(searches(addOn)).toBe(before);
});

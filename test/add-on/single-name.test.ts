import * as z from "zod/mini";
import { AddOn, headers } from "./add-on";

const columns = [...headers.filter((header) => !header.endsWith("name")), "Full name"];
const shown = z.object({ preview: z.object({ findings: z.array(z.string()) }) });

function withNames(...names: string[]): AddOn {
  return new AddOn({ headers: columns, rows: names.map((name) => ({ "Full name": name })) });
}
const findingsOf = (addOn: AddOn) => shown.parse(addOn.call("previewRow", [])).preview.findings;
const lastNames = (addOn: AddOn) => addOn.made().map(({ shippingAddress }) => shippingAddress.lastName);

test("a single name is sent as both names, and said so", () => {
  const addOn = withNames("Suharto");
  expect(findingsOf(addOn)).toEqual([
    'J2 Full name: "Suharto" is one name alone; "Suharto" is sent as last name',
  ]);
  addOn.create();
  expect(lastNames(addOn)).toEqual(["Suharto"]);
});

test("the last name that is set for single names is sent instead, and with no other name", () => {
  const addOn = withNames("Suharto", "Siti Rahma");
  addOn.call("saveSettings", [{ singleLastName: " - " }]);
  expect(findingsOf(addOn)).toEqual(['J2 Full name: "Suharto" is one name alone; "-" is sent as last name']);
  addOn.create();
  expect(lastNames(addOn).sort()).toEqual(["-", "Rahma"]);
});

test("the setting changes nothing about an order that was sent", () => {
  const addOn = withNames("Suharto");
  addOn.create();
  addOn.call("saveSettings", [{ singleLastName: "-" }]);
  expect(addOn.create()).toBe("1 order: 1 already created.");
});

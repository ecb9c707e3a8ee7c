import { AddOn } from "../add-on/add-on";

/** Two orders, of which the second has a text of the add-on's in one of its own cells. */
function withText(header: string, text: (addOn: AddOn) => string): AddOn {
  const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
  addOn.user.select(["A2"]);
  addOn.create();
  addOn.user.formatCell(addOn.sheet, 3, addOn.column(header), { numberFormat: "@" });
  addOn.type(3, header, text(addOn));
  addOn.user.select(["A2:A3"]);
  return addOn;
}

describe("a data cell that holds a text of the add-on's own, as a moved column leaves behind", () => {
  test.each([
    ["a status", "City", () => "valid", "H3 City: valid is a status that this add-on writes"],
    ["another order's send key", "Notes", (addOn: AddOn) => addOn.cell(2, "Send key"), "holds a Send key"],
    [
      "another order's reference",
      "Notes",
      (addOn: AddOn) => `vip, Sheet ref: ${addOn.cell(2, "Send key")}`,
      "holds a Send key",
    ],
    [
      "a time",
      "Address 1",
      (addOn: AddOn) => addOn.cell(2, "Updated at"),
      "is a time that this add-on writes",
    ],
    [
      "an Order ID",
      "Variant ID",
      (addOn: AddOn) => addOn.cell(2, "Order ID"),
      "which is the Order ID of an order",
    ],
    [
      "a Message",
      "Address 1",
      (addOn: AddOn) => {
        addOn.type(3, "Quantity", "two");
        addOn.user.select(["A3"]);
        addOn.check();
        addOn.type(3, "Quantity", "1");
        return addOn.cell(3, "Message");
      },
      "Address 1 holds a Message of this add-on",
    ],
  ])("%s makes its order Invalid, with a sentence", (_, header, text, sentence) => {
    const addOn = withText(header, text);
    expect(addOn.create()).toBe("2 orders: 1 with problems and 1 already created.");
    expect(addOn.made()).toHaveLength(1);
    expect(addOn.cell(3, "Status")).toBe("Invalid");
    expect(addOn.cell(3, "Message")).toContain(sentence);
  });
});

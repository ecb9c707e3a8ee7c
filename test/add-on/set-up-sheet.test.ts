import { AddOn, statusHeaders } from "./add-on";

describe("Set up this sheet in an empty sheet", () => {
  function template() {
    const addOn = new AddOn({ rows: [], headers: [""] });
    return { addOn, said: addOn.click("Set up this sheet") };
  }

  test("writes the columns of an order, with the status columns right of them", () => {
    const { addOn, said } = template();
    expect(said).toContain("has the columns of an order now");
    expect(addOn.column("Variant ID")).toBeLessThan(addOn.column(statusHeaders[0] ?? ""));
    expect(addOn.sheet.cell(1, addOn.column("Zip"))?.note).toContain("zeros stay");
  });

  test("keeps zeros and signs as they are typed", () => {
    const { addOn } = template();
    addOn.type(3, "Zip", "01234");
    addOn.type(3, "Phone", "+62812");
    expect([addOn.cell(3, "Zip"), addOn.cell(3, "Phone")]).toEqual(["01234", "+62812"]);
  });

  test("has an example that is never sent, and orders below it are", () => {
    const { addOn } = template();
    addOn.addRow({ "Order ref": "R-1" });
    addOn.user.select(["A2:A3"]);
    addOn.create();
    expect(addOn.made()).toHaveLength(1);
    expect(addOn.cell(2, "Order ID")).toBe("");
  });

  test("writes nothing into a sheet that holds anything", () => {
    const addOn = new AddOn({ rows: [], headers: ["Catatan"] });
    addOn.click("Set up this sheet");
    expect(addOn.sheet.cell(1, 1)?.value).toBe("Catatan");
    expect(addOn.sheet.cell(2, 1)?.value).toBeNull();
  });
});

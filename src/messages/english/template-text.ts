import type { PlainField } from "../../orders/field";
import { exampleRef } from "../../orders/rows/not-orders";

const notes: Partial<Record<PlainField, string>> = {
  orderRef: `Your own number for the order. Rows with the same one are one order. A row called ${exampleRef} is never sent.`,
  firstName: "The customer's first name. It is the name of the address too.",
  lastName: "The customer's last name.",
  phone: "With country code, such as +62 812-5550-0101. The column is plain text, so that + and 0 stay.",
  email: "The customer's e-mail address, if you have it.",
  variantId: "The ID of the product variant, as bitbybit has it.",
  quantity: "A whole number, 1 or more.",
  address1: "Street and number.",
  address2: "Floor, block or district, if there is one.",
  city: "The city of the address.",
  province: "The province or state of the address.",
  country: "Two letters, such as ID, or the name.",
  zip: "The postal code. The column is plain text, so that zeros stay.",
  notes: "What bitbybit should keep as notes of the order.",
  tags: "Tags of the order, with commas between them.",
};

/** The note at a header of the template: what to put into the column. */
export function templateNote(field: PlainField, isNeeded: boolean): string {
  return `${notes[field] ?? ""}${isNeeded ? " Needed." : ""}`.trim();
}

import type { PlainField } from "../../orders/field";
import { exampleRef } from "../../orders/rows/not-orders";
import { listed } from "./amounts";

/** A sheet's headers, in English. */
export const headers = {
  lacks: (rowNumber: number, missing: readonly string[]) =>
    `Row ${rowNumber} lacks the column${missing.length === 1 ? "" : "s"} ${missing.join(", ")}. Add what is missing.`,
  orAlso: (header: string, others: string) => `${header} (or ${others})`,
  twice: (rowNumber: number, header: string, columns: readonly string[]) =>
    `Row ${rowNumber} has ${header} in columns ${listed(columns)}: rename all but one.`,
  similar: (column: string, found: string, header: string, rowNumber: number) =>
    `Column ${column} (${found}) is not read; if it is meant as ${header}, give it that name in row ${rowNumber}.`,
  nothingSent: "Nothing was sent.",
  /** `more`: how many cells are like the first one. */
  userOwned: (header: string, cell: string, found: string, more: number) => {
    const others = more === 0 ? "" : ` and ${more} more cell${more === 1 ? "" : "s"} like it`;
    return (
      `The ${header} column has values of your own: ${cell} says ${found}${others}. ` +
      "Give your column another name in row 1, or empty those cells. Nothing was sent or written."
    );
  },
  /** What to put into a column of the template. */
  templateNotes: {
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
  } as Partial<Record<PlainField, string>>,
  needed: " Needed.",
};

import { headerOf, type PlainField } from "./field";
import { exampleRef } from "./rows/not-orders";

/** A column of the template that an empty sheet gets. */
export interface TemplateColumn {
  field: PlainField;
  header: string;
  /** What the example row has; "" for nothing. */
  example: string;
  isNeeded: boolean;
  /** True if the column is formatted as plain text, so that zeros, signs and long numbers stay as they are typed. */
  isText: boolean;
  /** True if only whole numbers of at least 1 are allowed. */
  isCount: boolean;
}

/** What the example row of the template holds. It is never sent: its Order ref says what it is. */
const examples: Partial<Record<PlainField, string>> = {
  orderRef: exampleRef,
  firstName: "Siti",
  lastName: "Rahmawati",
  phone: "+62 812-5550-0101",
  email: "siti@example.com",
  variantId: "var_0102",
  quantity: "2",
  address1: "Jl. Melati No. 12",
  address2: "",
  city: "Bandung",
  province: "Jawa Barat",
  country: "ID",
  zip: "40115",
  notes: "",
  tags: "reseller, batik",
};

const optional: ReadonlySet<string> = new Set(["orderRef", "email", "address2", "country", "notes", "tags"]);
const plainText: ReadonlySet<string> = new Set(["orderRef", "phone", "variantId", "zip"]);

/** The columns of the template, from column A on; the status columns follow them. */
export function templateColumns(): TemplateColumn[] {
  return (Object.entries(examples) as [PlainField, string][]).map(([field, example]) => ({
    field,
    header: headerOf[field],
    example,
    isNeeded: !optional.has(field),
    isText: plainText.has(field),
    isCount: field === "quantity",
  }));
}

/** True for a sheet that shows nothing, so that the template can be written into it. */
export function isEmptySheet(display: readonly (readonly string[])[]): boolean {
  return display.every((row) => row.every((text) => text.trim() === ""));
}

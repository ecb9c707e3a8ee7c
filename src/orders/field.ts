/** The parts of one article in a row. `sku` and `product` stand for a variant until the catalogue resolves them. */
export type ArticleField = "variantId" | "sku" | "product" | "quantity";

/** A row may hold more articles, in columns such as `SKU 2` and `Quantity 2`. */
export type ArticleNumber = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The field of a further article in the same row, such as `sku2`. */
export type NumberedField = `${ArticleField}${ArticleNumber}`;

/** The fields that stand in the table of columns; {@link DataField} has the numbered ones too. */
export type PlainField =
  | "orderRef"
  | "customerId"
  | "fullName"
  | "firstName"
  | "lastName"
  | "phone"
  | "email"
  | "shipFullName"
  | "shipFirstName"
  | "shipLastName"
  | "shipPhone"
  | ArticleField
  | "address1"
  | "address2"
  | "address3"
  | "city"
  | "province"
  | "country"
  | "zip"
  | "notes"
  | "tags";

/** The fields of an order row that the user fills in. Each has a column of its own in the order sheet. */
export type DataField = PlainField | NumberedField;

/** The status columns: what the add-on writes beside the user's columns. */
export type StatusField = "status" | "orderId" | "orderNumber" | "message" | "updatedAt" | "sendKey";

/** Any field that has a known header. */
export type Field = DataField | StatusField;

const headers: Readonly<Record<PlainField | StatusField, string>> = {
  orderRef: "Order ref",
  customerId: "Customer ID",
  firstName: "First name",
  lastName: "Last name",
  fullName: "Full name",
  phone: "Phone",
  email: "Email",
  shipFirstName: "Ship first name",
  shipLastName: "Ship last name",
  shipFullName: "Ship full name",
  shipPhone: "Ship phone",
  variantId: "Variant ID",
  sku: "SKU",
  product: "Product",
  quantity: "Quantity",
  address1: "Address 1",
  address2: "Address 2",
  address3: "Address 3",
  city: "City",
  province: "Province",
  country: "Country",
  zip: "Zip",
  notes: "Notes",
  tags: "Tags",
  status: "Status",
  orderId: "Order ID",
  orderNumber: "Order number",
  message: "Message",
  updatedAt: "Updated at",
  sendKey: "Send key",
};

/** What stands before a status column's header when the plain one is taken by a column of the user's. */
const ownNamePrefix = "bitbybit ";

/** The header of a status column if the plain one belongs to the user, such as `bitbybit Status`. */
export function ownHeaderOf(field: StatusField): string {
  return ownNamePrefix + headers[field];
}

/** The status columns in the order in which they are added at the right of a sheet. */
export const statusFields: readonly StatusField[] = [
  "status",
  "orderId",
  "orderNumber",
  "message",
  "updatedAt",
  "sendKey",
];

/** The columns that say what is ordered, the surest first. */
export const codeFields = ["variantId", "sku", "product"] as const satisfies readonly ArticleField[];

/** The numbers that further articles of a row have in their headers. */
export const articleNumbers: readonly ArticleNumber[] = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The field of one article of a row; `number` 1 is the plain field. */
export function articleField(field: ArticleField, number: 1 | ArticleNumber): DataField {
  return number === 1 ? field : `${field}${number}`;
}

function numberedHeaders(): Record<NumberedField, string> {
  const entries = [...codeFields, "quantity" as const].flatMap((field) =>
    articleNumbers.map((number) => [articleField(field, number), `${headers[field]} ${number}`]),
  );
  return Object.fromEntries(entries) as Record<NumberedField, string>;
}

/** The header of each field's column, as it is written by the add-on and named in messages. */
export const headerOf: Readonly<Record<Field, string>> = { ...headers, ...numberedHeaders() };

/** The fields of the table of columns that the user fills in, in the order in which a template has them. */
export const plainFields = (Object.keys(headers) as (PlainField | StatusField)[]).filter(
  (field): field is PlainField => !isStatusField(field),
);

/** True for the fields of the status columns. */
export function isStatusField(field: Field): field is StatusField {
  return (statusFields as readonly Field[]).includes(field);
}

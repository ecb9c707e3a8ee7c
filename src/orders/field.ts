/** The fields of an order row that the user fills in. Each has a column of its own in the order sheet. */
export type DataField =
  | "orderRef"
  | "customerId"
  | "firstName"
  | "lastName"
  | "phone"
  | "email"
  | "shipFirstName"
  | "shipLastName"
  | "shipPhone"
  | "variantId"
  | "quantity"
  | "address1"
  | "address2"
  | "city"
  | "province"
  | "country"
  | "zip"
  | "notes"
  | "tags";

/** The status columns: what the add-on writes beside the user's columns. */
export type StatusField = "status" | "orderId" | "orderNumber" | "message" | "updatedAt" | "sendKey";

/** Any field that has a known header. */
export type Field = DataField | StatusField;

/** The header of each field's column, as it is written by the add-on and named in messages. */
export const headerOf: Readonly<Record<Field, string>> = {
  orderRef: "Order ref",
  customerId: "Customer ID",
  firstName: "First name",
  lastName: "Last name",
  phone: "Phone",
  email: "Email",
  shipFirstName: "Ship first name",
  shipLastName: "Ship last name",
  shipPhone: "Ship phone",
  variantId: "Variant ID",
  quantity: "Quantity",
  address1: "Address 1",
  address2: "Address 2",
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

/** The status columns in the order in which they are added at the right of a sheet. */
export const statusFields: readonly StatusField[] = [
  "status",
  "orderId",
  "orderNumber",
  "message",
  "updatedAt",
  "sendKey",
];

/** True for the fields of the status columns. */
export function isStatusField(field: Field): field is StatusField {
  return (statusFields as readonly Field[]).includes(field);
}

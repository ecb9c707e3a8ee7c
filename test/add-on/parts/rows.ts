/** The headers of a sheet of orders. */
export const headers = [
  "Order ref",
  "First name",
  "Last name",
  "Phone",
  "Variant ID",
  "Quantity",
  "Address 1",
  "City",
  "Province",
  "Zip",
  "Notes",
];

/** The status columns as they are added behind {@link headers}. */
export const statusHeaders = [
  "Status",
  "Order ID",
  "Order number",
  "Message",
  "Updated at",
  "Send key",
] as const;

/** One row of the sheet by header; what is left out is as in {@link goodRow}. */
export type Row = Record<string, string | number>;

/** A row without problems. */
export const goodRow: Row = {
  "First name": "Ayu",
  "Last name": "Lestari",
  Phone: "+62 812 3456 789",
  "Variant ID": "var_0101",
  Quantity: 1,
  "Address 1": "Jl. Melati 1",
  City: "Bandung",
  Province: "Jawa Barat",
  Zip: "40115",
};

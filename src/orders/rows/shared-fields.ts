import type { DataField } from "../field";
import type { TextUse } from "./cell";

/** The fields that all rows of an order share, and how their cells are read; the others belong to each row. */
export const sharedFieldUse = {
  customerId: "code",
  fullName: "words",
  firstName: "words",
  lastName: "words",
  phone: "digits",
  email: "code",
  shipFullName: "words",
  shipFirstName: "words",
  shipLastName: "words",
  shipPhone: "digits",
  address1: "words",
  address2: "words",
  address3: "words",
  city: "words",
  province: "words",
  country: "words",
  zip: "digits",
  notes: "words",
  tags: "words",
} as const satisfies Partial<Record<DataField, TextUse>>;

/** A field that all rows of an order share. */
export type SharedField = keyof typeof sharedFieldUse;

/** All of them, in the order in which they are read. */
export const sharedFields = Object.keys(sharedFieldUse) as SharedField[];

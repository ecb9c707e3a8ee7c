import * as z from "zod/mini";
import { emailPattern } from "../values/email";

/**
 * The contract's request body of createOrder, as a schema. Made at its first use and kept: opening a sheet must not pay
 * for it. It carries no words: what is wrong is told by path and code, and messages has the sentences.
 */
export function orderSchema(): OrderSchema {
  made ??= makeOrderSchema();
  return made;
}

/** The schema's type; what it parses is an `OrderPayload`. */
export type OrderSchema = ReturnType<typeof makeOrderSchema>;

let made: OrderSchema | undefined;

function makeOrderSchema() {
  const optionalText = z.exactOptional(z.string());
  const customer = z.object({
    firstName: z.string(),
    lastName: z.string(),
    phone: optionalText,
    email: z.exactOptional(z.email({ pattern: emailPattern })),
  });
  const lineItem = z.object({ productVariantId: z.string(), quantity: z.int().check(z.minimum(1)) });
  const shippingAddress = z.object({
    firstName: z.string(),
    lastName: z.string(),
    phone: z.string(),
    address1: z.string(),
    address2: optionalText,
    city: z.string(),
    province: z.string(),
    country: optionalText,
    zip: z.string(),
  });
  return z
    .object({
      customerId: optionalText,
      customer: z.exactOptional(customer),
      lineItems: z.array(lineItem).check(z.minLength(1)),
      shippingAddress,
      notes: optionalText,
      tags: z.exactOptional(z.array(z.string())),
    })
    .check(
      z.refine((order) => order.customerId !== undefined || order.customer !== undefined, {
        // Without this condition of its own the refinement is skipped as soon as any field is at fault, and the list is not complete.
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    );
}

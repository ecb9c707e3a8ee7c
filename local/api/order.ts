import type { Variant } from "./catalogue";
import type { Address, Customer, CustomerInput } from "./customers";

/** The statuses of the contract's `Order`. */
export const orderStatuses = ["active", "archived", "cancelled", "refunded"] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** The body of a create-order request, as the contract describes it. */
export interface OrderInput {
  customerId?: string;
  customer?: CustomerInput;
  lineItems: { productVariantId: string; quantity: number }[];
  shippingAddress: {
    firstName: string;
    lastName: string;
    phone: string;
    address1: string;
    address2?: string;
    city: string;
    province: string;
    country?: string;
    zip: string;
  };
  notes?: string;
  tags?: string[];
}

/** An order as the shop keeps it: everything but the customer's name, which is looked up whenever the order is shown. */
export interface KeptOrder {
  id: string;
  orderId: string;
  orderNumber: string;
  status: OrderStatus;
  fulfillmentStatus: "unfulfilled" | "fulfilled";
  financialStatus: "pending" | "paid" | "refunded";
  total: number;
  currency: string;
  notes: string | null;
  customerId: string;
  lineItems: { id: string; quantity: number; price: number; title: string; productVariant: Variant }[];
  shippingAddress: Address;
  tags: string[];
  createdAt: string;
  updatedAt: string;
}

/** An order in the contract's `Order` shape. */
export interface Order extends Omit<KeptOrder, "customerId"> {
  customer: Pick<Customer, "id" | "firstName" | "lastName" | "email" | "phoneNumber">;
}

/** An order as the API shows it, under the name its customer is stored under now. */
export function showOrder(order: KeptOrder, customer: Customer | undefined): Order {
  const { customerId, ...shown } = order;
  return {
    ...shown,
    customer: {
      id: customerId,
      firstName: customer?.firstName ?? null,
      lastName: customer?.lastName ?? null,
      email: customer?.email ?? null,
      phoneNumber: customer?.phoneNumber ?? null,
    },
  };
}

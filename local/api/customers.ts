import { textHash } from "./seeded-random";

/** An address as the contract shows it. */
export interface Address {
  id: string;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
}

/** A customer as the shop keeps it, in the shape that `GET /customers` shows. */
export interface Customer {
  id: string;
  email: string | null;
  phoneNumber: string | null;
  firstName: string | null;
  lastName: string | null;
  tags: string[];
  addresses: Address[];
  /** ISO 8601; what `sort=updatedAt:…` goes by. */
  updatedAt: string;
}

/** The `customer` of a create-order request. */
export interface CustomerInput {
  firstName: string;
  lastName: string;
  phone?: string;
  email?: string;
}

const givenNames = ["Ayu", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi"];
const familyNames = ["Santoso", "Wijaya", "Pratama", "Lestari", "Hartono", "Kusuma"];

/** The customers of one shop, found again by ID, phone number or e-mail address. */
export class CustomerBook {
  readonly #byId = new Map<string, Customer>();
  readonly #idByPhone = new Map<string, string>();
  readonly #idByEmail = new Map<string, string>();

  /** `newId` makes the ID of a new customer; `onChange` hears of every customer made or changed. */
  constructor(
    private readonly newId: () => string,
    private readonly onChange: (customer: Customer) => void,
  ) {}

  /** All customers, the oldest first. */
  all(): Customer[] {
    return [...this.#byId.values()];
  }

  /** Takes over a customer kept from before, in place of one with the same ID. */
  restore(customer: Customer): void {
    this.#byId.set(customer.id, customer);
    if (customer.phoneNumber !== null) this.#idByPhone.set(digits(customer.phoneNumber), customer.id);
    if (customer.email !== null) this.#idByEmail.set(customer.email.toLowerCase(), customer.id);
  }

  /**
   * The customer with this phone number (digits alone count) or, failing that, this e-mail address (letter case does not
   * count). A customer found keeps the name it is stored under, whatever `input` calls it. Else a new one is made.
   */
  findOrCreate(input: CustomerInput, now: string): Customer {
    const phone = input.phone?.trim() || null;
    const email = input.email?.trim() || null;
    const foundId =
      (phone === null ? undefined : this.#idByPhone.get(digits(phone))) ??
      (email === null ? undefined : this.#idByEmail.get(email.toLowerCase()));
    const found = foundId === undefined ? undefined : this.#byId.get(foundId);
    if (found !== undefined) return found;
    return this.#keep({
      id: this.newId(),
      email,
      phoneNumber: phone,
      firstName: input.firstName,
      lastName: input.lastName,
      tags: [],
      addresses: [],
      updatedAt: now,
    });
  }

  /**
   * The customer with an ID. So that any sheet can be tried, an ID that the shop never gave is taken for a customer from
   * before, under a name made from the ID. IDs that begin with `cus_gone` do not exist: null.
   */
  find(id: string, now: string): Customer | null {
    const found = this.#byId.get(id);
    if (found !== undefined) return found;
    if (id.startsWith("cus_gone")) return null;
    const hash = textHash(id);
    return this.#keep({
      id,
      email: null,
      phoneNumber: null,
      firstName: givenNames[hash % givenNames.length] ?? null,
      lastName: familyNames[hash % familyNames.length] ?? null,
      tags: [],
      addresses: [],
      updatedAt: now,
    });
  }

  /** Adds an address that the customer does not have yet. */
  addAddress(customer: Customer, address: Address, now: string): void {
    if (customer.addresses.some((known) => sameAddress(known, address))) return;
    this.#keep({ ...customer, addresses: [...customer.addresses, address], updatedAt: now });
  }

  /** The customer with an ID that the shop itself gave or has taken. */
  known(id: string): Customer | undefined {
    return this.#byId.get(id);
  }

  #keep(customer: Customer): Customer {
    this.restore(customer);
    this.onChange(customer);
    return customer;
  }
}

/** A customer's name as listings search it: `First Last`. */
export function customerName(customer: Pick<Customer, "firstName" | "lastName">): string {
  return [customer.firstName, customer.lastName].filter((part) => part !== null && part !== "").join(" ");
}

function digits(phone: string): string {
  return phone.replace(/\D/g, "");
}

function sameAddress(one: Address, other: Address): boolean {
  return JSON.stringify({ ...one, id: "" }) === JSON.stringify({ ...other, id: "" });
}

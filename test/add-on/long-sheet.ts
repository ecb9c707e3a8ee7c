import type { ServiceCall } from "../../local/runtime/local-runtime";
import { AddOn } from "./add-on";

/** What is particular to one long sheet. */
export interface LongSheet {
  orders: number;
  /** Requests a minute; by default so many that no limit is felt. */
  limit?: number;
  /** Called before each wave leaves, with its number from 1 on. */
  atSend?(addOn: AddOn, wave: number): void;
  /** Called before each service call. */
  before?(call: ServiceCall, addOn: AddOn): void;
}

/** The add-on over a sheet of many faultless orders, one a row. */
export function longSheet({ orders, limit = 1_000_000, atSend, before }: LongSheet): AddOn {
  let wave = 0;
  const addOn: AddOn = new AddOn({
    rows: Array.from({ length: orders }, (_, index) => ({ "Order ref": `R-${index + 1}` })),
    api: { limit },
    runtime: {
      beforeCall: (call) => {
        before?.(call, addOn);
        if (call.method === "fetchAll") atSend?.(addOn, ++wave);
      },
    },
  });
  return addOn;
}

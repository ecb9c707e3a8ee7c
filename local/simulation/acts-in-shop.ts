import type { World } from "./world";

/**
 * Somebody at work in bitbybit writes over an order's notes, and its reference with them. Then nothing but its content tells
 * whose order it is.
 */
export function writeOverNotes(world: World): void {
  // Where the notes are all that names the order, the simulation itself could not tell any more what was made.
  if (world.tokenPlace !== "Address 2") return;
  const [order] = world.shopRandom.some(world.standIn.shop("test").allOrders(), 1);
  if (!order || world.lostNotes.has(order.id)) return;
  world.lostNotes.set(order.id, order.notes ?? "");
  world.standIn.shop("test").setNotes(order.id, "");
  world.trace.inject("notes written over", `${world.tokenOf(order)}, ${order.id}`);
}

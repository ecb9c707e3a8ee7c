import { grouped, listedWith, momentParts } from "../forms";

/** `1,200`. */
export function number(amount: number): string {
  return grouped(amount, ",");
}

/** `1 cell`, `1,200 cells`. */
export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

/** `4, 5 and 6`. */
export function listed(things: readonly (string | number)[]): string {
  return listedWith("and", things);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment of a cell, such as `2026-03-02 08:15:00`, as a sentence says it: `2 Mar 2026 at 08:15`. */
export function momentText(cell: string): string {
  const parts = momentParts(cell);
  return parts ? `${parts.day} ${months[parts.month]} ${parts.year} at ${parts.hour}:${parts.minute}` : cell;
}

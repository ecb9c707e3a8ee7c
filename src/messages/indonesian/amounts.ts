import { grouped, listedWith, momentParts } from "../forms";

/** `1.200`. */
export function number(amount: number): string {
  return grouped(amount, ".");
}

/** `4, 5 dan 6`. */
export function listed(things: readonly (string | number)[]): string {
  return listedWith("dan", things);
}

const months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

/** A moment of a cell, such as `2026-03-02 08:15:00`, as a sentence says it: `2 Mar 2026 pukul 08.15`. */
export function momentText(cell: string): string {
  const parts = momentParts(cell);
  return parts
    ? `${parts.day} ${months[parts.month]} ${parts.year} pukul ${parts.hour}.${parts.minute}`
    : cell;
}

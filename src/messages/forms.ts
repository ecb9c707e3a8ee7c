/** A whole number with a sign between its thousands: `1,200` or `1.200`. */
export function grouped(amount: number, separator: string): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** Things in a list before whose last one a word stands, such as `4, 5 and 6`. */
export function listedWith(word: string, things: readonly (string | number)[]): string {
  return things.length < 2
    ? things.join("")
    : `${things.slice(0, -1).join(", ")} ${word} ${things[things.length - 1]}`;
}

/** `8–9, 12`: neighbouring rows as a span. */
export function spans(rowNumbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const rowNumber of rowNumbers) {
    const last = found[found.length - 1];
    if (last && last[1] + 1 === rowNumber) last[1] = rowNumber;
    else found.push([rowNumber, rowNumber]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

/** The parts of a moment as cells show it, `2026-03-02 08:15:00`; null for another text. `month` counts from 0. */
export function momentParts(
  text: string,
): { day: number; month: number; year: string; hour: string; minute: string } | null {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):\d\d$/.exec(text) ?? [];
  if (!year || !hour || !minute) return null;
  return { day: Number(day), month: Number(month) - 1, year, hour, minute };
}

/** The first `most` things in words, and a sentence about how many more there are. */
export function firstAndMore<T>(
  things: readonly T[],
  most: number,
  textOf: (thing: T) => string,
  moreText: (more: number) => string,
): string[] {
  const more = things.length - most;
  return [...things.slice(0, most).map(textOf), ...(more > 0 ? [moreText(more)] : [])];
}

import type { Language } from "../../endpoints/settings";

/** The short names of units of time in one language. */
export interface TimeUnits {
  second: string;
  minute: string;
  hour: string;
}

/** A whole number with its thousands set apart as the language does: `1,200` or `1.200`. */
export function numberIn(language: Language, amount: number): string {
  return amount.toLocaleString(language === "id" ? "id-ID" : "en-US");
}

/** A length of time, rounded up to what a person waits for: `8 s`, `2 min 5 s`, `1 h 40 min`. */
export function durationIn({ second, minute, hour }: TimeUnits, seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} ${second}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10)
    return whole % 60 === 0 ? `${minutes} ${minute}` : `${minutes} ${minute} ${whole % 60} ${second}`;
  const rounded = Math.ceil(whole / 60);
  if (rounded < 60) return `${rounded} ${minute}`;
  const hours = Math.floor(rounded / 60);
  return rounded % 60 === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rounded % 60} ${minute}`;
}

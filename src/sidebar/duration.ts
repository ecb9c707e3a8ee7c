/** A length of time in words, rounded up to what a person waits for: `8 s`, `2 min 5 s`, `1 h 40 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  const rounded = Math.ceil(whole / 60);
  if (rounded < 60) return `${rounded} min`;
  return rounded % 60 === 0 ? `${rounded / 60} h` : `${Math.floor(rounded / 60)} h ${rounded % 60} min`;
}

/**
 * The server's waiting sentence with its seconds counted down: "Waiting 23 s for …" becomes "Waiting 9 s for …".
 * A sentence without seconds stays as it is.
 */
export function countedDown(sentence: string, remainingMs: number): string {
  return sentence.replace(/\b\d+ s\b/, `${Math.max(0, Math.ceil(remainingMs / 1000))} s`);
}

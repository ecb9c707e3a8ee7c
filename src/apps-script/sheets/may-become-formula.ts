/** True if a cell that is no plain text would take one of these texts for a formula. */
export function mayBecomeFormula(texts: readonly (readonly string[])[]): boolean {
  return texts.some((line) => line.some((text) => /^[=+]/.test(text)));
}

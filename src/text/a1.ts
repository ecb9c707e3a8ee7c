/** The letters of a column, such as `A`, `Z`, `AA`. `columnIndex` counts from 0. */
export function columnLetter(columnIndex: number): string {
  let letters = "";
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The index of a column, counted from 0, by its letters. */
export function columnIndexOf(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A cell's name as users see it, such as `E4`. `rowNumber` counts from 1, `columnIndex` from 0. */
export function cellName(rowNumber: number, columnIndex: number): string {
  return `${columnLetter(columnIndex)}${rowNumber}`;
}

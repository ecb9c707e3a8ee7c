import { getFormatFromId } from "numfmt";

/**
 * Thai formats by the numbers that Excel keeps for them; numfmt knows those of East Asia, not these (ECMA-376 part 1,
 * 18.8.30, numFmt).
 */
const thaiFormats: Readonly<Record<number, string>> = {
  ...{ 59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??" },
  ...{ 71: "d/m/yyyy", 72: "d-mmm-yy", 73: "d-mmm", 74: "mmm-yy", 75: "h:mm", 76: "h:mm:ss" },
  ...{ 77: "d/m/yyyy h:mm", 78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/yyyy" },
};

/** Returns the pattern of a number format that a workbook does not spell out; `General` for one that nobody knows. */
export function builtInFormat(id: number): string {
  return thaiFormats[id] ?? getFormatFromId(id) ?? "General";
}

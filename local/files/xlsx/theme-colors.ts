import { attribute } from "./xml";

/** The colors of Office's own theme in the order of their numbers, for workbooks without a theme part. */
const officeTheme = [
  ...["ffffff", "000000", "e7e6e6", "44546a", "4472c4", "ed7d31"],
  ...["a5a5a5", "ffc000", "5b9bd5", "70ad47", "0563c1", "954f72"],
];

/** The theme's colors by number, from its part; Office's own if there is none. */
export function themeColors(themeXml: string | null): readonly string[] {
  const scheme = /<a:clrScheme[\s\S]*?<\/a:clrScheme>/.exec(themeXml ?? "")?.[0] ?? "";
  const [dark1, light1, dark2, light2, ...rest] = [
    ...scheme.matchAll(/(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/g),
  ].map((match) => (match[1] ?? "").toLowerCase());
  if (dark1 === undefined || light1 === undefined || dark2 === undefined || light2 === undefined)
    return officeTheme;
  // The part names dark before light; the numbers count light first (ECMA-376 part 1, 18.8.3, color).
  return [light1, dark1, light2, dark2, ...rest];
}

/**
 * Returns `#rrggbb` for the attributes of a color element (ECMA-376 part 1, CT_Color); null if it is automatic or one of the
 * old numbered palette.
 */
export function hexOf(attributes: string, theme: readonly string[]): string | null {
  const rgb = attribute(attributes, "rgb");
  if (rgb !== null) return /^[0-9A-Fa-f]{6,8}$/.test(rgb) ? `#${rgb.slice(-6).toLowerCase()}` : null;
  const number = attribute(attributes, "theme");
  const base = number === null ? undefined : theme[Number(number)];
  const tint = Number(attribute(attributes, "tint") ?? 0);
  return base === undefined || Number.isNaN(tint) ? null : `#${tinted(base, tint)}`;
}

/** Lightens (tint above 0) or darkens a color, channel by channel: near enough to what Excel does in HLS. */
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((place) => Number.parseInt(hex.slice(place, place + 2), 16));
  return channels
    .map((channel) => Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("");
}

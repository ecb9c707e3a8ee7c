import type { UnresolvedArticle } from "../orders/check/problem";
import { shortened } from "./found-value";

/**
 * What to say of a text that holds a known code and a number besides, such as `SKU-1x2`, or several codes for which the row
 * has one quantity: whoever puts a single code in its place loses the rest. Null for any other. `say` puts it in words, with
 * what may be meant and how it is written.
 */
export function amountHint(
  article: UnresolvedArticle | undefined,
  say: (meant: string, written: string) => string,
): string | null {
  const listed = (article?.code ?? "").split(/\s*[,;|\n]\s*/).filter((code) => code !== "");
  if (listed.length > 1 && !listed.some((code) => /\s/.test(code))) {
    const shown = listed.slice(0, 2).map(shortened);
    return say(shown.join(" + "), shown.map((code) => `${code} x1`).join("; "));
  }
  const [nearest] = article?.nearest ?? [];
  if (article === undefined || nearest === undefined) return null;
  const [before = "", ...behind] = article.code.toLowerCase().split(nearest.toLowerCase());
  return behind.length === 1 && /\d/.test(before + behind[0])
    ? say(shortened(nearest), `${shortened(nearest)} x2`)
    : null;
}

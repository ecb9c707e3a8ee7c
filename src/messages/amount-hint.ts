import type { UnresolvedArticle } from "../orders/check/problem";
import { shortened } from "./found-value";

/**
 * What to say of an article whose text holds a code that is known and a number besides, such as `SKU-1x2`: whoever puts the
 * code alone in its place loses the amount. Null for any other; `say` puts it in words, with the code.
 */
export function amountHint(
  article: UnresolvedArticle | undefined,
  say: (code: string) => string,
): string | null {
  const [nearest] = article?.nearest ?? [];
  if (article === undefined || nearest === undefined) return null;
  const [before = "", ...behind] = article.code.toLowerCase().split(nearest.toLowerCase());
  return behind.length === 1 && /\d/.test(before + behind[0]) ? say(shortened(nearest)) : null;
}

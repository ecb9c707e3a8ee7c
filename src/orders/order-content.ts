import { orderSchema } from "./check/order-schema";
import type { Problem, ProblemKind } from "./check/problem";
import type { Columns } from "./columns";
import type { OrderPayload } from "./order";
import { candidateOf } from "./rows/order-candidate";
import type { OrderCells } from "./rows/order-cells";
import { sharedFields } from "./rows/shared-fields";

/** Problems of look-ups: the cells themselves are in order. */
const lookUpProblems: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  "notLookedUp",
  "unknownArticle",
  "ambiguousArticle",
  "unknownCustomer",
  "ambiguousCustomer",
]);

/**
 * What the cells of an order say, in the shape of a payload: SKUs, contacts and full names as they are written, nothing for
 * defaults. So an order is known again whether or not its articles can be looked up, and whatever settings became of it
 * since. `payload` itself if nothing of the kind is there; null if the cells have problems of their own.
 */
export function contentOf(
  cells: OrderCells,
  columns: Columns,
  payload: OrderPayload | null,
  problems: readonly Problem[],
): OrderPayload | null {
  const { shared, lines, contact } = cells;
  const hasFullName = shared.fullName !== undefined || shared.shipFullName !== undefined;
  const isAsWritten = lines.every((line) => line.code === line.productVariantId);
  if (isAsWritten && !hasFullName && contact === undefined && columns.defaults === undefined) return payload;
  if (!problems.every(({ kind }) => lookUpProblems.has(kind))) return null;
  const written = { ...shared };
  for (const field of sharedFields) {
    if (written[field] !== undefined && columns.data[field] === undefined) written[field] = "";
  }
  if (contact !== undefined) written.customerId = contact;
  const bare = lines.map(({ code, quantity }) => ({ productVariantId: code, quantity }));
  const candidate = candidateOf({ shared: written, lines: bare }, (fullName) => ({
    firstName: fullName,
    lastName: "",
  }));
  const result = orderSchema().safeParse(candidate);
  return result.success ? result.data : null;
}

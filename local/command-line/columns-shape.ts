import * as z from "zod/mini";
import type { ColumnsAnswer } from "../../src/endpoints/columns";

const column = z.object({ column: z.string(), header: z.string(), samples: z.array(z.string()) });
const field = z.object({
  field: z.string(),
  label: z.string(),
  column: z.string(),
  source: z.enum(["name", "proposal", "saved", "none"]),
  needed: z.boolean(),
  insteadOf: z.array(z.string()),
  defaultValue: z.nullable(z.string()),
});
const view = z.object({
  sheetId: z.number(),
  sheetName: z.string(),
  headerRow: z.number(),
  platform: z.string(),
  fingerprint: z.string(),
  columns: z.array(column),
  fields: z.array(field),
  warnings: z.array(z.string()),
});

/** What `getColumns` and `saveColumns` answer. */
export const columnsAnswer: z.ZodMiniType<ColumnsAnswer> = z.union([
  z.object({ ok: z.literal(true), columns: view }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

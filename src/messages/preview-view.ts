import type { PreviewAnswer, PreviewLine, PreviewView } from "../endpoints/preview";
import { type DataField, headerOf } from "../orders/field";
import type { PreviewValue } from "../orders/preview";
import type { ChosenRow } from "../plan/preview-row";
import { hasLeft } from "../sheet/order-record";
import type { Catalogue } from "./catalogue";

type Part = PreviewView["parts"][number];

/** What will be sent for the chosen row, as the sidebar shows it. */
export function previewAnswer({ runs, findings }: Catalogue, chosen: ChosenRow): PreviewAnswer {
  if (chosen.kind === "nothing") return { ok: false, message: runs.noRowChosen };
  if (chosen.kind === "noOrder")
    return { ok: false, message: findings.notOrder(chosen.rowNumber, chosen.reason) };
  const { record } = chosen;
  const { order, values } = chosen.preview;
  return {
    ok: true,
    preview: {
      order: runs.nameOf(record),
      hasLeft: hasLeft(record),
      parts: partsOf(values),
      json: order.payload === null ? "" : JSON.stringify(order.payload, null, 2),
      findings: [
        ...order.problems.map(findings.problem),
        ...record.order.warnings.map(findings.warning),
        ...order.fixes.map(findings.fixed),
      ],
    },
  };
}

/** Neighbouring values about the same thing, such as one article, are one part. */
function partsOf(values: readonly PreviewValue[]): Part[] {
  const parts: (Part & { name: string })[] = [];
  for (const value of values) {
    const name = value.path.includes(".") ? value.path.slice(0, value.path.indexOf(".")) : value.path;
    const about = aboutOf(name);
    const last = parts[parts.length - 1];
    if (last !== undefined && last.about === about && (about === "more" || last.name === name))
      last.lines.push(lineOf(value));
    else parts.push({ name, about, lines: [lineOf(value)] });
  }
  return parts.map(({ about, lines }) => ({ about, lines }));
}

function aboutOf(name: string): Part["about"] {
  if (name.startsWith("customer")) return "customer";
  if (name.startsWith("lineItems")) return "article";
  return name === "shippingAddress" ? "address" : "more";
}

/** What is sent names its value; if a SKU or a full name stands for it, the column's own header would mislead. */
function lineOf({ path, value, cell }: PreviewValue): PreviewLine {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const field = (name === "productVariantId" ? "variantId" : name) as DataField;
  return { label: headerOf[field], value, cell };
}

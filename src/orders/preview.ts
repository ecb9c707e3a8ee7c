import { cellName } from "../text/a1";
import type { CheckOptions } from "./check/check-options";
import { checkOrder } from "./check/check-order";
import type { Columns } from "./columns";
import type { DataField } from "./field";
import type { CheckedOrder, OrderDraft } from "./order";
import { addressSources, customerSources, fullNameSources } from "./rows/order-candidate";
import { readOrderCells, sourceRow } from "./rows/order-cells";
import type { SharedField } from "./rows/shared-fields";

/** One value of what will be sent, and where it comes from. */
export interface PreviewValue {
  /** Where it stands in the request, such as `shippingAddress.zip` or `lineItems[0].quantity`. */
  path: string;
  value: string;
  /** The cell's name, such as `M4`, or both of two cells, `M4 + N4`; "" for a default of the sheet. */
  cell: string;
  /** The column that it is read from. */
  field: DataField;
}

/** What will be sent for one order, as it is and value by value. */
export interface OrderPreview {
  order: CheckedOrder;
  values: PreviewValue[];
}

/** Shows what will be sent for one order. */
export function previewOrder(draft: OrderDraft, columns: Columns, options: CheckOptions = {}): OrderPreview {
  const order = checkOrder(draft, columns, options);
  const { payload } = order;
  if (payload === null) return { order, values: [] };
  const cells = readOrderCells(draft, columns, options);
  const values: PreviewValue[] = [];
  const add = (path: string, value: string | undefined, fields: readonly SharedField[]) => {
    const field = fields.find((one) => cells.shared[one] !== undefined);
    if (value === undefined || field === undefined) return;
    const parts = field === "address2" ? (["address2", "address3"] as const) : [field];
    const names = parts.map((part) => sourceCell(draft, part, columns)).filter((name) => name !== "");
    values.push({ path, value, cell: names.join(" + "), field });
  };
  add("customerId", payload.customerId, ["customerId"]);
  for (const [key, fields] of Object.entries(customerSources)) {
    const name = key as keyof typeof customerSources;
    add(`customer.${name}`, payload.customer?.[name], withFullNames(fields));
  }
  cells.lines.forEach((line, index) => {
    const { rowNumber, codeField: field, codeColumn, quantityField, quantityColumn } = line;
    const cell = (columnIndex: number | null) =>
      columnIndex === null ? "" : cellName(rowNumber, columnIndex);
    const path = `lineItems[${index}]`;
    const isDefault = quantityColumn === null && columns.data[quantityField] === undefined;
    values.push(
      { path: `${path}.productVariantId`, value: line.productVariantId ?? "", cell: cell(codeColumn), field },
      {
        path: `${path}.quantity`,
        value: String(line.quantity ?? ""),
        cell: quantityColumn === null && !isDefault ? cell(codeColumn) : cell(quantityColumn),
        field: quantityField,
      },
    );
  });
  for (const [key, fields] of Object.entries(addressSources)) {
    const name = key as keyof typeof addressSources;
    const second: SharedField[] = name === "address2" ? ["address3"] : [];
    add(`shippingAddress.${name}`, payload.shippingAddress[name], [...withFullNames(fields), ...second]);
  }
  add("notes", payload.notes, ["notes"]);
  add("tags", payload.tags?.join(", "), ["tags"]);
  return { order, values };
}

/** The name of the cell that gives a shared field its value; "" for none. */
function sourceCell({ rows }: OrderDraft, field: SharedField, columns: Columns): string {
  const row = sourceRow(rows, field, columns);
  const columnIndex = columns.data[field];
  return row === undefined || columnIndex === undefined ? "" : cellName(row.rowNumber, columnIndex);
}

/** The fields that give a value, each followed by the full name that serves for it. */
function withFullNames(fields: readonly SharedField[]): SharedField[] {
  return fields.flatMap((field) => {
    const full = (Object.keys(fullNameSources) as (keyof typeof fullNameSources)[]).find((one) =>
      (fullNameSources[one] as readonly SharedField[]).includes(field),
    );
    return full === undefined ? [field] : [field, full];
  });
}

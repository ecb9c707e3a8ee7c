import { headerOf } from "../../orders/field";
import type { Remarks } from "../../plan/remarks";
import { firstAndMore } from "../forms";
import { articleText, quoted } from "../found-value";
import { number } from "./amounts";
import { catalogueText, otherColumnText } from "./columns-text";
import { fixedText, warningText } from "./finding-text";
import { nameOf } from "./run-text";

/** How orders were understood, a sentence each. `most`: of each kind so many are told, and how many more there are. */
export function remarkTexts(remarks: Remarks, most: number): string[] {
  const { columns, defaults, articlesFault, articles, warnings, fixes } = remarks;
  const read = [
    ...columns.map(otherColumnText),
    ...Object.entries(defaults).map(
      ([field, value]) =>
        `${headerOf[field as keyof typeof defaults]}: ${quoted(String(value))} untuk semua baris`,
    ),
  ];
  return [
    ...(read.length === 0 ? [] : [`Dibaca sesuai pilihan Anda: ${read.join(", ")}.`]),
    ...(articlesFault === null ? [] : [catalogueText(articlesFault)]),
    ...firstAndMore(
      articles,
      most,
      (record) => `Barang ${nameOf(record)}: ${record.order.articles.map(articleText).join(", ")}.`,
      (more) => `Begitu juga barang dari ${number(more)} pesanan lain.`,
    ),
    ...firstAndMore(
      warnings,
      most,
      (warning) => `Mohon dicek: ${warningText(warning)}.`,
      (more) => `Ada ${number(more)} sel lagi yang sebaiknya dicek. Daftarnya ada di tab Masalah sidebar.`,
    ),
    ...firstAndMore(
      fixes,
      most,
      (fixed) => `Dibaca sesuai maksudnya: ${fixedText(fixed)}.`,
      (more) => `Ada ${number(more)} sel lagi yang dibaca sesuai maksudnya.`,
    ),
  ];
}

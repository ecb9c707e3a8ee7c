import type { CatalogueFault } from "../../catalogue/read-catalogue";
import { headerOf } from "../../orders/field";
import type { Article } from "../../orders/lines/article";
import type { OtherColumn, Remarks } from "../../plan/remarks";
import { columnLetter } from "../../text/a1";
import { firstAndMore } from "../forms";
import { quoted, shortened } from "../found-value";
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
    ...(articlesFault === null
      ? []
      : [`Barang tidak dicari di bitbybit: ${catalogueReasons[articlesFault]}`]),
    ...firstAndMore(
      articles,
      most,
      (record) => `Barang ${nameOf(record)}: ${record.order.articles.map(articleText).join(", ")}.`,
      (more) => `Begitu juga barang dari ${more} pesanan lain.`,
    ),
    ...firstAndMore(
      warnings,
      most,
      (warning) => `Perhatikan ${warningText(warning)}.`,
      (more) => `${more} sel lain perlu diperhatikan. Daftarnya ada di sidebar, tab Masalah.`,
    ),
    ...firstAndMore(
      fixes,
      most,
      (fixed) => `Dibaca sesuai maksudnya: ${fixedText(fixed)}.`,
      (more) => `${more} sel lain juga dibaca sesuai maksudnya.`,
    ),
  ];
}

function otherColumnText({ field, columnIndex, header }: OtherColumn): string {
  return `${headerOf[field]}: kolom ${columnLetter(columnIndex)} ${quoted(header)}`;
}

function articleText({ code, quantity, title }: Article): string {
  const count = quantity === undefined ? "" : ` × ${quantity}`;
  return `${quoted(code)}${count}${title === "" ? "" : ` (${shortened(title)})`}`;
}

const catalogueReasons: Readonly<Record<CatalogueFault, string>> = {
  noKey: "belum ada kunci API. Simpan dulu di Pengaturan.",
  noRead: "kunci API ini tidak boleh membaca produk (scope products READ). Pakai kunci yang boleh.",
  refused: "bitbybit menolak kunci API atau alamatnya. Periksa di Pengaturan.",
  rateLimit: "batas permintaan bitbybit sedang habis. Coba lagi sebentar lagi.",
  unreadable: "daftar produk bitbybit tidak bisa dibaca. Coba lagi nanti.",
  changing: "daftar produk bitbybit berubah selagi dibaca. Coba lagi.",
};

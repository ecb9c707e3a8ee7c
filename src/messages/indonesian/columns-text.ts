import type { CatalogueFault } from "../../catalogue/read-catalogue";
import { type DataField, headerOf } from "../../orders/field";
import type { OtherColumn } from "../../plan/remarks";
import { columnLetter } from "../../text/a1";
import type { Catalogue } from "../catalogue";
import { quoted } from "../found-value";
import { listed } from "./amounts";

/** Sentences about the columns of a sheet. */
export const columnsTexts: Catalogue["columns"] = {
  saved: "Tersimpan: mulai sekarang sheet ini dibaca seperti itu.",
  notSaved: (missing) =>
    missing.length === 0
      ? "Google tidak menyimpan pilihan kolom. Coba lagi sebentar lagi."
      : `Belum disimpan. Masih kurang: ${missing.map(groupText).join(", ")}. Pilih kolomnya, atau isi satu nilai untuk semua baris.`,
  conflicts: ({ conflicts }) =>
    conflicts.map(
      ({ field, columnIndexes }) =>
        `Kolom ${listed(columnIndexes.map(columnLetter))} sama-sama bisa menjadi ${quoted(headerOf[field])}: pilih salah satu.`,
    ),
  given: (given, why) => {
    switch (why) {
      case "shape":
        return `${quoted(given)} tidak berbentuk Field=Header; ketik seperti Zip=Kode Pos.`;
      case "field":
        return `${quoted(given)} menyebut data yang tidak dikenal; pakai judul kolom add-on, misalnya Zip.`;
      case "header":
        return `${quoted(given)} menyebut judul kolom yang tidak ada di sheet; periksa ejaannya.`;
      case "repeated":
        return `${quoted(given)} menyebut judul kolom yang ada lebih dari sekali; sebutkan huruf kolomnya.`;
    }
  },
  headersChanged:
    "Judul kolom sheet ini berbeda dari yang Anda konfirmasi. Periksa cara kolomnya dibaca, lalu konfirmasi lagi.",
};

/** One column that is read, such as `Zip: kolom J "Kode Pos"`. */
export function otherColumnText({ field, columnIndex, header }: OtherColumn): string {
  return `${headerOf[field]}: kolom ${columnLetter(columnIndex)} ${quoted(header)}`;
}

/** Why articles were not looked up; said once for a sheet. */
export function catalogueText(why: CatalogueFault): string {
  return `Barang tidak dicari di bitbybit: ${catalogueReasons[why]}`;
}

const catalogueReasons: Readonly<Record<CatalogueFault, string>> = {
  noKey: "belum ada kunci API. Simpan dulu di Pengaturan.",
  noRead: "kunci API ini tidak boleh membaca produk (scope products READ). Pakai kunci yang boleh.",
  refused: "bitbybit menolak kunci API atau alamatnya. Periksa keduanya di Pengaturan.",
  rateLimit: "batas permintaan bitbybit sedang habis. Coba lagi satu menit lagi.",
  unreadable: "daftar produk bitbybit tidak dapat dibaca. Coba lagi nanti.",
  changing: "daftar produk bitbybit berubah saat dibaca. Coba lagi.",
  tooMany: "produk toko ini sangat banyak. Periksa sendiri setiap Variant ID.",
};

function groupText(fields: readonly DataField[]): string {
  const [first = "", ...others] = fields.map((field) => quoted(headerOf[field]));
  return others.length === 0 ? first : `${first} (atau ${others.join(", ")})`;
}

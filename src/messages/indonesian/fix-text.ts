import type { Warning, WarningKind } from "../../orders/check/finding";
import type { Problem, ProblemKind } from "../../orders/check/problem";
import { headerOf } from "../../orders/field";
import type { FixOutcome } from "../../problems/fix-cells";
import { listed, number } from "./amounts";

/** The most cells that one sentence names. */
const mostCellsNamed = 5;

/** One kind of fault in one field, in a few words: `Quantity bukan bilangan bulat`. */
export function causeText({ kind, field }: Pick<Problem | Warning, "kind" | "field">): string {
  return `${field === null ? "Baris" : headerOf[field]} ${causes[kind]}`;
}

/** What a click on *Perbaiki semua* or *Urungkan* came to. */
export function fixText(outcome: FixOutcome): string {
  switch (outcome.kind) {
    case "fixed": {
      const more =
        outcome.left === 0 ? "" : ` Masih ada ${number(outcome.left)} sel lagi untuk klik berikutnya.`;
      return `${cellCount(outcome.cells)} diperbaiki.${more} Isi semulanya ada di log.`;
    }
    case "undone":
      return `${cellCount(outcome.cells)} dikembalikan.`;
    case "notWritten":
      return `${named(outcome.cells)} tidak dapat ditulis; periksa apakah selnya dilindungi. ${cellCount(outcome.written)} berhasil ditulis.`;
    case "changed":
      return `Tidak ada yang dikembalikan, karena ${named(outcome.cells)} sudah diubah orang. Isi semulanya ada di log.`;
    case "nothing":
      return "Tidak ada yang diubah: sel-sel ini sudah tidak bermasalah, atau semuanya berisi formula.";
    case "tooOld":
      return "Perubahan ini sudah terlalu lama untuk diurungkan di sini. Isi semula selnya ada di log.";
    case "sheetGone":
      return "Sheet itu sudah tidak ada.";
  }
}

function cellCount(count: number): string {
  return `${number(count)} sel`;
}

function named(cells: readonly string[]): string {
  const more = cells.length - mostCellsNamed;
  return listed(more > 0 ? [...cells.slice(0, mostCellsNamed), `${number(more)} sel lain`] : [...cells]);
}

const causes: Readonly<Record<ProblemKind | WarningKind, string>> = {
  missing: "kosong",
  noCustomer: "kosong, dan tidak ada Customer ID",
  email: "bukan alamat email",
  contradiction: "berbeda antarbaris dalam satu pesanan",
  notWhole: "bukan bilangan bulat",
  belowOne: "kurang dari 1",
  tooLarge: "terlalu besar",
  date: "berisi tanggal",
  boolean: "berisi kotak centang atau nilai benar/salah",
  formulaError: "berisi error formula",
  loading: "berisi formula yang belum selesai",
  ditto: "menunjuk ke baris di atasnya",
  damaged: "kehilangan sebagian hurufnya",
  notLookedUp: "belum dicari di bitbybit",
  unknownArticle: "tidak ada di daftar produk bitbybit",
  ambiguousArticle: "cocok dengan lebih dari satu produk",
  unknownCustomer: "tidak dikenal di bitbybit",
  ambiguousCustomer: "cocok dengan lebih dari satu pelanggan",
  quantityOfList: "berbeda dari jumlah barang-barangnya",
  scientific: "berisi angka dalam notasi ilmiah",
  formattedNumber: "berisi angka berformat",
  tooManyDigits: "punya angka lebih banyak daripada yang disimpan sheet",
  addOnText: "berisi teks dari add-on ini",
  phoneLength: "tidak terdiri dari 7 sampai 15 angka",
  phoneText: "tidak hanya berisi nomor",
  phonePrefix: "mungkin kehilangan tanda + atau angka 0",
  zipDigits: "tidak berisi angka",
  zipLength: "panjangnya tidak biasa",
  largeQuantity: "besar",
  placeholder: "mungkin artinya tidak ada isi",
  masked: "disembunyikan sebagian",
  cancelled: "dibatalkan di toko",
  idAddress: "berisi alamat web",
  idList: "tampaknya berisi beberapa ID",
  idContact: "bukan Customer ID",
  unlistedVariant: "tidak ada di daftar produk bitbybit",
  sameOrder: "punya penerima dan barang yang sama dengan pesanan lain",
  refCase: "hanya berbeda huruf besar-kecil dari yang lain",
  refZeros: "hanya berbeda angka nol dari yang lain",
};

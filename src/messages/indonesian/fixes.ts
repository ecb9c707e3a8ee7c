import type { Words } from "../english/english";
import type { FixSentences } from "../texts/fix-texts";
import { number } from "./amounts";

const cells = (amount: number) => `${number(amount)} sel`;

const outcomes: FixSentences = {
  fixed: (outcome) => {
    const more =
      outcome.left === 0 ? "" : ` Masih ada ${number(outcome.left)} sel lagi untuk klik berikutnya.`;
    return `${cells(outcome.cells)} diperbaiki.${more} Isi semulanya ada di log.`;
  },
  undone: (outcome) => `${cells(outcome.cells)} dikembalikan.`,
  notWritten: (outcome, named) =>
    `${named} tidak dapat ditulis; periksa apakah selnya dilindungi. ${cells(outcome.written)} berhasil ditulis.`,
  changed: (_, named) =>
    `Tidak ada yang dikembalikan, karena ${named} sudah diubah orang. Isi semulanya ada di log.`,
  nothing: "Tidak ada yang diubah: sel-sel ini sudah tidak bermasalah, atau semuanya berisi formula.",
  tooOld: "Perubahan ini sudah terlalu lama untuk diurungkan di sini. Isi semula selnya ada di log.",
  sheetGone: "Sheet itu sudah tidak ada.",
};

/** Faults of one kind, and what became of fixing them, in Indonesian. */
export const fixes: Words["fixes"] = {
  row: "Baris",
  /** What is wrong with a field, behind its name. */
  causes: {
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
    noLetter: "tidak berisi huruf",
    zipLetters: "tidak hanya angka",
    countryDigits: "bukan negara",
    zipLength: "panjangnya tidak biasa",
    largeQuantity: "besar",
    placeholder: "mungkin artinya tidak ada isi",
    masked: "disembunyikan sebagian",
    cancelled: "dibatalkan di toko",
    idAddress: "berisi alamat web",
    idList: "tampaknya berisi beberapa ID",
    idContact: "bukan Customer ID",
    unlistedVariant: "tidak ada di daftar produk bitbybit",
    unitColumn: "lebih dari satu buah",
    sameOrder: "punya penerima dan barang yang sama dengan pesanan lain",
    refMissing: "kosong di bawah pesanan untuk penerima yang sama",
    refCase: "hanya berbeda huruf besar-kecil dari yang lain",
    refZeros: "hanya berbeda angka nol dari yang lain",
  },
  /** What a click on *Fix all* or *Undo* came to. `named`: the first of the cells. */
  outcomes,
  more: (cells) => `${number(cells)} sel lain`,
};

import type { BrokenRecord } from "../csv-records";
import type { CountedPart, FileWords } from "./english";

const tableOf = "file ini perlu baris judul dan pesanan di bawahnya";
const saveAsCsv = "simpan sheet sebagai CSV (UTF-8)";
const newWorkbook = "salin pesanannya ke workbook baru";
const quoteTwice = 'tulis tanda kutip di dalam sel dua kali: ""';

/** A count for a sentence: `200.000`. */
const number = (count: number) => count.toLocaleString("id-ID");

/** Rows that are named one by one. */
const rowsNamed = 5;

const brokenCells: Readonly<Record<BrokenRecord["fault"], (mostCharacters: number) => string>> = {
  unclosed: () => "memulai sel berkutip yang tidak pernah ditutup; tutup kutipnya",
  textAfterQuote: () => `memulai sel berkutip yang masih berisi teks setelah kutip penutup; ${quoteTwice}`,
  tooLong: (most) => `memulai sel yang lebih dari ${number(most)} karakter; tutup kutipnya, atau persingkat`,
  backslash: () => `memulai sel berkutip yang berisi \\", yang bisa dibaca dengan dua cara; ${quoteTwice}`,
};

const parts: Readonly<Record<CountedPart, string>> = {
  rows: "baris",
  cells: "sel",
  sheets: "sheet",
  unpackedBytes: "byte setelah dibuka",
  mergedRanges: "rentang gabungan",
  mergedRows: "baris dalam rentang gabungan",
  mergedCells: "sel dalam rentang gabungan",
  ruleRanges: "rentang dengan aturan",
  gridCells: "sel, termasuk sel kosong di antaranya",
  sharedTexts: "teks bersama",
  arrayFormulas: "rumus array",
  sharedCharacters: "karakter dalam rumus bersama",
};

/** What is said of files, in Indonesian. */
export const indonesian: FileWords = {
  notAFileType: (name, types) =>
    `${name} bukan file ${types.join(" atau ")}; simpan sheet dalam salah satu jenis itu`,
  missing: (path) => `${path} tidak ada; periksa namanya`,
  unreadable: (path) => `${path} tidak bisa dibaca; periksa izinnya`,
  notAFile: (path) => `${path} bukan file; sebutkan file .csv atau .xlsx`,
  empty: (name) => `${name} kosong; ${tableOf}`,
  tooLarge: (name, megabytes) => `${name} lebih besar dari ${megabytes} MB; bagi menjadi beberapa file`,

  isWorkbook: (name) => `${name} adalah workbook; beri nama yang berakhiran .xlsx`,
  oldWorkbook: (name) =>
    `${name} adalah workbook Excel jenis lama; simpan sebagai .xlsx atau sebagai CSV (UTF-8)`,
  webPage: (name) =>
    `${name} adalah halaman web, bukan csv; buka di Excel atau Sheets, lalu simpan sebagai CSV (UTF-8)`,
  notATable: (name) => `${name} bukan tabel teks; ${saveAsCsv}`,
  notInEncoding: (name, encoding) => `${name} tidak dalam ${encoding}; ${saveAsCsv}`,
  notUtf8: (name, word, line) =>
    `${name} tidak dalam UTF-8; ${saveAsCsv}, atau, jika "${word}" di baris ${line} terbaca benar, tambahkan --encoding windows-1252`,
  unknownEncoding: (encoding) =>
    `--encoding ${encoding} tidak dikenal; tulis utf-8, utf-16le, atau windows-1252`,
  brokenCell: (name, line, fault, mostCharacters) =>
    `${name} baris ${line} ${brokenCells[fault](mostCharacters)}`,
  splitOtherwise: (name, line) =>
    `${name} baris ${line} memakai pemisah sel yang lain dari judulnya; pakai pemisah yang sama di semua baris`,
  swallowed: (name, line) =>
    `${name} baris ${line} memulai sel berkutip yang menelan baris di bawahnya; tutup kutipnya di baris yang sama`,
  tooManyRows: (name, most) => `${name} berisi lebih dari ${number(most)} baris; bagi menjadi beberapa file`,
  tooManyColumns: (name, most, row) =>
    `${name} berisi lebih dari ${number(most)} kolom di baris ${number(row)}; bagi menjadi beberapa file`,
  tooManyCells: (name, most) => `${name} berisi lebih dari ${number(most)} sel; bagi menjadi beberapa file`,
  wideRows: (name, rowNumbers) => {
    const more = rowNumbers.length > rowsNamed ? ` dan ${rowNumbers.length - rowsNamed} baris lain` : "";
    return (
      `${name}: baris ${rowNumbers.slice(0, rowsNamed).join(", ")}${more} punya sel lebih banyak dari judulnya, sehingga isi Quantity mungkin milik kolom lain dan terbaca #ERROR!; ` +
      "beri tanda kutip di sekitar sel yang berisi pemisah"
    );
  },

  password: (name) =>
    `${name} memakai kata sandi atau adalah Excel jenis lama; simpan tanpa kata sandi sebagai .xlsx`,
  damagedWorkbook: (name) =>
    `${name} rusak atau bukan workbook Excel; buka di Excel atau Sheets, lalu simpan lagi`,
  noCells: (name) => `${name} tidak punya sheet yang berisi sel; ${tableOf}`,
  tooManyParts: (name, part, most) =>
    `${name} berisi lebih dari ${number(most)} ${parts[part]}; ${newWorkbook}`,
  tooManyElements: (name, element, most) =>
    `${name} berisi lebih dari ${number(most)} elemen di ${element}; ${newWorkbook}`,
  tooDense: (name, times) =>
    `${name} menjadi lebih dari ${times} kali ukurannya setelah dibuka; ${newWorkbook}`,
  cellsFarBelow: (name, row, last) =>
    `${name} punya sel di baris ${number(row)}, melewati baris ${number(last)}; hapus baris di bawah pesanan`,

  noVisibleSheet: (name) => `${name} tidak menampilkan sheet apa pun; tampilkan sheet yang berisi pesanan`,
  noSuchSheet: (name, sheetName, sheets) =>
    `${name} tidak punya sheet "${sheetName}"; yang ada adalah ${sheets}`,
  hiddenSheet: (name, sheetName) =>
    `Sheet "${sheetName}" di ${name} disembunyikan; tampilkan, atau sebutkan sheet lain`,
  otherSheets: (name, shown, sheets, only) =>
    `Sheet "${shown}" yang terbuka bersama ${name} tidak punya judul kolom pesanan; yang punya adalah ${sheets}: ` +
    `tambahkan --sheet "${only ?? "NAMA"}", atau buka file di sheet itu lalu simpan`,

  stateDamaged: (state) =>
    `${state} di samping file ini rusak atau dari versi yang lebih baru; isinya pesanan yang sedang diproses. Pasang cadangannya, atau perbarui program ini`,
  lockUnreadable: (lock, name) =>
    `${lock} tidak bisa dibaca; jika tidak ada perintah lain yang memakai ${name}, tambahkan --force`,
  locked: (name, process, since, host) => {
    const who = `Perintah lain sedang memakai ${name} (proses ${process}, sejak ${since} UTC`;
    return host === null
      ? `${who}); tunggu sampai selesai`
      : `${who}, di komputer ${host}); tunggu sampai selesai, atau, jika terputus di sana, tambahkan --force`;
  },
  notSaved: (path, code) =>
    `${path} tidak bisa disimpan lagi (${code}), jadi proses dihentikan; kosongkan ruang atau tutup filenya, lalu lanjutkan`,
};

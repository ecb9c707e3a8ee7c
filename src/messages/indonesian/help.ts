import type { Words } from "../english/english";

/** What the dialog *Help* says, in Indonesian. */
export const help: Words["help"] = {
  language: "id",
  version: "Versi",
  apiKey: "Kunci API",
  sheet: "Sheet ini",
  lastRun: "Proses terakhir",
  noRun: "Belum ada di spreadsheet ini.",
  keys: {
    none: "Belum ada yang tersimpan. Simpan dulu di sidebar, tab Pengaturan.",
    test: "Kunci UJI COBA tersimpan: pesanan dibuat untuk latihan.",
    live: "Kunci ASLI tersimpan: pesanan sungguhan.",
  },
  understood: (columns, rows) =>
    `Dikenali. Kolom yang dibaca: ${columns}. Baris di bawah judul kolom: ${rows}.`,
  notUnderstood: "Belum dikenali. Buka tab Kolom di sidebar, periksa usulannya, lalu simpan.",
  unreadable: "Google Sheets tidak menjawab. Tutup jendela ini, lalu buka Bantuan lagi sebentar lagi.",
  notFinished: "belum selesai. Buka sidebar, yang melanjutkannya.",
  reportLabel: "Laporan untuk orang yang membantu Anda. Isi sel dan kunci API Anda tidak ada di dalamnya.",
  copy: "Salin laporan",
  copied: "Tersalin.",
  notCopied: "Browser Anda tidak menyalinnya. Laporan sudah terpilih: tekan Ctrl+C, atau ⌘C di Mac.",
  close: "Tutup",
};

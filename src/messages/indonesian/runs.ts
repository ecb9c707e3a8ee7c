import type { Words } from "../english/english";
import type { PlainWarnings } from "../texts/run-texts";
import { number } from "./amounts";
import { createItem } from "./menu";

/** `1.200 pesanan`: nouns have no plural. */
const orders = (amount: number) => `${number(amount)} pesanan`;

const warnings: PlainWarnings = {
  tooLongForToday: (warning) =>
    `${orders(warning.orders)} melebihi batas permintaan harian Google (${number(warning.perDay)} untuk akun gratis), jadi tidak selesai hari ini. Proses berhenti saat batasnya habis. Klik lagi besok untuk melanjutkan.`,
  journalNearlyFull:
    "Catatan pesanan yang sudah dibuat di spreadsheet ini hampir penuh. Catatan terlama akan terhapus. Segera lanjutkan di spreadsheet baru.",
  typedIds: (warning) =>
    `Order ID dari ${orders(warning.orders)} diketik sendiri. ID itu dicari dulu, dan dipakai jika ada di bitbybit.`,
};

/** A run as a whole, in Indonesian. */
export const runs: Words["runs"] = {
  orders,
  rows: (_, named) => `baris ${named}`,
  modes: { live: "ASLI", test: "UJI COBA" },
  verbs: {
    create: (orders, mode) => `${mode}: buat ${orders} di bitbybit`,
    check: (orders) => `Periksa ${orders}`,
    resolve: (orders, mode) => `${mode}: cari ${orders} di bitbybit`,
    sendAgain: (orders, mode) =>
      `${mode}: Anda menyatakan pesanan ini tidak ada di bitbybit. Kirim ulang ${orders}, meskipun ternyata sudah ada`,
  },
  cellsHit: (cells) =>
    `Saat sebuah kolom dipindahkan, sel ini terisi teks yang bukan tempatnya: ${cells}. Ketik lagi isi semula, atau pastikan isinya benar.`,
  fromTo: (first, last) => `dari ${first} sampai ${last}`,
  key: (tail, duration) => `Kunci API ${tail}. ${duration}`,
  lookUps: (orders) =>
    `${orders} mungkin sudah ada. Pesanan itu dicari dulu, dan hanya dikirim jika pasti belum ada di bitbybit.`,
  notSent: (parts) => `Tidak dikirim: ${parts}.`,
  duration: (hours, minutes) => {
    if (hours + minutes === 0) return "Prosesnya kurang dari satu menit.";
    return hours === 0
      ? `Prosesnya sekitar ${minutes} menit.`
      : `Prosesnya sekitar ${hours} jam ${minutes} menit.`;
  },
  noOrders: "Tidak ada yang perlu dikerjakan: baris yang dipilih tidak berisi pesanan.",
  noneUnconfirmed: "Tidak ada yang perlu dikerjakan: semua pesanan yang dipilih sudah pasti.",
  noneToSendAgain:
    "Tidak ada yang perlu dikerjakan: tidak ada pesanan pilihan yang menunggu keputusan Anda untuk dikirim ulang.",
  noRowChosen: "Pilih dulu baris berisi pesanan di sheet.",
  nothingToDo: "tidak ada yang perlu dikerjakan",
  warnings,
  moreNotOrders: (rows) => `Begitu juga ${number(rows)} baris lain.`,
  anotherRuns: (userName, orders, since) =>
    `${userName === "" ? "Seseorang" : userName} sedang membuat ${orders} dari spreadsheet ini sejak ${since}.`,
  unreadable: (records) =>
    `${number(records)} catatan proses sebelumnya tidak dapat dibaca: rusak, atau ditulis versi add-on yang lebih baru. Tidak ada yang dikirim sebelum catatan itu terbaca, dan tidak ada yang hilang. Hubungi admin add-on ini.`,
  hiddenRows: (rows) => `${number(rows)} baris yang disembunyikan filter tidak ikut.`,
  counts: {
    created: "dibuat",
    valid: "siap dikirim",
    invalid: "bermasalah",
    rejected: "ditolak bitbybit",
    notSent: "tidak dikirim",
    unconfirmed: "belum pasti",
  },
  /** Orders that a run had nothing to do with. */
  skipped: {
    create: "sudah dibuat",
    check: "sudah dibuat",
    resolve: "tidak diubah",
    sendAgain: "tidak diubah",
  },
  madeTwice: (amount) =>
    `${orders(amount)} dibuat dua kali: lihat kolom Message, lalu batalkan kelebihannya di bitbybit.`,
  progress: (done, orders) => `${done} dari ${orders}`,
  continue: (created, remaining) =>
    `${created} sudah dibuat, ${remaining} lagi. Klik ${createItem} lagi untuk melanjutkan, atau buka sidebar yang melanjutkannya sendiri.`,
  waitingForLimit: (seconds) => `menunggu ${seconds} dtk untuk batas permintaan bitbybit`,
};

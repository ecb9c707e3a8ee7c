import type { Words } from "../english/english";
import { number } from "./amounts";

/** How orders were understood, in Indonesian. */
export const remarks: Words["remarks"] = {
  forAllRows: (header, value) => `${header}: ${value} untuk semua baris`,
  readAsChosen: (columns) => `Dibaca sesuai pilihan Anda: ${columns}.`,
  unread: (columns) =>
    `Tidak dikirim: kolom ${columns}, yang mungkin berisi barang. Pilih kolom itu di tab Kolom, atau pindahkan barangnya ke baris sendiri.`,
  names: (firstName, lastName, rowNumber) =>
    `Nama lengkap dikirim sebagai nama depan dan nama belakang, seperti ${firstName} dan ${lastName} di baris ${rowNumber}.`,
  articles: (order, articles) => `Barang ${order}: ${articles}.`,
  moreArticles: (orders) => `Begitu juga barang dari ${number(orders)} pesanan lain.`,
  lookAt: (warning) => `Mohon dicek: ${warning}.`,
  moreToLookAt: (cells) =>
    `Ada ${number(cells)} sel lagi yang sebaiknya dicek. Daftarnya ada di tab Masalah sidebar.`,
  readAsMeant: (fixed) => `Dibaca sesuai maksudnya: ${fixed}.`,
  moreAsMeant: (cells) => `Ada ${number(cells)} sel lagi yang dibaca sesuai maksudnya.`,
};

import type { Words } from "../english/english";

/** The menu's captions, which sentences name too. */
export const menu: Words["menu"] = {
  create: "Buat pesanan dari pilihan",
  check: "Periksa pilihan",
  resolve: "Cari pesanan yang belum pasti",
  sendAgain: "Tidak ada di bitbybit: kirim ulang",
  setUp: "Siapkan sheet ini",
  sidebar: "Buka sidebar",
  help: "Bantuan",
};

/** The captions in quotation marks, for sentences. */
export const createItem = `"${menu.create}"`;
export const setUpItem = `"${menu.setUp}"`;
export const resolveItem = `"${menu.resolve}"`;
export const sendAgainItem = `"${menu.sendAgain}"`;

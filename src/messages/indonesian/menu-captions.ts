import type { Catalogue } from "../catalogue";

/** The menu's captions, which sentences name too. */
export const menuCaptions: Catalogue["addOn"]["menu"] = {
  create: "Buat pesanan dari pilihan",
  check: "Periksa pilihan",
  resolve: "Cari pesanan yang belum pasti",
  sendAgain: "Tidak ada di bitbybit: kirim ulang",
  setUp: "Siapkan sheet ini",
  sidebar: "Buka sidebar",
  help: "Bantuan",
};

/** The captions in quotation marks, for sentences. */
export const createItem = `"${menuCaptions.create}"`;
export const setUpItem = `"${menuCaptions.setUp}"`;
export const resolveItem = `"${menuCaptions.resolve}"`;
export const sendAgainItem = `"${menuCaptions.sendAgain}"`;

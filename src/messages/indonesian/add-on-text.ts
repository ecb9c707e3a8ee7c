import type { AddressFault } from "../../bitbybit/api-address";
import type { ApiKeyFault, Environment } from "../../bitbybit/api-key";
import type { ConnectionState } from "../../bitbybit/test-connection";
import type { Catalogue } from "../catalogue";
import { createItem, menuCaptions } from "./menu-captions";
import { stopText } from "./outcome-text";

/** Captions of the menu, and sentences about settings, connection and the sheet's set-up. */
export const addOnTexts: Catalogue["addOn"] = {
  menu: menuCaptions,
  setUp: {
    done: `Sheet ini siap: kolom statusnya sudah ada. Pilih baris pesanan, lalu klik ${createItem}.`,
    template: `Sheet ini sekarang berisi kolom pesanan dan satu contoh yang tidak pernah dikirim. Ketik pesanan Anda di bawahnya, pilih barisnya, lalu klik ${createItem}.`,
    filterTooShort:
      "Filter sheet ini tidak mencakup kolom status. Jika diurutkan, status akan terpisah dari barisnya. Hapus filter itu, lalu buat lagi untuk semua kolom.",
  },
  settings: {
    replaced:
      "Sebagian pengaturan yang tersimpan tidak dapat dibaca dan kembali ke nilai awal. Mohon periksa sekali lagi.",
    saved: "Tersimpan.",
    forgotten:
      "Kunci API sudah dihapus dari add-on ini. Kunci itu tetap berlaku sampai Anda menghapusnya di bitbybit.",
    fault: (fault) => (fault.of === "key" ? keyFaults[fault.fault] : addressFaults[fault.fault]),
    arguments: "Data dari sidebar tidak dapat dipakai add-on ini. Tutup sidebar, lalu buka lagi.",
  },
  connection: connectionText,
  sheetGone: "Sheet itu sudah tidak ada.",
};

const keyFaults: Record<ApiKeyFault, string> = {
  empty: "Ketik atau tempel kunci API. Kuncinya ada di bitbybit, menu Settings > Developer.",
  space: "Ada spasi atau baris baru di tengah kunci ini. Salin kuncinya saja.",
  shape:
    "Ini bukan kunci API bitbybit: kunci diawali bbb_live_ atau bbb_test_, tanpa tanda lain. Salin seluruh kunci.",
  tooLong: "Teks ini jauh lebih panjang daripada kunci API. Salin kuncinya saja.",
};

const addressFaults: Record<AddressFault, string> = {
  shape: "Ini bukan alamat: alamat diawali https://.",
  credentials: "Alamat yang memuat nama atau kata sandi ditolak: kunci API bisa terkirim ke pihak lain.",
  scheme: "Alamat harus diawali https://, agar kunci API tidak dapat dibaca di jalan.",
  host: "Hanya alamat api.bitbybit.studio yang boleh: kunci API tidak dikirim ke tempat lain.",
  port: "Alamat dengan nomor port ditolak.",
  query: "Alamat harus berakhir sebelum tanda ? atau #.",
};

function connectionText(state: ConnectionState, environment: Environment): string {
  switch (state) {
    case "works":
      return `Koneksi berhasil dengan kunci ${environment === "live" ? "ASLI" : "UJI COBA"}: daftar pesanan dapat dibaca. Izin membuat pesanan baru terlihat pada pesanan pertama.`;
    case "noRead":
      return "bitbybit mengenal kunci ini, tetapi kunci ini tidak boleh membaca pesanan (scope orders READ). Pesanan tetap bisa dibuat jika kuncinya punya WRITE. Pesanan yang hilang kabarnya tidak dapat dicari.";
    case "rateLimit":
      return "bitbybit mengenal kunci ini, tetapi batas permintaannya sedang habis. Coba lagi sebentar lagi.";
    case "serverError":
      return "bitbybit sedang mengalami gangguan. Coba lagi nanti.";
    case "unreadable":
      return "Alamat API menjawab, tetapi isinya bukan pesanan bitbybit. Periksa alamat API.";
    case "network":
      return "bitbybit tidak dapat dihubungi. Coba lagi. Jika tetap begitu, periksa alamat API.";
    default:
      return stopText(state);
  }
}

import type { Words } from "../english/english";
import { createItem } from "./menu";

/** Sentences about settings, connection and the sheet's set-up, in Indonesian. */
export const addOn: Words["addOn"] = {
  setUp: {
    done: `Sheet ini siap: kolom statusnya sudah ada. Pilih baris pesanan, lalu klik ${createItem}.`,
    template: `Sheet ini sekarang berisi kolom pesanan dan satu contoh yang tidak pernah dikirim. Ketik pesanan Anda di bawahnya, pilih barisnya, lalu klik ${createItem}.`,
    filterTooShort:
      "Filter sheet ini tidak mencakup kolom status. Jika diurutkan, status akan terpisah dari barisnya. Hapus filter itu, lalu buat lagi untuk semua kolom.",
  },
  replaced:
    "Sebagian pengaturan yang tersimpan tidak dapat dibaca dan kembali ke nilai awal. Mohon periksa sekali lagi.",
  saved: "Tersimpan.",
  forgotten:
    "Kunci API sudah dihapus dari add-on ini. Kunci itu tetap berlaku sampai Anda menghapusnya di bitbybit.",
  arguments: "Data dari sidebar tidak dapat dipakai add-on ini. Tutup sidebar, lalu buka lagi.",
  keyFaults: {
    empty: "Ketik atau tempel kunci API. Kuncinya ada di bitbybit, menu Settings > Developer.",
    space: "Ada spasi atau baris baru di tengah kunci ini. Salin kuncinya saja.",
    shape:
      "Ini bukan kunci API bitbybit: kunci diawali bbb_live_ atau bbb_test_, tanpa tanda lain. Salin seluruh kunci.",
    tooLong: "Teks ini jauh lebih panjang daripada kunci API. Salin kuncinya saja.",
  },
  addressFaults: {
    shape: "Ini bukan alamat: alamat diawali https://.",
    credentials: "Alamat yang memuat nama atau kata sandi ditolak: kunci API bisa terkirim ke pihak lain.",
    scheme: "Alamat harus diawali https://, agar kunci API tidak dapat dibaca di jalan.",
    host: "Hanya alamat api.bitbybit.studio yang boleh: kunci API tidak dikirim ke tempat lain.",
    port: "Alamat dengan nomor port ditolak.",
    query: "Alamat harus berakhir sebelum tanda ? atau #.",
  },
  /** What a test of the connection showed. */
  connection: {
    works: (mode) =>
      `Koneksi berhasil dengan kunci ${mode}: daftar pesanan dapat dibaca. Izin membuat pesanan baru terlihat pada pesanan pertama.`,
    noRead:
      "bitbybit mengenal kunci ini, tetapi kunci ini tidak boleh membaca pesanan (scope orders READ). Pesanan tetap bisa dibuat jika kuncinya punya WRITE. Pesanan yang hilang kabarnya tidak dapat dicari.",
    rateLimit:
      "bitbybit mengenal kunci ini, tetapi batas permintaannya sedang habis. Coba lagi sebentar lagi.",
    serverError: "bitbybit sedang mengalami gangguan. Coba lagi nanti.",
    unreadable: "Alamat API menjawab, tetapi isinya bukan pesanan bitbybit. Periksa alamat API.",
    network: "bitbybit tidak dapat dihubungi. Coba lagi. Jika tetap begitu, periksa alamat API.",
  },
  sheetGone: "Sheet itu sudah tidak ada.",
};

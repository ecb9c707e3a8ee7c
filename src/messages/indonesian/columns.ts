import type { Words } from "../english/english";

/** How a sheet's columns are read, in Indonesian. */
export const columns: Words["columns"] = {
  saved: "Tersimpan: mulai sekarang sheet ini dibaca seperti itu.",
  refused: "Google tidak menyimpan pilihan kolom. Coba lagi sebentar lagi.",
  missing: (groups) =>
    `Belum disimpan. Masih kurang: ${groups}. Pilih kolomnya, atau isi satu nilai untuk semua baris.`,
  orOthers: (first, others) => `${first} (atau ${others})`,
  conflict: (columns, header) => `Kolom ${columns} sama-sama bisa menjadi ${header}: pilih salah satu.`,
  /** Why a text such as `Zip=Kode Pos` gives no column. */
  given: {
    shape: (given) => `${given} tidak berbentuk Field=Header; ketik seperti Zip=Kode Pos.`,
    field: (given) => `${given} menyebut data yang tidak dikenal; pakai judul kolom add-on, misalnya Zip.`,
    header: (given) => `${given} menyebut judul kolom yang tidak ada di sheet; periksa ejaannya.`,
    repeated: (given) => `${given} menyebut judul kolom yang ada lebih dari sekali; sebutkan huruf kolomnya.`,
  },
  headersChanged:
    "Judul kolom sheet ini berbeda dari yang Anda konfirmasi. Periksa cara kolomnya dibaca, lalu konfirmasi lagi.",
  /** One column that is read. */
  other: (header, column, found) => `${header}: kolom ${column} ${found}`,
  articlesNotLookedUp: (why) => `Barang tidak dicari di bitbybit: ${why}`,
  /** Why articles were not looked up. */
  catalogueFaults: {
    noKey: "belum ada kunci API. Simpan dulu di Pengaturan.",
    noRead: "kunci API ini tidak boleh membaca produk (scope products READ). Pakai kunci yang boleh.",
    refused: "bitbybit menolak kunci API atau alamatnya. Periksa keduanya di Pengaturan.",
    rateLimit: "batas permintaan bitbybit sedang habis. Coba lagi satu menit lagi.",
    unreadable: "daftar produk bitbybit tidak dapat dibaca. Coba lagi nanti.",
    changing: "daftar produk bitbybit berubah saat dibaca. Coba lagi.",
    tooMany: "produk toko ini sangat banyak. Periksa sendiri setiap Variant ID.",
  },
};

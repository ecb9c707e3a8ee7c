import type { Words } from "../english/english";
import { number } from "./amounts";
import { createItem, resolveItem } from "./menu";

/** What became of an order, and why a run stopped, in Indonesian. */
export const outcomes: Words["outcomes"] = {
  madeTwice: (orderIds) =>
    `Dibuat dua kali: ${orderIds.join(", ")}. Batalkan di bitbybit, sisakan satu saja.`,
  edited:
    "Dibuat, tetapi baris ini diubah saat pesanan sedang dikirim. Isi pesanan di bitbybit masih yang lama. Bandingkan keduanya, lalu perbaiki pesanan di bitbybit.",
  /** By how the Order ID is known. */
  created: {
    answer: "",
    found: "Ditemukan di bitbybit lewat referensinya.",
    typed: "Order ID diketik sendiri; pesanannya ada di bitbybit.",
    unverified:
      "Order ID diketik sendiri; belum diperiksa, karena kunci API ini tidak boleh membaca pesanan.",
  },
  absent:
    "Pasti tidak ada di bitbybit: semua pesanan di sana sudah diperiksa. Pesanan ini bisa dikirim lagi.",
  /** `why`: one of the reasons below, or the API's own words. */
  unconfirmed: (why) =>
    `${why} Pesanan ini mungkin sudah ada, mungkin belum. Jalankan ${resolveItem} atau ${createItem} lagi: pesanan dicari dulu sebelum dikirim.`,
  undocumented: (words) =>
    `bitbybit menjawab: "${words}". Dokumentasinya tidak menyebut apakah pesanan lalu dibuat.`,
  refused: (words, meaning) => `bitbybit menolak pesanan ini: "${words}". ${meaning}`,
  refusedWithoutReason:
    "bitbybit menolak pesanan ini tanpa alasan yang dapat dibaca. Periksa barisnya, terutama Variant ID dan alamat, lalu buat lagi.",
  notFound: "Data yang disebut pesanan ini tidak ada di sana: periksa Variant ID dan Customer ID.",
  correctRow: "Perbaiki barisnya, lalu buat lagi.",
  cut: (words, more) => `${words} (dipotong, ${number(more)} karakter lagi)`,
  /** Why a run stopped, and what to do. */
  stops: {
    apiKey:
      "bitbybit tidak mengenal kunci API ini. Buat kunci di bitbybit, menu Settings > Developer, lalu simpan di tab Pengaturan sidebar.",
    scope:
      "Kunci API ini tidak boleh membuat pesanan. Buat kunci dengan scope orders WRITE di bitbybit, menu Settings > Developer. Tambahkan READ agar pesanan yang hilang kabarnya dapat dicari.",
    ipList:
      "Kunci API ini hanya menerima alamat IP tertentu, sedangkan alamat Google terlalu banyak untuk didaftarkan. Buat kunci tanpa daftar IP di bitbybit, menu Settings > Developer.",
    forbidden:
      "bitbybit melarang kunci API ini membuat pesanan. Periksa kuncinya di bitbybit, menu Settings > Developer.",
    address:
      "Tidak ada API bitbybit di alamat yang tersimpan. Kembalikan alamat API ke nilai awal di tab Pengaturan sidebar.",
    company:
      "Kunci API ini tidak terhubung dengan perusahaan mana pun di bitbybit. Masuk ke toko Anda, buat kunci di sana, lalu simpan di tab Pengaturan sidebar.",
    quota:
      "Batas harian Google untuk permintaan dari akun Anda sudah habis. Batas itu pulih dalam 24 jam. Setelah itu buat pesanan yang tersisa.",
    lostBatches:
      "Koneksi ke bitbybit terputus dua kali berturut-turut, jadi proses berhenti. Pesanan yang belum pasti dicari dulu pada klik berikutnya. Periksa koneksi, lalu buat pesanan lagi.",
    emptyWindows:
      "Tiga kali berturut-turut batas permintaan bitbybit tidak meloloskan satu pesanan pun. Mungkin orang lain memakai kunci API yang sama. Buat pesanan yang tersisa nanti.",
    breaker:
      "Banyak pesanan gagal berturut-turut dengan cara yang sama. Proses berhenti sebelum menyentuh sisanya. Lihat dulu kolom Message di baris-baris terakhir.",
  },
  /** Why an order was not sent, besides what stops a run. */
  notSent: {
    rateLimit:
      "Belum dikirim: batas permintaan bitbybit sedang habis. Proses berlanjut sendiri. Jika sudah berakhir, buat pesanan ini lagi.",
    changed: "Tidak dikirim: baris ini diubah atau dipindahkan tepat saat dikirim. Buat lagi pesanan ini.",
    stopped: "Tidak dikirim: proses berhenti sebelum sampai ke pesanan ini. Buat lagi pesanan ini.",
  },
  /** Why it is not known whether an order exists. */
  reasons: {
    serverError: "bitbybit mengalami gangguan saat menerima pesanan ini.",
    transport: "Koneksi ke bitbybit terputus sebelum ada jawaban.",
    redirect: "bitbybit menjawab dengan alamat lain, bukan dengan pesanan.",
    unreadable: "Jawaban bitbybit tidak dapat dibaca.",
    noId: "bitbybit menyatakan pesanan sudah dibuat, tetapi tidak menyebut ID-nya.",
    badId: "bitbybit menyatakan pesanan sudah dibuat, tetapi ID-nya tidak muat di sel.",
    othersReference: "Jawaban bitbybit menyebut pesanan lain, bukan pesanan ini.",
    idTaken: "bitbybit menjawab dengan Order ID milik pesanan lain di spreadsheet ini.",
    disproved: "Di bitbybit, Order ID pesanan ini milik pesanan dengan referensi lain.",
    killed: "Proses terputus sebelum jawaban bitbybit diterima.",
  },
};

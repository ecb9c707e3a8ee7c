import type { Words } from "../english/english";
import type { DoubtSentences } from "../texts/unresolved-texts";
import { resolveItem, sendAgainItem } from "./menu";

const again = `Jalankan ${resolveItem} lagi`;

/** The way out if no look-up can tell. */
const lookYourself = `Atau cari sendiri di bitbybit, lalu ketik Order ID-nya atau klik ${sendAgainItem}.`;

const changing = `daftar pesanan bitbybit berubah saat dibaca. ${again} saat toko tidak terlalu ramai.`;

const doubts: DoubtSentences = {
  wait: ({ until }) =>
    `pesanan ini mungkin masih dalam perjalanan. ${again} ${until === "" ? "nanti" : `mulai ${until}`}.`,
  scope: `kunci API ini tidak boleh membaca pesanan (scope orders READ). Pakai kunci yang boleh. ${lookYourself}`,
  refused:
    "bitbybit menolak menampilkan daftar pesanannya. Periksa kunci API dan alamatnya di tab Pengaturan sidebar.",
  rateLimit: `batas permintaan bitbybit habis saat pesanan dicari. ${again} satu menit lagi.`,
  unreadable: `daftar pesanan bitbybit tidak dapat dibaca seluruhnya. ${again} nanti.`,
  unasked: `pencarian di daftar pesanan bitbybit terlalu lama. ${again}.`,
  totalsChanged: changing,
  pagesMissing: changing,
  idsMissing: changing,
  tooLong: `pesanan di bitbybit terlalu banyak untuk dicari satu per satu. Cari pelanggannya di sana. Jika pesanannya ada, ketik Order ID di sini; jika tidak, klik ${sendAgainItem}.`,
  mentioned: `ada pesanan di bitbybit yang menyebut referensi pesanan ini di tempat lain. Bandingkan keduanya. Lalu ketik Order ID di sini, atau klik ${sendAgainItem}.`,
  alike: ({ orderId }) =>
    `di bitbybit ada pesanan ${orderId} tanpa referensi, dengan isi dan pelanggan yang sama. Bandingkan keduanya. Jika itu pesanan ini, ketik Order ID-nya di sini; jika bukan, klik ${sendAgainItem}.`,
  laterOrderMissing: `daftar bitbybit juga tidak memuat pesanan lain dari sheet ini, jadi belum bisa dipercaya. Jalankan ${resolveItem} nanti. ${lookYourself}`,
  noWitness: `daftar bitbybit belum memuat pesanan sheet ini yang referensinya utuh dan sepanjang ini. Jadi tidak ada bukti bahwa pesanan ini belum dibuat. Jalankan ${resolveItem} setelah ada pesanan lain. ${lookYourself}`,
  changed: `baris ini diubah setelah pesanannya dikirim, jadi daftar bitbybit tidak membuktikan apa-apa. Kembalikan isinya, lalu jalankan ${resolveItem}. ${lookYourself}`,
  otherApiKey: `pesanan ini dikirim dengan kunci API lain, dan belum jelas apakah kedua kunci milik toko yang sama. Simpan kunci itu. ${lookYourself}`,
  disproved: `Order ID yang diberikan bitbybit ternyata milik pesanan dengan referensi lain. Periksa pesanan itu di bitbybit: ID-nya ada di sheet "bitbybit log". Lalu ketik Order ID di sini, atau klik ${sendAgainItem}.`,
  notInShop: `tidak ada pesanan dengan ID yang diketik di sini. Ketik Order ID yang benar, atau kosongkan selnya dan jalankan ${resolveItem} lagi.`,
};

/** Why it is not known whether an order exists, and what to do, in Indonesian. */
export const unresolved: Words["unresolved"] = { start: "Belum pasti: ", doubts };

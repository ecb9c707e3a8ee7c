import type { Review } from "../../decide/decision";
import { headerOf } from "../../orders/field";
import type { Words } from "../english/english";
import type { ReviewReasons } from "../texts/review-texts";
import { number } from "./amounts";
import { sendAgainItem } from "./menu";

/** What has to be empty for an order to be a new one. */
const writtenCells = "Status, Order ID, dan Send key";

const sortedApart =
  "Baris diurutkan atau dipindahkan tanpa kolom statusnya: urungkan, atau urutkan dengan semua kolom.";

const movedApart = "Mungkin kolom atau baris dipindahkan: urungkan, atau ketik isi yang benar.";

const reasons: ReviewReasons = {
  keyDamaged: `Send key di baris ini bukan tulisan add-on; mungkin diketik, terpotong, atau hasil isi otomatis. Jika pesanan ini belum pernah dibuat, kosongkan ${writtenCells} di baris ini, lalu buat lagi.`,
  keyMissing: `baris ini mungkin sudah dikirim, tetapi Send key-nya hilang. Jika pesanan ada di bitbybit, ketik Order ID-nya di sini. Jika tidak, pilih barisnya dan klik ${sendAgainItem}.`,
  mixedKeys: `baris-baris pesanan ini punya Send key yang berbeda. Kosongkan ${writtenCells} di baris yang disalin atau ditambahkan. Beri baris itu Order ref sendiri.`,
  addedAfter: (review) =>
    `ada baris yang ditambahkan setelah pesanan ini dibuat${asOrder(review.orderId)}. Beri baris baru itu Order ref sendiri, atau keluarkan barisnya.`,
  copied: (review) =>
    `Send key di baris ini salinan dari ${review.homeRow === null ? "sheet lain" : `baris ${review.homeRow}`}. Jika ini pesanan tersendiri, kosongkan ${writtenCells} di sini, lalu buat lagi. Jika bukan, hapus baris ini.`,
  displaced: (review) =>
    `Status ini milik pesanan yang sekarang ada di baris ${review.homeRow}. ${sortedApart}`,
  statusElsewhere: (review) => `Status pesanan ini ada di baris ${review.keyRow}. ${sortedApart}`,
  sheetDisplaced: (review) =>
    `pesanan di baris ini mungkin sudah dibuat. Baris ${review.keyRow} diubah setelah dikirim, atau diurutkan tanpa kolom status. Bereskan baris ${review.keyRow} dulu: urungkan perubahannya, atau kosongkan Send key-nya agar pesanannya tetap seperti semula.`,
  edited: (review) =>
    `baris ini diubah setelah pesanannya dibuat${asOrder(review.orderId)}. Urungkan perubahannya; atau kosongkan Send key agar pesanan tetap seperti semula. Untuk pesanan baru, kosongkan ${writtenCells}.`,
  madeBefore: (review, time) =>
    `${madeBefore(review, time)} Untuk membuat satu lagi, pilih barisnya dan klik ${sendAgainItem}. Jika pesanannya sama, ketik Order ID-nya di sini dan Created sebagai Status.`,
  otherApiKey: (review) =>
    `pesanan ini dikirim dengan kunci API lain (${review.environment}). Simpan kunci itu untuk mencarinya; atau ketik Order ID-nya; atau klik ${sendAgainItem}.`,
  idMissing:
    "Status-nya Created, tetapi Order ID kosong. Ketik Order ID-nya, atau kosongkan Status dan buat lagi.",
  idElsewhere: (review) =>
    `Order ID ${review.orderId} milik baris ${review.idRow}. Jika baris ini pesanan tersendiri, kosongkan ${writtenCells} di sini, lalu buat lagi. Jika pesanannya sama, hapus baris ini.`,
  misplacedText: ({ holds, text, field }) =>
    holds === "orderId"
      ? `${headerOf[field]} berisi ${text}, yaitu Order ID sebuah pesanan dari spreadsheet ini. ${movedApart}`
      : `${headerOf[field]} berisi Message dari add-on ini. ${movedApart}`,
  idWithoutStatus:
    "ada Order ID, tetapi Status kosong. Jika pesanannya ada, ketik Created sebagai Status. Jika tidak, kosongkan Order ID.",
};

/** Why an order needs a person, in Indonesian. */
export const reviews: Words["reviews"] = {
  /** What the Message beside an order that needs a person begins with. */
  start: "Perlu keputusan Anda: ",
  partial: ({ ref, rowNumbers, hidden }) => {
    const more = rowNumbers.length - 5;
    const rows = `${rowNumbers.slice(0, 5).join(", ")}${more > 0 ? ` dan ${number(more)} baris lain` : ""}`;
    const shown = hidden ? ", dan tampilkan baris yang disembunyikan filter" : "";
    return `${ref === "" ? "Pesanan ini" : `Pesanan ${ref}`} juga punya baris ${rows}: pilih juga baris itu${shown}.`;
  },
  /** Why, and each way out. */
  reasons,
};

function asOrder(orderId: string): string {
  return orderId === "" ? "" : ` sebagai ${orderId}`;
}

function madeBefore(
  { orderId, atMs, changed }: Extract<Review, { why: "madeBefore" }>,
  time: (atMs: number) => string,
): string {
  const order = changed
    ? "pesanan dengan Order ref dan penerima yang sama, tetapi isinya lain,"
    : "pesanan yang sama";
  if (orderId !== "") return `${order} dibuat pada ${time(atMs)}${asOrder(orderId)}.`;
  return atMs > 0
    ? `${order} dikirim pada ${time(atMs)}, dan belum pasti apakah sudah ada.`
    : `${order} pernah dibuat.`;
}

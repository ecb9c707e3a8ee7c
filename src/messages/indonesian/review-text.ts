import type { Review } from "../../decide/decision";
import { number } from "./amounts";
import { sendAgainItem } from "./menu-captions";

/** What the Message beside an order that needs a person begins with. */
export const reviewStart = "Perlu keputusan Anda: ";

/** The Message beside the rows of an order that needs a person: why, and each way out. `time` puts a moment into words. */
export function reviewText(review: Review, time: (atMs: number) => string): string {
  return review.why === "partial" ? partialText(review) : reviewStart + reasonText(review, time);
}

function partialText({ ref, rowNumbers, hidden }: Extract<Review, { why: "partial" }>): string {
  const more = rowNumbers.length - 5;
  const rows = `${rowNumbers.slice(0, 5).join(", ")}${more > 0 ? ` dan ${number(more)} baris lain` : ""}`;
  const shown = hidden ? ", dan tampilkan baris yang disembunyikan filter" : "";
  return `${ref === "" ? "Pesanan ini" : `Pesanan ${ref}`} juga punya baris ${rows}: pilih juga baris itu${shown}.`;
}

function reasonText(review: Exclude<Review, { why: "partial" }>, time: (atMs: number) => string): string {
  switch (review.why) {
    case "keyDamaged":
      return `Send key di baris ini bukan tulisan add-on; mungkin diketik, terpotong, atau hasil isi otomatis. Jika pesanan ini belum pernah dibuat, kosongkan ${writtenCells} di baris ini, lalu buat lagi.`;
    case "keyMissing":
      return `baris ini mungkin sudah dikirim, tetapi Send key-nya hilang. Jika pesanan ada di bitbybit, ketik Order ID-nya di sini. Jika tidak, pilih barisnya dan klik ${sendAgainItem}.`;
    case "mixedKeys":
      return `baris-baris pesanan ini punya Send key yang berbeda. Kosongkan ${writtenCells} di baris yang disalin atau ditambahkan. Beri baris itu Order ref sendiri.`;
    case "addedAfter":
      return `ada baris yang ditambahkan setelah pesanan ini dibuat${asOrder(review.orderId)}. Beri baris baru itu Order ref sendiri, atau keluarkan barisnya.`;
    case "copied":
      return `Send key di baris ini salinan dari ${review.homeRow === null ? "sheet lain" : `baris ${review.homeRow}`}. Jika ini pesanan tersendiri, kosongkan ${writtenCells} di sini, lalu buat lagi. Jika bukan, hapus baris ini.`;
    case "displaced":
      return `Status ini milik pesanan yang sekarang ada di baris ${review.homeRow}. ${sortedApart}`;
    case "statusElsewhere":
      return `Status pesanan ini ada di baris ${review.keyRow}. ${sortedApart}`;
    case "sheetDisplaced":
      return `pesanan di baris ini mungkin sudah dibuat. Baris ${review.keyRow} diubah setelah dikirim, atau diurutkan tanpa kolom status. Bereskan baris ${review.keyRow} dulu: urungkan perubahannya, atau kosongkan Send key-nya agar pesanannya tetap seperti semula.`;
    case "edited":
      return `baris ini diubah setelah pesanannya dibuat${asOrder(review.orderId)}. Urungkan perubahannya; atau kosongkan Send key agar pesanan tetap seperti semula. Untuk pesanan baru, kosongkan ${writtenCells}.`;
    case "madeBefore":
      return `${madeBeforeText(review, time)} Untuk membuat satu lagi, pilih barisnya dan klik ${sendAgainItem}. Jika pesanannya sama, ketik Order ID-nya di sini dan Created sebagai Status.`;
    case "otherApiKey":
      return `pesanan ini dikirim dengan kunci API lain (${review.environment}). Simpan kunci itu untuk mencarinya; atau ketik Order ID-nya; atau klik ${sendAgainItem}.`;
    case "idMissing":
      return "Status-nya Created, tetapi Order ID kosong. Ketik Order ID-nya, atau kosongkan Status dan buat lagi.";
    case "idElsewhere":
      return `Order ID ${review.orderId} milik baris ${review.idRow}. Jika baris ini pesanan tersendiri, kosongkan ${writtenCells} di sini, lalu buat lagi. Jika pesanannya sama, hapus baris ini.`;
    case "idWithoutStatus":
      return "ada Order ID, tetapi Status kosong. Jika pesanannya ada, ketik Created sebagai Status. Jika tidak, kosongkan Order ID.";
  }
}

/** What has to be empty for an order to be a new one. */
const writtenCells = "Status, Order ID, dan Send key";

const sortedApart =
  "Baris diurutkan atau dipindahkan tanpa kolom statusnya: urungkan, atau urutkan dengan semua kolom.";

function asOrder(orderId: string): string {
  return orderId === "" ? "" : ` sebagai ${orderId}`;
}

function madeBeforeText(
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

import type { Question, Warning } from "../../plan/question";
import type { RunKind } from "../../receipt/progress";
import type { Receipt } from "../../receipt/receipt";
import type { OrderRecord } from "../../sheet/order-record";
import { spans } from "../forms";
import { shortened } from "../found-value";
import { listed, number } from "./amounts";
import { notOrderText } from "./finding-text";
import { similarHeaderText } from "./header-text";
import { createItem } from "./menu-captions";

/** How an order is called: its Order ref, or its rows. */
export function orderName(ref: string, rowNumbers: readonly number[]): string {
  const rows = `baris ${spans(rowNumbers)}`;
  return ref === "" ? rows : `${shortened(ref)} (${rows})`;
}

/** The name of an order of a sheet; "" for none. */
export function nameOf(record: OrderRecord | undefined): string {
  return record
    ? orderName(
        record.order.ref,
        record.rows.map((row) => row.rowNumber),
      )
    : "";
}

/** The question before a run, in full. `time` puts a moment into words. */
export function questionText(question: Question, time: (atMs: number) => string): string {
  const { kind, environment, orders, lookUps, hiddenRows } = question;
  const mode = environment === "live" ? "ASLI" : "UJI COBA";
  const [first, last] = [nameOf(question.first?.record), nameOf(question.last?.record)];
  const which = orders === 0 ? "" : orders === 1 ? `: ${first}` : `: dari ${first} sampai ${last}`;
  const lines = [`${verbs[kind](ordersText(orders), mode)}${which}.`];
  lines.push(`Kunci API ${question.keyTail}. ${durationText(question.secondsNeeded)}`);
  if (lookUps > 0)
    lines.push(
      `${ordersText(lookUps)} mungkin sudah ada. Pesanan itu dicari dulu, dan hanya dikirim jika pasti belum ada di bitbybit.`,
    );
  const left = kind === "create" ? leftOutText(question.leftOut) : "";
  if (left !== "") lines.push(`Tidak dikirim: ${left}.`);
  if (hiddenRows > 0) lines.push(hiddenRowsText(hiddenRows));
  lines.push(...question.warnings.map((warning) => warningText(warning, time)));
  return lines.join("\n");
}

/** Why there is nothing to confirm. */
export function nothingToDoText(kind: RunKind, hiddenRows: number, hasOrders: boolean): string {
  if (!hasOrders) {
    const hidden = hiddenRows > 0 ? ` ${hiddenRowsText(hiddenRows)}` : "";
    return `Tidak ada yang perlu dikerjakan: baris yang dipilih tidak berisi pesanan.${hidden}`;
  }
  return kind === "resolve"
    ? "Tidak ada yang perlu dikerjakan: semua pesanan yang dipilih sudah pasti."
    : "Tidak ada yang perlu dikerjakan: tidak ada pesanan pilihan yang menunggu keputusan Anda untuk dikirim ulang.";
}

/** Something to know before a run. */
export function warningText(warning: Warning, time: (atMs: number) => string): string {
  switch (warning.code) {
    case "similarHeader":
      return similarHeaderText(warning.header);
    case "tooLongForToday":
      return `${ordersText(warning.orders)} melebihi batas permintaan harian Google (${number(warning.perDay)} untuk akun gratis), jadi tidak selesai hari ini. Proses berhenti saat batasnya habis. Klik lagi besok untuk melanjutkan.`;
    case "anotherRuns":
      return anotherRunsText(warning.userName, time(warning.sinceMs), warning.orders);
    case "unreadableRecords":
      return unreadableText(warning.count);
    case "journalNearlyFull":
      return "Catatan pesanan yang sudah dibuat di spreadsheet ini hampir penuh. Catatan terlama akan terhapus. Segera lanjutkan di spreadsheet baru.";
    case "notOrders": {
      const named = warning.first.map(({ rowNumber, reason }) => notOrderText(rowNumber, reason)).join(" ");
      const more = warning.rows - warning.first.length;
      return more === 0 ? named : `${named} Begitu juga ${number(more)} baris lain.`;
    }
    case "typedIds":
      return `Order ID dari ${ordersText(warning.orders)} diketik sendiri. ID itu dicari dulu, dan dipakai jika ada di bitbybit.`;
  }
}

/** Who else is at work. */
export function anotherRunsText(userName: string, since: string, orders: number): string {
  return `${userName === "" ? "Seseorang" : userName} sedang membuat ${ordersText(orders)} dari spreadsheet ini sejak ${since}.`;
}

/** Records of the journal that cannot be read. */
export function unreadableText(count: number): string {
  return `${number(count)} catatan proses sebelumnya tidak dapat dibaca: rusak, atau ditulis versi add-on yang lebih baru. Tidak ada yang dikirim sebelum catatan itu terbaca, dan tidak ada yang hilang. Hubungi admin add-on ini.`;
}

/** Rows that a filter hides. */
export function hiddenRowsText(count: number): string {
  return `${number(count)} baris yang disembunyikan filter tidak ikut.`;
}

/** A receipt in words. */
export function summaryText(receipt: Receipt): string {
  const parts: [number, string][] = [
    [receipt.created, "dibuat"],
    [receipt.valid, "siap dikirim"],
    [receipt.invalid, "bermasalah"],
    [receipt.rejected, "ditolak bitbybit"],
    [receipt.notSent, "tidak dikirim"],
    [receipt.unconfirmed, "belum pasti"],
    [receipt.skipped, "dilewati"],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`);
  return `${ordersText(receipt.selected)}: ${words.length > 0 ? listed(words) : "tidak ada yang perlu dikerjakan"}.`;
}

/** Orders that exist more than once. */
export function madeTwiceText(orders: number): string {
  if (orders === 0) return "";
  return `${ordersText(orders)} dibuat dua kali: lihat kolom Message, lalu batalkan kelebihannya di bitbybit.`;
}

/** How far a run is. */
export function progressText(done: number, total: number): string {
  return `${number(done)} dari ${ordersText(total)}`;
}

/** A run that continues at the next click. */
export function continueText(created: number, remaining: number): string {
  return `${number(created)} sudah dibuat, ${number(remaining)} lagi. Klik ${createItem} lagi untuk melanjutkan, atau buka sidebar yang melanjutkannya sendiri.`;
}

/** What a run waits for. */
export function waitingForLimitText(waitMs: number): string {
  return `menunggu ${Math.ceil(waitMs / 1000)} dtk untuk batas permintaan bitbybit`;
}

/** `1.200 pesanan`: nouns have no plural. */
function ordersText(count: number): string {
  return `${number(count)} pesanan`;
}

const verbs: Record<RunKind, (orders: string, mode: string) => string> = {
  create: (orders, mode) => `${mode}: buat ${orders} di bitbybit`,
  check: (orders) => `Periksa ${orders}`,
  resolve: (orders, mode) => `${mode}: cari ${orders} di bitbybit`,
  sendAgain: (orders, mode) =>
    `${mode}: Anda menyatakan pesanan ini tidak ada di bitbybit. Kirim ulang ${orders}, meskipun ternyata sudah ada`,
};

function leftOutText(receipt: Receipt): string {
  const parts: [number, string][] = [
    [receipt.invalid, "bermasalah"],
    [receipt.skipped, "sudah pernah dibuat"],
    [receipt.unconfirmed, "belum pasti"],
  ];
  return listed(parts.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`));
}

function durationText(seconds: number): string {
  if (seconds < 60) return "Prosesnya kurang dari satu menit.";
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `Prosesnya sekitar ${minutes} menit.`;
  return `Prosesnya sekitar ${Math.floor(minutes / 60)} jam ${minutes % 60} menit.`;
}

import type { Permission, RunProblem } from "../../ports/run-error";
import type { EndReason } from "../../receipt/run-record";
import type { RunReport } from "../../run/run-report";
import { quoted } from "../found-value";
import { listed } from "./amounts";
import { headerProblemsText, userOwnedCellsText } from "./header-text";
import { createItem, resolveItem, setUpItem } from "./menu-captions";
import { stopText } from "./outcome-text";
import { unreadableText } from "./run-text";

/** What ended a run, or kept it from starting, and what to do. */
export function problemOfRunText(problem: RunProblem): string {
  switch (problem.code) {
    case "headers":
      return headerProblemsText(problem.problems, problem.similar);
    case "userOwnedCells":
      return userOwnedCellsText(problem.cells);
    case "unreadableRecords":
      return unreadableText(problem.count);
    case "askColumns":
      return askColumnsTexts[problem.because];
    case "noPermission":
      return noPermissionText(problem);
    default:
      return problemTexts[problem.code];
  }
}

function noPermissionText({ missing, willAsk }: Extract<RunProblem, { code: "noPermission" }>): string {
  const what = listed(missing.map((permission) => permissionTexts[permission]));
  const cure = willAsk
    ? "Setelah ini Google memintanya: izinkan, lalu pilih menunya lagi."
    : `Klik ${createItem} di menu, lalu izinkan yang diminta Google.`;
  return `Izin add-on belum lengkap, jadi tidak ada yang dikirim. Anda belum mengizinkannya untuk ${what}. ${cure}`;
}

const permissionTexts: Record<Permission, string> = {
  sheet: "membaca dan menulis spreadsheet ini",
  requests: "mengirim permintaan ke bitbybit",
  pages: "menampilkan sidebar dan dialog",
};

const askColumnsTexts = {
  new: "Judul kolom sheet ini belum menunjukkan kolom mana berisi apa. Di tab Kolom pada sidebar, periksa usulannya, lalu simpan. Tidak ada yang dikirim.",
  changed:
    "Judul kolom sheet ini berubah sejak Anda mengonfirmasinya. Konfirmasi lagi di tab Kolom pada sidebar. Tidak ada yang dikirim.",
};

/** Something that nobody expected. It still says what happened to the rows. */
export const unexpectedText = `Terjadi kesalahan yang tidak terduga, dan proses berhenti. Yang sudah dikirim tetap tercatat. Klik ${createItem} lagi untuk melanjutkan; tidak ada yang dikirim dua kali.`;

const problemTexts: Record<
  Exclude<
    RunProblem["code"],
    "headers" | "userOwnedCells" | "unreadableRecords" | "askColumns" | "noPermission"
  >,
  string
> = {
  busy: "Proses lain sedang menulis di spreadsheet ini, jadi proses ini berhenti dulu. Yang sudah dikirim tetap tercatat. Coba lagi beberapa detik lagi.",
  newerSettings:
    "Pengaturan Anda disimpan oleh versi add-on yang lebih baru. Versi ini tidak mengubahnya dan tidak mengirim apa pun. Pakai versi terbaru, atau minta kepada admin Anda.",
  newerColumns:
    "Kolom sheet ini dikonfirmasi di versi add-on yang lebih baru. Versi ini tidak mengubahnya dan tidak mengirim apa pun. Pakai versi terbaru, atau minta kepada admin Anda.",
  noKey:
    "Belum ada kunci API. Simpan dulu di sidebar, tab Pengaturan. Kuncinya ada di bitbybit, menu Settings > Developer.",
  changedSince:
    "Sheet atau pilihan baris berubah setelah Anda ditanya. Tidak ada yang dikirim. Periksa jumlahnya sekali lagi.",
  protectedColumns:
    "Anda tidak boleh mengubah kolom status sheet ini, jadi tidak ada yang dikirim. Minta pemilik sheet mengizinkan Anda mengubah kolom Status sampai Send key.",
  columnsGone: `Kolom yang diperlukan add-on ini sudah tidak ada. Urungkan perubahan itu, atau pilih ${setUpItem}. Setelah itu buat pesanan lagi; yang sudah dikirim tetap tercatat.`,
  sheetGone:
    'Sheet untuk proses ini sudah dihapus. Hasil yang sudah dikirim ada di sheet "bitbybit log". Tidak ada lagi yang dikirim.',
  noRecord: `Catatan add-on (properti dokumen) penuh atau tidak dapat ditulis. Tanpa catatan itu tidak ada yang dikirim. Jalankan ${resolveItem} untuk baris yang belum pasti, atau coba lagi nanti.`,
  superseded: `Proses lain sudah dimulai dari spreadsheet ini, jadi proses ini berakhir. Hasilnya ada di samping barisnya. Pilih pesanan yang tersisa, lalu klik ${createItem}.`,
  stopNotSaved:
    "Google belum mencatat permintaan berhenti, jadi proses mungkin masih berjalan. Klik Hentikan sekali lagi.",
  lookUpStopped:
    "Dihentikan saat pesanan dicari. Tidak ada yang dikirim, dan pesanan yang belum pasti tetap begitu.",
  sheetsFault:
    "Google Sheets tidak menjawab. Yang sudah dikirim tetap tercatat dan akan terlihat pada klik berikutnya. Tidak ada yang dikirim dua kali.",
  sheetsFull:
    "Jumlah sel spreadsheet ini sudah mencapai batas Google, jadi kolom tidak dapat ditambah. Hapus baris kosong atau sheet lama, lalu klik lagi. Tidak ada yang dikirim dua kali.",
  storageFault:
    "Google tidak menjawab saat catatan add-on dibaca, jadi proses berhenti. Yang sudah dikirim tetap tercatat. Coba lagi sebentar lagi.",
};

/** Why a run ended, or waits for a person; "" for one that simply came to its end. */
export function endText(end: NonNullable<RunReport["end"]>, time: (atMs: number) => string): string {
  switch (end.why) {
    case "done":
      return "";
    case "superseded":
      return problemTexts.superseded;
    case "stoppedByUser":
      return "Dihentikan.";
    case "stop":
      return end.reason === "limitTooLong"
        ? `bitbybit meminta kita menunggu sampai ${time(end.untilMs ?? 0)}, jauh lebih lama dari biasanya. Tidak ada lagi yang dikirim. Buat pesanan yang tersisa setelah itu, atau tanyakan ke bitbybit.`
        : stopText(end.reason);
    case "notRecorded":
      return end.refusal === "unreadable" ? unreadableText(1) : problemTexts.noRecord;
    case "columnsMoved":
      return columnsMovedText(end);
    case "columnsGone":
      return problemTexts.columnsGone;
    case "sheetGone":
      return problemTexts.sheetGone;
    case "otherKey":
      return "Proses ini dimulai dengan kunci API lain. Tidak ada yang dikirim dengan kunci baru. Mulai lagi untuk mengirim pesanan yang tersisa dengan kunci yang tersimpan sekarang.";
    case "stuck":
      return stuckText(end.cell);
  }
}

/** Cells that refuse what the add-on wants to write. */
export function stuckText(cell: string): string {
  return `${cell === "" ? "Sebuah sel status" : `Sel ${cell}`} tidak dapat ditulis: sel itu dilindungi, atau validasi data menolak isinya. Yang sudah dikirim tetap tercatat dan ada di sheet "bitbybit log". Izinkan kolom status diubah, lalu lanjutkan.`;
}

function columnsMovedText({ cells }: Extract<EndReason, { why: "columnsMoved" }>): string {
  const start = "Sebuah kolom dipindahkan tepat saat hasil ditulis, jadi proses berhenti.";
  if (cells.length === 0) return `${start} Buat lagi pesanan yang tersisa.`;
  const hit = cells.map(({ cell, had }) => `${cell} (tadinya ${had === "" ? "kosong" : quoted(had)})`);
  return `${start} Sel berikut terisi teks yang salah tempat; ketik lagi isi semulanya: ${listed(hit)}. Setelah itu buat pesanan yang tersisa.`;
}

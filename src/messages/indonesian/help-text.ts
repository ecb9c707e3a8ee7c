import type { HelpWords } from "../../help/page";
import type { HelpFacts, RunFacts, SheetFacts } from "../../help/report";
import { number } from "./amounts";
import { menuCaptions } from "./menu-captions";
import { summaryText } from "./run-text";

/** What the dialog *Bantuan* says about the version, the key, the sheet and the last run. `time` puts a moment into words. */
export function helpText(facts: HelpFacts, time: (atMs: number) => string): HelpWords {
  return {
    language: "id",
    facts: [
      { name: "Versi", text: facts.version },
      { name: "Kunci API", text: keyTexts[facts.key] },
      { name: "Sheet ini", text: sheetText(facts.sheet) },
      {
        name: "Proses terakhir",
        text: facts.run ? lastRunText(facts.run, time) : "Belum ada di spreadsheet ini.",
      },
    ],
    reportLabel: "Laporan untuk orang yang membantu Anda. Isi sel dan kunci API Anda tidak ada di dalamnya.",
    copy: "Salin laporan",
    copied: "Tersalin.",
    notCopied: "Browser Anda tidak menyalinnya. Laporan sudah terpilih: tekan Ctrl+C, atau ⌘C di Mac.",
    close: "Tutup",
  };
}

const keyTexts: Record<HelpFacts["key"], string> = {
  none: "Belum ada yang tersimpan. Simpan dulu di sidebar, tab Pengaturan.",
  test: "Kunci UJI COBA tersimpan: pesanan dibuat untuk latihan.",
  live: "Kunci ASLI tersimpan: pesanan sungguhan.",
};

function sheetText(sheet: SheetFacts): string {
  switch (sheet.kind) {
    case "understood":
      return `Dikenali. Kolom yang dibaca: ${sheet.knownColumns}. Baris di bawah judul kolom: ${number(sheet.rows)}.`;
    case "notUnderstood":
      return "Belum dikenali. Buka tab Kolom di sidebar, periksa usulannya, lalu simpan.";
    case "unreadable":
      return "Google Sheets tidak menjawab. Tutup jendela ini, lalu buka Bantuan lagi sebentar lagi.";
  }
}

function lastRunText(
  { kind, environment, state, workedAtMs, counts }: RunFacts,
  time: (atMs: number) => string,
): string {
  const run = `${menuCaptions[kind]} (${environment === "live" ? "ASLI" : "UJI COBA"}), ${time(workedAtMs)}:`;
  return state === "ended"
    ? `${run} ${summaryText(counts)}`
    : `${run} belum selesai. Buka sidebar, yang melanjutkannya.`;
}

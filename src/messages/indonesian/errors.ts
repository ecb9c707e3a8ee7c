import type { Words } from "../english/english";
import { createItem, resolveItem, setUpItem } from "./menu";

const leftAlone =
  "Versi ini tidak mengubahnya dan tidak mengirim apa pun. Pakai versi terbaru, atau minta kepada admin Anda.";

const moved = "Sebuah kolom dipindahkan tepat saat hasil ditulis, jadi proses berhenti.";

/** What ends a run, or keeps it from starting, in Indonesian. */
export const errors: Words["errors"] = {
  /** `what`: that which is not allowed; `willAsk`: Google asks for it next. */
  noPermission: (what, willAsk) => {
    const cure = willAsk
      ? "Setelah ini Google memintanya: izinkan, lalu pilih menunya lagi."
      : `Klik ${createItem} di menu, lalu izinkan yang diminta Google.`;
    return `Izin add-on belum lengkap, jadi tidak ada yang dikirim. Anda belum mengizinkannya untuk ${what}. ${cure}`;
  },
  permissions: {
    sheet: "membaca dan menulis spreadsheet ini",
    requests: "mengirim permintaan ke bitbybit",
    pages: "menampilkan sidebar dan dialog",
  },
  askColumns: {
    new: "Judul kolom sheet ini belum menunjukkan kolom mana berisi apa. Di tab Kolom pada sidebar, periksa usulannya, lalu simpan. Tidak ada yang dikirim.",
    changed:
      "Judul kolom sheet ini berubah sejak Anda mengonfirmasinya. Konfirmasi lagi di tab Kolom pada sidebar. Tidak ada yang dikirim.",
  },
  emptySheet: `Sheet ini kosong. Pilih ${setUpItem}, lalu isi pesanan Anda. Tidak ada yang dikirim.`,
  unexpected: `Terjadi kesalahan yang tidak terduga, dan proses berhenti. Yang sudah dikirim tetap tercatat. Klik ${createItem} lagi untuk melanjutkan; tidak ada yang dikirim dua kali.`,
  problems: {
    busy: "Proses lain sedang menulis di spreadsheet ini, jadi proses ini berhenti dulu. Yang sudah dikirim tetap tercatat. Coba lagi beberapa detik lagi.",
    newerSettings: `Pengaturan Anda disimpan oleh versi add-on yang lebih baru. ${leftAlone}`,
    newerColumns: `Kolom sheet ini dikonfirmasi di versi add-on yang lebih baru. ${leftAlone}`,
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
  },
  stopped: "Dihentikan.",
  limitTooLong: (until) =>
    `bitbybit meminta kita menunggu sampai ${until}, jauh lebih lama dari biasanya. Tidak ada lagi yang dikirim. Buat pesanan yang tersisa setelah itu, atau tanyakan ke bitbybit.`,
  otherKey:
    "Proses ini dimulai dengan kunci API lain. Tidak ada yang dikirim dengan kunci baru. Mulai lagi untuk mengirim pesanan yang tersisa dengan kunci yang tersimpan sekarang.",
  stuck: (cell) =>
    `${cell === "" ? "Sebuah sel status" : `Sel ${cell}`} tidak dapat ditulis: sel itu dilindungi, validasi data menolak isinya, atau barisnya terus dipindahkan. Yang sudah dikirim tetap tercatat dan ada di sheet "bitbybit log". Izinkan kolom status diubah, lalu lanjutkan.`,
  columnMoved: `${moved} Buat lagi pesanan yang tersisa.`,
  cellsHit: (cells) =>
    `${moved} Sel berikut terisi teks yang salah tempat; ketik lagi isi semulanya: ${cells}. Setelah itu buat pesanan yang tersisa.`,
  cellHad: (cell, had) => `${cell} (tadinya ${had})`,
  nothing: "kosong",
};

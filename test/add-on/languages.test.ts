import type { ProblemList } from "../../src/endpoints/problems";
import type { SidebarState } from "../../src/endpoints/sidebar-state";
import { englishIn } from "../messages/sentences";
import { AddOn, type Row, testKey } from "./add-on";

const rows: Row[] = [
  { "Order ref": "R-1" },
  { "Order ref": "R-2", Quantity: "dua belas setengah" },
  { "Order ref": "R-3", Phone: "812" },
];
const indonesianMenu = [
  "Buat pesanan dari pilihan",
  "Periksa pilihan",
  "Cari pesanan yang belum pasti",
  "Tidak ada di bitbybit: kirim ulang",
  "Siapkan sheet ini",
  "Buka sidebar",
  "Bantuan",
];

/** The add-on of a user whose account speaks Indonesian. */
function indonesian(userLocale = "id"): AddOn {
  return new AddOn({ rows, runtime: { userLocale } });
}

describe("a user whose account speaks Indonesian", () => {
  test.each(["id", "in_ID", "in"])("has the menu in Indonesian (%s)", (locale) => {
    expect(indonesian(locale).menu()).toEqual(indonesianMenu);
  });

  test("is asked and told in Indonesian, in dialogs, toasts, cells and notes; statuses stay as they are", () => {
    const addOn = indonesian();
    const summary = addOn.click("Buat pesanan dari pilihan");
    expect(summary).toBe("3 pesanan: 2 dibuat dan 1 bermasalah.");
    expect(addOn.said[0]).toMatch(/^UJI COBA: buat 2 pesanan di bitbybit: dari R-1 \(baris 2\) sampai R-3/);
    expect(addOn.cells("Status")).toEqual(["Created (test)", "Invalid", "Created (test)"]);
    expect(addOn.cell(3, "Message")).toBe(
      'F3 Quantity: "dua belas setengah" bukan bilangan bulat; ketik bilangan bulat seperti 1',
    );
    const notes = addOn.sheet.cell(3, addOn.column("Quantity"))?.note ?? "";
    expect(notes).toContain("Pesanan ini tidak dikirim sebelum selnya diperbaiki dan diperiksa lagi.");
    expect(addOn.toasts.length).toBeGreaterThan(0);
    const all = [...addOn.said, ...addOn.toasts, ...addOn.cells("Message")].join("\n");
    expect(englishIn(all)).toEqual([]);
  });

  test("finds the causes and lines of Problems in Indonesian", () => {
    const addOn = indonesian();
    addOn.click("Periksa pilihan");
    const { items, causes = [] } = addOn.call("getProblems", []) as ProblemList;
    expect(causes.map(({ title }) => title)).toEqual([
      "Quantity bukan bilangan bulat",
      "Phone tidak terdiri dari 7 sampai 15 angka",
    ]);
    expect(items.flatMap(({ message, order }) => englishIn(`${order} ${message}`))).toEqual([]);
  });
});

describe("a language chosen in Settings", () => {
  test("is spoken whatever the account speaks; the menu stays, and sentences name its items as it does", () => {
    const addOn = new AddOn({ rows });
    addOn.useKey(testKey, "user", "id");
    addOn.breakNext("reset-after");
    expect(addOn.create()).toMatch(/^3 pesanan: /);
    expect(addOn.cell(2, "Status")).toBe("Unconfirmed");
    expect(addOn.cell(2, "Message")).toContain('Jalankan "Resolve unconfirmed rows"');
    expect(addOn.menu()[0]).toBe("Create orders from selection");
  });

  test("is saved by the sidebar, which is answered in it and told so", () => {
    const addOn = new AddOn({ rows });
    expect(addOn.call("saveSettings", [{ language: "id" }])).toMatchObject({
      message: "Tersimpan.",
      spoken: "id",
      settings: { language: "id" },
    });
    const state = addOn.call("getState", []) as SidebarState;
    expect([state.spoken, state.settings.language]).toEqual(["id", "id"]);
    expect(addOn.call("saveSettings", [{ language: "auto" }])).toMatchObject({
      message: "Saved.",
      spoken: "en",
    });
  });

  test("is one user's own: a colleague who works in between is answered in theirs", () => {
    const addOn = new AddOn({ rows });
    const colleague = addOn.colleague("Budi");
    addOn.useKey(testKey, "Budi", "id");
    const message = (answer: unknown) => (answer as { plan: { question: string } }).plan.question;
    const ask = () => message(addOn.call("planRun", ["create"]));
    const english = ask();
    expect(message(colleague.call("planRun", ["create"]))).toMatch(/^UJI COBA: buat /);
    expect(ask()).toBe(english);
  });
});

describe("cells that another language wrote are understood", () => {
  test("a Message that asks for a decision is listed as one", () => {
    const addOn = indonesian();
    addOn.click("Buat pesanan dari pilihan");
    for (const header of ["Status", "Order ID", "Send key"]) addOn.type(2, header, "");
    addOn.click("Periksa pilihan");
    expect(addOn.cell(2, "Message")).toMatch(
      /^Perlu keputusan Anda: pesanan yang sama dibuat pada 2 Mar 2026 pukul \d\d\.\d\d sebagai /,
    );
    addOn.runWith({ userLocale: "en" });
    const { items } = addOn.call("getProblems", []) as ProblemList;
    expect(items.filter(({ kind }) => kind === "held").map(({ rowNumber }) => rowNumber)).toEqual([2]);
  });

  test("orders go their way whoever continues: what was created is skipped, and its Message stays", () => {
    const addOn = indonesian();
    addOn.click("Buat pesanan dari pilihan");
    const before = addOn.cells("Message");
    addOn.runWith({ userLocale: "en" });
    expect(addOn.create()).toBe("3 orders: 1 with problems and 2 already created.");
    expect([addOn.cell(2, "Message"), addOn.cell(4, "Message")]).toEqual([before[0], before[2]]);
    expect(addOn.cell(3, "Message")).toMatch(/^F3 Quantity: .* is not a whole number/);
    expect(addOn.made()).toHaveLength(2);
  });
});

import { describeInWorkbench } from "./describe-in-workbench";

const headers = [
  "No. Pesanan",
  "Status Pesanan",
  "Nama Produk",
  "Nomor Referensi SKU",
  "Jumlah",
  "Username (Pembeli)",
  "Nama Penerima",
  "No. Telepon",
  "Alamat Pengiriman",
  "Kota/Kabupaten",
  "Provinsi",
];
const people = ["Siti Nur Rahmawati", "Budi", "Dewi Lestari", "Agus Salim", "Rina"];

function marketplaceSheet(): string {
  const lines = people.map((name, index) =>
    [
      `2411A7KQ0${index}`,
      "Perlu Dikirim",
      "Batik shirt",
      "SKU-var_0102",
      index === 1 || index === 3 ? "2 pcs" : "1",
      `user${index}`,
      name,
      `628125550010${index}`,
      `Jl. Melati No. ${index + 1}`,
      "KOTA BANDUNG",
      "JAWA BARAT",
    ].join(","),
  );
  return [headers.join(","), ...lines].join("\n");
}

describeInWorkbench("a marketplace's sheet as it is", (open) => {
  test("becomes orders: columns confirmed once, a zip for all rows, quantities fixed at one click", async () => {
    const at = await open(marketplaceSheet(), "pesanan.csv");
    const { sidebar } = at;
    await at.saveKey((await at.standIn()).key);

    await at.tab("Columns");
    await sidebar.getByText("This looks like a Shopee export.").waitFor();
    await sidebar.getByLabel("Zip for all rows").fill("40115");
    await at.button("Use these columns").click();
    await sidebar.getByText("Saved", { exact: false }).first().waitFor();

    await at.tab("Run");
    await at.drag("A2", "A6");
    await at.button("Check").click();
    await sidebar.getByText("3 of 5 orders valid").waitFor();

    await at.tab("Problems");
    await sidebar.getByText("Quantity is not a whole number", { exact: false }).first().waitFor();
    await at.button("Fix all 2").click();
    await at.cellShows("E3", /^2$/);
    await at.cellShows("E5", /^2$/);

    await at.tab("Run");
    await at.drag("A2", "A6");
    await at.create();
    await at.button("Create orders now").click();
    const status = await at.column("Status");
    for (const row of [2, 3, 4, 5, 6]) await at.cellShows(`${status}${row}`, /^Created \(test\)$/);
    const { orders } = await at.standIn();
    expect(orders).toHaveLength(5);
    expect(await at.cell("B2").textContent()).toBe("Perlu Dikirim");
    expect(at.complaints).toEqual([]);
  });
});

import type { Connection } from "./connection";
import { element } from "./element";
import type { MenuEntry } from "./menu";
import { showNotice } from "./toasts";

/** The File menu: opening another sheet, saving the result. */
export function fileMenu(connection: Connection, fileName: () => string): MenuEntry[] {
  return [
    { caption: "Open…", action: () => choose(connection) },
    { caption: "Save the result", action: () => void save(connection, fileName()) },
  ];
}

function choose(connection: Connection): void {
  const input = element("input");
  input.type = "file";
  input.accept = ".csv,.xlsx";
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void open(connection, file);
  });
  input.click();
}

async function open(connection: Connection, file: File): Promise<void> {
  try {
    const path = `open?name=${encodeURIComponent(file.name)}`;
    const { message } = await connection.post<{ message: string }>(path, file);
    showNotice(message);
  } catch (error) {
    showNotice(error instanceof Error ? error.message : String(error));
  }
}

async function save(connection: Connection, fileName: string): Promise<void> {
  try {
    const bytes = await (await connection.get("result")).blob();
    const link = element("a");
    link.href = URL.createObjectURL(bytes);
    link.download = resultName(fileName);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  } catch (error) {
    showNotice(error instanceof Error ? error.message : String(error));
  }
}

/** `orders.csv` is saved as `orders.result.csv`; the result of a result keeps its name. */
function resultName(fileName: string): string {
  return fileName.replace(/(\.result)?(\.\w+)$/, ".result$2");
}

// What tutorials show: one request and one written cell for each row. A row with an ID is left out, so a new start goes on.
// biome-ignore lint/correctness/noUnusedVariables: the entry point, which Sheets calls.
function createAll() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues();
  for (let index = 1; index < rows.length; index++) {
    if (rows[index][14] !== "") continue;
    const response = UrlFetchApp.fetch(settings.url, requestOf(rows[index]));
    if (response.getResponseCode() === 429) return "limit";
    if (response.getResponseCode() !== 201) continue;
    sheet.getRange(index + 1, 15).setValue(JSON.parse(response.getContentText()).data.id);
    SpreadsheetApp.flush();
  }
  return "done";
}

// After the well-known mail-merge sample: one read, a request for each row in a loop, one write at the end.
// biome-ignore lint/correctness/noUnusedVariables: the entry point, which Sheets calls.
function createAll() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues();
  const ids = [];
  let limited = false;
  for (let index = 1; index < rows.length; index++) {
    let id = rows[index][14];
    if (id === "" && !limited) {
      const response = UrlFetchApp.fetch(settings.url, requestOf(rows[index]));
      limited = response.getResponseCode() === 429;
      if (response.getResponseCode() === 201) id = JSON.parse(response.getContentText()).data.id;
    }
    ids.push([id]);
  }
  sheet.getRange(2, 15, ids.length, 1).setValues(ids);
  return limited ? "limit" : "done";
}

// The same for all three programs: the request of one row. `settings` is put before this text.
// biome-ignore lint/correctness/noUnusedVariables: the program put below this text calls it.
function requestOf(row) {
  return {
    method: "post",
    contentType: "application/json",
    muteHttpExceptions: true,
    headers: { "x-api-key": settings.key },
    payload: JSON.stringify({
      customer: { firstName: row[1], lastName: row[2], phone: row[3], email: row[4] },
      lineItems: [{ productVariantId: row[5], quantity: row[6] }],
      shippingAddress: {
        firstName: row[1],
        lastName: row[2],
        phone: row[3],
        address1: row[7],
        city: row[8],
        province: row[9],
        country: row[10],
        zip: row[11],
      },
      notes: row[12],
    }),
  };
}

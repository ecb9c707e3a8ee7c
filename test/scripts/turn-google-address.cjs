// Loaded into clasp by --require: turns its requests to Google towards the stand-in of the rehearsal.
const { GOOGLE_STAND_IN: rootUrl } = process.env;
const program = "@google/clasp/build/src/index.js";

if (process.argv[1]?.replaceAll("\\", "/").endsWith(program)) {
  const { google } = require("googleapis");
  for (const api of ["script", "drive", "oauth2"]) {
    const make = google[api].bind(google);
    google[api] = (options) =>
      make({ ...(typeof options === "string" ? { version: options } : options), rootUrl });
  }
  const { GoogleAuth } = require("google-auth-library");
  const { fromJSON } = GoogleAuth.prototype;
  GoogleAuth.prototype.fromJSON = function (...args) {
    const client = fromJSON.apply(this, args);
    client.endpoints.tokenUrl = `${rootUrl}token`;
    return client;
  };
}

// Loaded into clasp by --require: turns its requests to Google towards the stand-in of the rehearsal.
const Module = require("node:module");

const { GOOGLE_STAND_IN: rootUrl } = process.env;
const program = "@google/clasp/build/src/index.js";
const imitated = ["script", "drive", "oauth2"];

if (process.argv[1]?.replaceAll("\\", "/").endsWith(program)) {
  withoutOtherApis();
  const { google } = require("googleapis");
  for (const api of imitated) {
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

/** Finding and compiling Google's three hundred other APIs takes half of clasp's time to start. A call of one fails. */
function withoutOtherApis() {
  const load = Module._load;
  Module._load = (request, parent, ...rest) => {
    const isList = /googleapis[\\/]build[\\/]src[\\/](apis[\\/])?index\.js$/.test(parent?.filename ?? "");
    const [, api] = /^\.\/(?:apis\/)?(\w+)/.exec(request) ?? [];
    const isNeeded = api === undefined || ["googleapis", ...imitated].includes(api);
    return isList && !isNeeded ? { VERSIONS: {} } : load(request, parent, ...rest);
  };
}

// Runs in a worker thread: sends the requests that arrive on the port, all at once, and wakes the thread that waits for them.
// Plain JavaScript, because Node loads it by itself, without a TypeScript loader.
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { parentPort, workerData } from "node:worker_threads";

const { signal, port } = workerData;
const mostRedirects = 10;
const mostAtOnce = 100;

port.on("message", async ({ requests }) => {
  const results = Array(requests.length);
  const queue = requests.map((request, index) => ({ request, index }));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next.index] = await send(next.request).catch((error) => ({
        failure: failureText(next.request.url, error),
      }));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, lane));
  port.postMessage(results);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
parentPort.unref();

async function send(request) {
  let next = request;
  for (let hops = 0; ; hops++) {
    const response = await sendOnce(next);
    const location = response.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
    const redirected = response.status >= 300 && response.status < 400 && location !== undefined;
    if (!redirected || !request.followRedirects || hops === mostRedirects) return { response };
    const keepsBody = response.status === 307 || response.status === 308;
    next = {
      ...next,
      url: new URL(location, next.url).href,
      ...(keepsBody ? {} : { method: "GET", body: null }),
    };
  }
}

function sendOnce({ url, method, headers, body, validateCertificates, timeoutMs }) {
  const send = url.startsWith("https:") ? httpsRequest : httpRequest;
  const length = body === null ? {} : { "Content-Length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    // A connection of its own for every request: a kept one may be closed by the server in the moment it is used again.
    const options = {
      method,
      headers: { ...headers, ...length },
      agent: false,
      rejectUnauthorized: validateCertificates,
    };
    const outgoing = send(url, options, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        clearTimeout(timer);
        const { rawHeaders } = incoming;
        const pairs = rawHeaders.flatMap((name, index) =>
          index % 2 === 0 ? [[name, rawHeaders[index + 1]]] : [],
        );
        resolve({
          status: incoming.statusCode,
          headers: pairs,
          body: Buffer.concat(chunks).toString("utf8"),
        });
      });
    });
    const timer = setTimeout(() => {
      outgoing.destroy(Object.assign(new Error("timeout"), { code: "TIMED_OUT" }));
    }, timeoutMs);
    outgoing.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.end(body ?? undefined);
  });
}

function failureText(url, error) {
  const code = String(error.code ?? "");
  if (code === "TIMED_OUT" || code === "ETIMEDOUT") return `Timeout: ${url}`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `DNS error: ${url}`;
  if (code.includes("CERT") || code.includes("SIGNED_CERT")) return `SSL Error: ${url}`;
  return `Address unavailable: ${url}`;
}

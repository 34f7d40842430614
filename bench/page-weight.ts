import { get } from "node:http";
import { gunzipSync } from "node:zlib";

/** Bytes that travel at the first view of a page, as a browser would load it. */
export type PageWeight = {
  readonly firstViewBytes: number;
  readonly javascriptBytes: number;
  /** Of the page alone. */
  readonly htmlBytes: number;
};

/** Loads a page with all that it and its styles name — scripts, icons, every font — compressed as it is sent. */
export async function pageWeight(address: string, path: string): Promise<PageWeight> {
  const page = await load(`${address}${path}`);
  let firstViewBytes = page.bytes;
  let javascriptBytes = 0;
  const seen = new Set<string>();
  const open = named(page.text);
  for (let asset = open.pop(); asset !== undefined; asset = open.pop()) {
    if (seen.has(asset)) continue;
    seen.add(asset);
    const { bytes, text } = await load(`${address}${asset}`);
    firstViewBytes += bytes;
    if (asset.endsWith(".js")) javascriptBytes += bytes;
    if (asset.endsWith(".css")) open.push(...named(text));
  }
  return { firstViewBytes, javascriptBytes, htmlBytes: page.bytes };
}

/** Addresses of assets in a page or in a style. */
const named = (text: string): string[] => text.match(/\/assets\/[\w./-]+/g) ?? [];

/** fetch() would hide how many bytes travelled. */
async function load(url: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ bytes: number; text: string }>();
  get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("error", reject);
    answer.on("end", () => {
      const sent = Buffer.concat(chunks);
      const isPacked = answer.headers["content-encoding"] === "gzip";
      resolve({ bytes: sent.length, text: (isPacked ? gunzipSync(sent) : sent).toString("utf8") });
    });
  }).on("error", reject);
  return promise;
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Asset, type Assets, assetPaths } from "../assets.ts";
import { galleryPages, renderGallery } from "../gallery.tsx";
import { isLang } from "../lang.ts";

/** The policy of the real server, so that the browser refuses here what it would refuse there. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; object-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export type GalleryServer = { readonly origin: string; close(): Promise<void> };

/** Serves the sample pages and their assets on a free local port. */
export async function serveGallery(assets: Assets): Promise<GalleryServer> {
  const files = new Map<string, Asset>(
    [assets.css, assets.js, ...assets.fonts].map((asset) => [asset.path, asset]),
  );
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://gallery.invalid");
    const file = files.get(url.pathname);
    if (file !== undefined) {
      response.writeHead(200, { "content-type": file.contentType }).end(file.body);
      return;
    }
    const page = galleryPages.find((name) => url.pathname === `/${name}`);
    const lang = url.searchParams.get("lang");
    if (page === undefined) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(renderGallery(page, { lang: isLang(lang) ? lang : "vi", assets: assetPaths(assets) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";
import type { AssetPaths } from "./shell/page-frame.tsx";

/** A file served from memory under a name that changes with its content, so that it may be cached for ever. */
export type Asset = { readonly path: string; readonly body: Buffer; readonly contentType: string };
export type Assets = { readonly css: Asset; readonly js: Asset; readonly fonts: readonly Asset[] };

/** Order matters: later sheets refine earlier ones. */
const sheets = [
  "fonts",
  "tokens",
  "dark",
  "base",
  "type",
  "citizen",
  "officer",
  "forms",
  "tables",
  "calendar",
  "badges",
  "timeline",
  "diagram",
  "print",
];

/** Browsers of the last four years; older ones get the pages without enhancement. */
const targets = ["chrome111", "firefox115", "safari16.4"];

/** Bundles style sheets, enhancers and fonts into memory. Called once at start; takes about 50 ms. */
export function loadAssets(): Assets {
  const fonts = readdirSync(folder("fonts"))
    .filter((name) => name.endsWith(".woff2"))
    .map((name) => asset(name, readFileSync(`${folder("fonts")}/${name}`), "font/woff2"));
  return { css: bundleCss(fonts), js: bundleEnhancers(), fonts };
}

/** The addresses a page links to. The two files of the regular weight are loaded ahead; the others when used. */
export function assetPaths(assets: Assets): AssetPaths {
  const preloads = assets.fonts.map((font) => font.path).filter((path) => path.includes("-400."));
  return { css: assets.css.path, js: assets.js.path, preloads };
}

function bundleCss(fonts: readonly Asset[]): Asset {
  let source = sheets.map((name) => readFileSync(`${folder("css")}/${name}.css`, "utf8")).join("\n");
  for (const font of fonts) source = source.replaceAll(`url("${plainName(font)}")`, `url("${font.path}")`);
  const { code } = transformSync(source, { loader: "css", minify: true, target: targets });
  return asset("app.css", Buffer.from(code), "text/css; charset=utf-8");
}

function bundleEnhancers(): Asset {
  const { outputFiles } = buildSync({
    entryPoints: [`${folder("enhance")}/main.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: targets,
    legalComments: "none",
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error("esbuild gave no output for src/ui/enhance/main.ts");
  return asset("app.js", Buffer.from(bundle.contents), "text/javascript; charset=utf-8");
}

function asset(name: string, body: Buffer, contentType: string): Asset {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  return { path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, body, contentType };
}

/** "be-vietnam-pro-latin-400.0a1b2c3d4e5f.woff2" → "be-vietnam-pro-latin-400.woff2". */
function plainName(font: Asset): string {
  return basename(font.path).replace(/\.[0-9a-f]{12}\./, ".");
}

function folder(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

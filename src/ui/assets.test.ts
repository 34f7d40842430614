import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { assetPaths, loadAssets } from "./assets.ts";
import { renderGallery } from "./gallery.tsx";

const assets = loadAssets();

describe("the assets", () => {
  it("have names that follow their content", () => {
    expect(assets.css.path).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.css$/);
    expect(assets.js.path).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.js$/);
    expect(loadAssets().css.path).toBe(assets.css.path);
  });

  it("name every font by its hashed address in the style sheet and nothing from elsewhere", () => {
    const css = assets.css.body.toString("utf8");
    const used = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address);
    expect(new Set(used)).toEqual(new Set(assets.fonts.map((font) => font.path)));
  });

  it("keep all enhancers within 10 kB", () => {
    expect(assets.js.body.length).toBeLessThanOrEqual(10_000);
  });

  it("keep a first view of the home page within 60 kB, fonts included", () => {
    const page = Buffer.from(renderGallery("citizen-home", { lang: "vi", assets: assetPaths(assets) }));
    const compressed = [page, assets.css.body, assets.js.body].map((body) => gzipSync(body).length);
    const fonts = assets.fonts.map((font) => font.body.length);
    expect([...compressed, ...fonts].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
  });

  it("load only the two files of the regular weight ahead", () => {
    const { preloads } = assetPaths(assets);
    expect(preloads).toHaveLength(2);
    for (const path of preloads) expect(path).toContain("-400.");
  });
});

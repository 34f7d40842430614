import { describe, expect, it } from "vitest";
import { galleryPages, renderGallery } from "./gallery.tsx";
import { langs } from "./lang.ts";

const assets = { css: "/assets/app.css", js: "/assets/app.js", preloads: ["/assets/a.woff2"] };
const rendered = langs.flatMap((lang) =>
  galleryPages.map((page) => ({ page, lang, html: renderGallery(page, { lang, assets }) })),
);

function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}

function tags(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>`, "g"))].map(([tag]) => tag);
}

describe.each(rendered)("the sample page $page in $lang", ({ lang, html }) => {
  it("is a whole document in its language with one title of first rank", () => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}">`));
    expect(tags(html, "main")).toHaveLength(1);
    expect(tags(html, "h1").length).toBeGreaterThanOrEqual(1);
  });

  it("gives each id once", () => {
    const ids = attributes(html, "id");
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("names every field by a label or in words for screen readers", () => {
    const labelled = new Set(attributes(html, "for"));
    const fields = ["input", "select", "textarea"].flatMap((name) => tags(html, name));
    const nameless = fields.filter((tag) => {
      if (/type="hidden"/.test(tag) || /aria-label="/.test(tag)) return false;
      return !labelled.has(attributes(tag, "id")[0] ?? "");
    });
    expect(nameless).toEqual([]);
  });

  it("points only at ids that are there", () => {
    const ids = new Set(attributes(html, "id"));
    const pointers = ["for", "aria-describedby", "aria-labelledby", "form"].flatMap((name) =>
      attributes(html, name),
    );
    const anchors = attributes(html, "href")
      .filter((href) => href.startsWith("#"))
      .map((href) => href.slice(1));
    const lost = [...pointers.flatMap((value) => value.split(" ")), ...anchors].filter((id) => !ids.has(id));
    expect(lost).toEqual([]);
  });

  it("holds nothing the content policy forbids", () => {
    expect(attributes(html, "style")).toEqual([]);
    expect(html).not.toMatch(/<style/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(tags(html, "script")).toEqual(['<script type="module" src="/assets/app.js">']);
  });

  it("sends the token of the session with every post", () => {
    const posts = html
      .split("<form")
      .slice(1)
      .filter((form) => /^[^>]*method="post"/.test(form));
    for (const form of posts)
      expect(form.slice(0, form.indexOf("</form>"))).toContain('name="_csrf" value="token"');
  });
});

describe("the sample pages", () => {
  it("escape what people typed", () => {
    const html = renderGallery("citizen-form", { lang: "vi", assets });
    expect(html).toContain("sáng &amp; chiều");
    expect(html).not.toContain("<Đầm>");
  });

  it("put the error into the title and lead from the summary to the field", () => {
    const html = renderGallery("citizen-form", { lang: "en", assets });
    expect(html).toContain("<title>Error: ");
    expect(html).toContain('<a href="#born">');
    expect(html).toMatch(/id="born"[^>]*aria-describedby="born-error"[^>]*aria-invalid="true"/);
  });

  it("offer the other language with the query kept", () => {
    const html = renderGallery("officer-queue", { lang: "vi", assets });
    expect(html).toContain('href="/viec?loc=tat-ca&amp;lang=en"');
  });
});

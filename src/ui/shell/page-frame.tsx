import type { ComponentChildren, VNode } from "preact";
import { type Lang, PageContext, uiTexts } from "../lang.ts";

/** The hashed addresses a page links to; `assetPaths()` of assets.ts makes them. */
export type AssetPaths = { readonly css: string; readonly js: string; readonly preloads: readonly string[] };

/** What every page says about itself, whatever its face. */
export type PageProps = {
  readonly lang: Lang;
  /** Words of the page alone; the product and province are added. */
  readonly title: string;
  /** Name of the province, such as "Tỉnh Ninh Bình". */
  readonly province: string;
  /** Path with query of this page, for the language link. */
  readonly path: string;
  readonly assets: AssetPaths;
  /** Token of the session; `Form` and the sign-out button send it back. */
  readonly csrf?: string | undefined;
  /** Puts "Error:" before the title, so that a screen reader says it first. */
  readonly hasErrors?: boolean | undefined;
  /** Without JavaScript the page is read again after so many seconds; for pages that live. */
  readonly refreshSeconds?: number | undefined;
  readonly children?: ComponentChildren;
};

type FrameProps = PageProps & { readonly face: "citizen" | "officer" };

/** The document around both faces: head, language, context. */
export function PageFrame({
  lang,
  title,
  province,
  assets,
  csrf,
  hasErrors,
  refreshSeconds,
  face,
  children,
}: FrameProps): VNode {
  const texts = uiTexts(lang);
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#9d1b2a" />
        <title>{`${hasErrors === true ? texts.errorTitlePrefix : ""}${title} · ${texts.productName} ${province}`}</title>
        {assets.preloads.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.css} />
        {refreshSeconds === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={`${refreshSeconds}`} />
          </noscript>
        )}
        <script type="module" src={assets.js} />
      </head>
      <body class={face}>
        <a class="skip" href="#main">
          {texts.skipToContent}
        </a>
        <PageContext.Provider value={{ lang, csrf }}>{children}</PageContext.Provider>
      </body>
    </html>
  );
}

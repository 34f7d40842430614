import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./messages.en.ts";
import { type UiMessages, vi } from "./messages.vi.ts";

/** The languages of the interface; Vietnamese is the official one and the default. */
export type Lang = "vi" | "en";

export const langs: readonly Lang[] = ["vi", "en"];

/** True when the text is a language the interface speaks. */
export function isLang(text: unknown): text is Lang {
  return text === "vi" || text === "en";
}

/** What a page hands to all its parts without naming it at each: language and the CSRF token of its forms. */
export type PageContext = { readonly lang: Lang; readonly csrf: string | undefined };

export const PageContext = createContext<PageContext>({ lang: "vi", csrf: undefined });

/** The language of the page being rendered (Vietnamese outside a shell). */
export function useLang(): Lang {
  return useContext(PageContext).lang;
}

/** The words of the design system in the language of the page. */
export function useTexts(): UiMessages {
  return uiTexts(useLang());
}

/** The words of the design system in a language. */
export function uiTexts(lang: Lang): UiMessages {
  return lang === "vi" ? vi : en;
}

/** The same page in another language: keeps the query, replaces `lang`. Only the path is kept of a full address. */
export function withLang(path: string, lang: Lang): string {
  const url = new URL(path, "http://page.invalid");
  url.searchParams.set("lang", lang);
  return `${url.pathname}${url.search}`;
}

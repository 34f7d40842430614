import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** Renders a whole page to HTML with its doctype; every text is escaped by Preact. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

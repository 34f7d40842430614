/** What a browser would show of a page, for tests: texts without markup, and the fields as they would be sent again. */
export function textOf(html: string): string {
  return decode(html.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
}

/** The value of an input, text area or chosen option of this name; undefined where there is none. */
export function fieldValue(html: string, name: string): string | undefined {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const area = new RegExp(`<textarea[^>]*name="${quoted}"[^>]*>([^<]*)</textarea>`).exec(html);
  if (area) return decode(area[1] ?? "");
  const select = new RegExp(`<select[^>]*name="${quoted}"[^>]*>(.*?)</select>`).exec(html);
  if (select) {
    const chosen = /<option[^>]*selected[^>]*>/.exec(select[1] ?? "")?.[0] ?? "";
    return decode(/value="([^"]*)"/.exec(chosen)?.[1] ?? "");
  }
  for (const [tag] of html.matchAll(new RegExp(`<input[^>]*name="${quoted}"[^>]*>`, "g"))) {
    const box = /type="(checkbox|radio)"/.test(tag);
    if (!box || / checked[ >/]/.test(tag)) return decode(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return undefined;
}

/** The fields that the error summary leads to. */
export function faultyFields(html: string): string[] {
  const summary = /class="error-list">(.*?)<\/ul>/.exec(html)?.[1] ?? "";
  return [...summary.matchAll(/href="#([^"]+)"/g)].map((match) => decode(match[1] ?? ""));
}

function decode(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

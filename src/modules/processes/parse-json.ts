/** What JSON says, its texts as a database can keep them; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === "string" ? cleanText(value) : value));
  } catch {
    return undefined;
  }
}

/** Without NUL and halves of characters, which no database keeps; letters and their marks as one, as forms send them. */
export function cleanText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed().normalize("NFC");
}

/**
 * The one JSON text of a value, for hashing (RFC 8785): keys sorted by UTF-16 code units, no spaces, ECMAScript numbers.
 * Takes null, booleans, finite numbers, well-formed strings, arrays and plain objects.
 * Throws TypeError on anything else (undefined, NaN, Date, Map, bigint, a lone surrogate), naming the place:
 * what is left out silently could be changed silently.
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$");
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean") return `${value}`;
  if (typeof value === "string") return text(value, path);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown, i) => write(item, `${path}[${i}]`)).join()}]`;
  }
  if (isPlainObject(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${text(key, path)}:${write(value[key], `${path}.${key}`)}`).join()}}`;
  }
  throw new TypeError(`no canonical JSON for ${typeof value} at ${path}`);
}

function text(s: string, path: string): string {
  if (!s.isWellFormed()) throw new TypeError(`a lone surrogate has no canonical JSON at ${path}`);
  return JSON.stringify(s);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

import { createHash } from "node:crypto";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { parseIso, toIso } from "../../kernel/time.ts";
import type { CaseAction } from "./domain/case-action.ts";

/**
 * The bytes of an action that are hashed and kept: canonical JSON (sorted keys), instants as ISO 8601 in UTC so that
 * anybody can read and check them without this program. Names of instants end in "At" (or are "at").
 */
export function actionBody(action: CaseAction): string {
  return canonicalJson(mapInstants(action, (value) => (typeof value === "number" ? toIso(value) : value)));
}

/** Reads a body back. */
export function actionOfBody(body: string): CaseAction {
  const parsed: unknown = JSON.parse(body);
  return mapInstants(parsed, (value) => (typeof value === "string" ? parseIso(value) : value)) as CaseAction;
}

/** SHA-256 over the previous hash of the case (nothing before the first action) and the body in UTF-8. */
export function actionHash(previous: Buffer | undefined, body: string): Buffer {
  const hash = createHash("sha256");
  if (previous !== undefined) hash.update(previous);
  return hash.update(body, "utf8").digest();
}

function mapInstants(value: unknown, convert: (instant: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapInstants(item, convert));
  if (typeof value !== "object" || value === null) return value;
  const mapped: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    mapped[key] = key === "at" || key.endsWith("At") ? convert(inner) : mapInstants(inner, convert);
  }
  return mapped;
}

import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { canonicalJson } from "../../../kernel/canonical-json.ts";
import { DAY_MS, type Instant, MINUTE_MS, toIso } from "../../../kernel/time.ts";
import type { EffectPreview, Proposal } from "../../organisation/index.ts";
import type { Db } from "../case-store.ts";

/** Without a sign of life for so long whoever counted is dead. */
const QUIET_MS = MINUTE_MS;
/** What would happen today says nothing of the day after. */
const KEPT_MS = DAY_MS;

/** What a declaration would do, as it is counted in the background. */
export type KeptPreview = {
  readonly notedAt: Instant;
  readonly done: number;
  readonly total: number;
  readonly result: EffectPreview | null;
  readonly endedAt: Instant | null;
};

/** The same days for the same unit, asked while no other calendar was declared, are counted once. */
export function previewKey({ changes, scope }: Proposal, newestCalendar: number): string {
  const text = canonicalJson({ calendar: newestCalendar, changes, scope: scope ?? null });
  return createHash("sha256").update(text, "utf8").digest("hex");
}

export async function findPreview(db: Db, key: string, now: Instant): Promise<KeptPreview | undefined> {
  const found = await db.query<KeptPreview>({
    name: "cases.preview.find",
    text: `select noted_at as "notedAt", done, total, result, ended_at as "endedAt" from cases.due_preview
           where key = $1 and begun_at > $2`,
    values: [key, toIso(now - KEPT_MS)],
  });
  return found.rows[0];
}

/** Whether nobody counts it any more, though it has no result. */
export function isForsaken({ notedAt, result }: KeptPreview, now: Instant): boolean {
  return result === null && notedAt < now - QUIET_MS;
}

/**
 * Enters what is to be counted, or takes up again what is forsaken; old ones are forgotten.
 * @returns whether a job is owed: of many who ask at once one is told so.
 */
export async function enterPreview(
  sql: PoolClient,
  key: string,
  { scope, ...declaration }: Proposal,
  now: Instant,
): Promise<boolean> {
  await sql.query("delete from cases.due_preview where begun_at <= $1", [toIso(now - KEPT_MS)]);
  const entered = await sql.query(
    `insert into cases.due_preview as p (key, scope, declaration, begun_at, noted_at) values ($1, $2, $3, $4, $4)
     on conflict (key) do update set noted_at = excluded.noted_at, done = 0, total = 0, ended_at = null
       where p.result is null and p.noted_at < $5`,
    [key, scope ?? null, JSON.stringify(declaration), toIso(now), toIso(now - QUIET_MS)],
  );
  return entered.rowCount === 1;
}

export type OwedPreview = { readonly key: string; readonly proposal: Proposal };

/** The one with this key, else the one that has waited longest; undefined when all are counted. */
export async function owedPreview(db: Db, key: string): Promise<OwedPreview | undefined> {
  const found = await db.query<{ key: string; scope: number | null; declaration: Omit<Proposal, "scope"> }>({
    name: "cases.preview.owed",
    text: `select key, scope, declaration from cases.due_preview
           where result is null and (ended_at is null or key = $1) order by key <> $1, begun_at limit 1`,
    values: [key],
  });
  const [row] = found.rows;
  return row && { key: row.key, proposal: { ...row.declaration, scope: row.scope ?? undefined } };
}

export async function notePreview(
  db: Db,
  key: string,
  at: Instant,
  far: { readonly done: number; readonly total: number },
): Promise<void> {
  await db.query({
    name: "cases.preview.note",
    text: "update cases.due_preview set noted_at = $2, done = $3, total = $4, ended_at = null where key = $1",
    values: [key, toIso(at), far.done, far.total],
  });
}

/** @param result without one it failed. */
export async function endPreview(db: Db, key: string, at: Instant, result?: EffectPreview): Promise<void> {
  await db.query({
    name: "cases.preview.end",
    text: "update cases.due_preview set noted_at = $2, ended_at = $2, result = $3 where key = $1",
    values: [key, toIso(at), result === undefined ? null : JSON.stringify(result)],
  });
}

export async function forgetPreview(db: Db, key: string): Promise<void> {
  await db.query({
    name: "cases.preview.forget",
    text: "delete from cases.due_preview where key = $1",
    values: [key],
  });
}

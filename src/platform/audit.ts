import type { Pool, PoolClient } from "pg";
import { type Instant, toIso } from "../kernel/time.ts";
import type { Actor } from "./permission.ts";

/** One line of the audit: who ran which command on what, with which answer ("done" or the word of the refusal). */
export type AuditEntry = {
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: string;
  readonly subject?: string;
  readonly outcome: string;
  /** No personal data here: ids, codes, counts. */
  readonly detail?: Record<string, unknown>;
};

/** The officer's or token's number; undefined for the public and the operator. */
export function actorId(actor: Actor): number | undefined {
  return actor.kind === "officer" || actor.kind === "system" ? actor.id : undefined;
}

/** Appends an entry; inside the command's transaction when `db` is its client. */
export async function writeAudit(db: Pool | PoolClient, entry: AuditEntry): Promise<void> {
  await db.query({
    name: "platform.audit",
    text: `insert into platform.audit (at, actor_kind, actor_id, command, subject, outcome, detail)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      toIso(entry.at),
      entry.actor.kind,
      actorId(entry.actor) ?? null,
      entry.command,
      entry.subject ?? null,
      entry.outcome,
      entry.detail === undefined ? null : JSON.stringify(entry.detail),
    ],
  });
}

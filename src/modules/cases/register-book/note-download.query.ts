import type { Instant } from "../../../kernel/time.ts";
import { writeAudit } from "../../../platform/audit.ts";
import type { Actor } from "../../../platform/permission.ts";
import type { Db } from "../case-store.ts";

/** Keeps in the audit that somebody printed or downloaded a register with its personal data. */
export function noteDownload(
  db: Db,
  actor: Actor,
  at: Instant,
  kind: "pdf" | "csv",
  unitCode: string,
  lines: number,
): Promise<void> {
  const detail = { kind, lines };
  return writeAudit(db, { at, actor, command: "case.register", subject: unitCode, outcome: "done", detail });
}

import type { Instant } from "../../kernel/time.ts";
import { type Database, tablesOf } from "../../platform/database.ts";
import type { AccountsTables } from "./accounts-tables.ts";
import { forgetOldAttempts } from "./attempt-store.ts";
import { forgetOldSessions } from "./session-store.ts";

/** Deletes sessions and failed attempts that no longer matter; harmless at any time, meant for a daily job. */
export async function forgetExpired(database: Database, now: Instant): Promise<void> {
  const db = tablesOf<AccountsTables>(database);
  await forgetOldSessions(db, now);
  await forgetOldAttempts(db, now);
}

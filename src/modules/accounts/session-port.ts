import { writeAudit } from "../../platform/audit.ts";
import type { Database } from "../../platform/database.ts";
import type { Session, SessionPort } from "../../platform/http/access.ts";
import { isAlive, needsTouch } from "./domain/session-life.ts";
import type { OfficerOf } from "./officer-of.ts";
import { tokenHash } from "./secret-token.ts";
import { findSessionRow, findTokenRow, touchSession } from "./session-port.query.ts";

/** A session that also knows whether its officer must first choose a new password. */
export type AccountSession = Session & { readonly mustChangePassword: boolean };

/**
 * Who is behind a cookie or a bearer token: one prepared statement for each request, and once a minute a second one
 * that notes the visit. A session is nobody's when it is too old, its account is disabled or its officer has left.
 */
export function sessionPort(database: Database, officerOf: OfficerOf): SessionPort {
  return {
    async findSession(token, now): Promise<AccountSession | undefined> {
      const hash = tokenHash(token);
      const row = await findSessionRow(database, hash);
      if (row === undefined) return undefined;
      const times = { lastSeenAt: row.last_seen_at, expiresAt: row.expires_at };
      const officer = officerOf(row.officer_id);
      if (!isAlive(times, now) || officer === undefined) return undefined;
      if (needsTouch(times, now)) await touchSession(database, hash, now);
      return {
        actor: { kind: "officer", id: row.officer_id, name: officer.name, posts: officer.posts },
        csrfToken: row.csrf_token,
        secondFactorPending: row.second_factor_pending,
        username: row.username,
        place: officer.place,
        mustChangePassword: row.must_change_password,
      };
    },
    async findSystem(bearerToken, now) {
      const row = await findTokenRow(database, tokenHash(bearerToken), now);
      if (row === undefined) return undefined;
      const { id, name, permissions, unit_id: unitId } = row;
      return { kind: "system", id, name, permissions, unitId };
    },
    noteDenied: ({ route, ...attempt }) =>
      writeAudit(database.pool, { ...attempt, command: route, outcome: "not-permitted" }),
  };
}

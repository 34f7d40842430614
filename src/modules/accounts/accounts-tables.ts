import { type ColumnType, type Generated, type Kysely, type RawBuilder, sql } from "kysely";
import { type Instant, toIso } from "../../kernel/time.ts";
import type { Permission } from "../../platform/permission.ts";

/** timestamptz: read as epoch milliseconds, written as ISO text. */
type At = ColumnType<number, string, string>;
type MaybeAt = ColumnType<number | null, string | null | undefined, string | null>;

/** The tables of the accounts room (db/migrations/0003_accounts.sql). */
export type AccountsTables = {
  "accounts.account": {
    officer_id: number;
    username: string;
    password_hash: string;
    password_changed_at: At;
    must_change_password: Generated<boolean>;
    totp_secret: string | null;
    totp_confirmed_at: MaybeAt;
    totp_last_step: number | null;
    disabled_at: MaybeAt;
    demo: Generated<boolean>;
  };
  "accounts.sign_in_attempt": {
    name_hash: Buffer;
    failed_count: number;
    last_failed_at: At;
    locked_until: MaybeAt;
  };
  "accounts.session": {
    token_hash: Buffer;
    officer_id: number;
    csrf_token: string;
    created_at: At;
    last_seen_at: At;
    expires_at: At;
    second_factor_pending: boolean;
    user_agent: string | null;
  };
  "accounts.system_token": {
    id: Generated<number>;
    name: string;
    token_hash: Buffer;
    permissions: Permission[];
    unit_id: number;
    created_at: At;
    created_by: number | null;
    expires_at: MaybeAt;
    revoked_at: MaybeAt;
  };
};

/** The pool or a transaction over the tables of this room; the same functions serve both. */
export type AccountsDb = Kysely<AccountsTables>;

/** An instant to compare a column with. */
export function at(instant: Instant): RawBuilder<number> {
  return sql<number>`${toIso(instant)}::timestamptz`;
}

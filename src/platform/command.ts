import { Kysely, PostgresDialect } from "kysely";
import type { Pool, PoolClient } from "pg";
import type { z } from "zod";
import { type Result, refuse } from "../kernel/result.ts";
import type { Instant } from "../kernel/time.ts";
import { writeAudit } from "./audit.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { type Actor, holds, type Permission } from "./permission.ts";

/** What a command may use while it runs; everything it writes lies in one transaction. */
export type CommandContext<Tables> = {
  readonly db: Kysely<Tables>;
  /** The same transaction for statements in plain SQL. */
  readonly sql: PoolClient;
  readonly actor: Actor;
  readonly now: Instant;
  /** Says in the audit what the command was about, such as a username or procedure code; no personal data. */
  about(subject: string, detail?: Record<string, unknown>): void;
};

/** A command: its name in the audit, who may run it, what it takes and what it does. */
export type Command<Tables, Input, Value, Refusal extends string> = {
  readonly name: string;
  /** undefined: anybody, such as signing in */
  readonly permission: Permission | undefined;
  readonly input: z.ZodType<Input>;
  run(context: CommandContext<Tables>, input: Input): Promise<Result<Value, Refusal>>;
};

export type CommandDeps = { readonly database: Database; readonly clock: Clock };

/**
 * Runs a command: permission, the work, the audit entry, all in one transaction or nothing at all.
 * A refusal is rolled back and leaves only its audit entry; an exception leaves nothing.
 */
export async function runCommand<Tables, Input, Value, Refusal extends string>(
  deps: CommandDeps,
  actor: Actor,
  command: Command<Tables, Input, Value, Refusal>,
  input: Input,
): Promise<Result<Value, Refusal | "not-permitted">> {
  const now = deps.clock();
  let about: { subject?: string; detail?: Record<string, unknown> } = {};
  const audit = (db: Pool | PoolClient, outcome: string) =>
    writeAudit(db, { at: now, actor, command: command.name, outcome, ...about });

  if (command.permission !== undefined && !holds(actor, command.permission)) {
    await audit(deps.database.pool, "not-permitted");
    return refuse("not-permitted");
  }
  const client = await deps.database.aside.connect();
  try {
    await client.query("begin");
    const result = await command.run(
      {
        db: onClient<Tables>(client),
        sql: client,
        actor,
        now,
        about: (subject, detail) => {
          about = detail === undefined ? { subject } : { subject, detail };
        },
      },
      input,
    );
    if (result.ok) {
      await audit(client, "done");
      await client.query("commit");
    } else {
      await client.query("rollback");
      await audit(client, result.refusal);
    }
    return result;
  } catch (bug) {
    await client.query("rollback");
    throw bug;
  } finally {
    client.release();
  }
}

/** The query builder over one open client: what it runs belongs to that client's transaction. */
function onClient<Tables>(client: PoolClient): Kysely<Tables> {
  const borrowed = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => borrowed, end: async () => {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as Pool }) });
}

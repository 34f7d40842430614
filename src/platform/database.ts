import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/** The role under which the program works: it cannot update or delete actions (design: history is append-only). */
export const APP_ROLE = "motcua_app";

/** The connections of a process. The typed query builder lies over the first pool; module files narrow it to their own tables. */
export type Database = {
  /** For single statements, which hold nothing while they wait for a connection. */
  readonly pool: pg.Pool;
  /**
   * For what holds a connection while it may ask for another: transactions of commands, the locks of jobs, the worker's
   * own listening. Were they in one pool, as many of them at once as it has connections would wait for each other for ever.
   */
  readonly aside: pg.Pool;
  close(): Promise<void>;
};

/** The worker listens on one, each of its four jobs may hold a lock; the others are for transactions, theirs too. */
const ASIDE = 8;

// Instants are epoch milliseconds in the program: timestamptz is read as a number. int8 counts fit a number too.
// Nearly all come in UTC, hundreds a page: for them without a pattern.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  Date.parse(
    text.endsWith("+00")
      ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
      : text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"),
  ),
);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date stays "YYYY-MM-DD": it has no time zone to lose.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * Opens the connection pool of the program under the app role.
 * @param url the app's own login, or the owner's with `asAppRole`.
 */
export function openDatabase(
  url: string,
  options: { readonly asAppRole: boolean; readonly max: number },
): Database {
  const pool = openPool(url, options.max, options.asAppRole);
  const aside = openPool(url, ASIDE, options.asAppRole);
  const close = async () => {
    await Promise.all([pool.end(), aside.end()]);
  };
  return { pool, aside, close };
}

function openPool(url: string, max: number, asAppRole: boolean): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // A connection once opened stays: a timer for each pause between two statements would cost more than it saves.
    idleTimeoutMillis: 0,
    application_name: "motcua",
    ...(asAppRole ? { options: `-c role=${APP_ROLE}` } : {}),
  });
  // Without a listener a broken idle connection would end the process; the pool replaces it by itself.
  pool.on("error", () => {});
  // The same for one that is at work: the statement in hand fails and says so.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** The typed query builder over a module's own tables; another module's table does not compile. */
export function tablesOf<Tables>(database: Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: database.pool }) });
}

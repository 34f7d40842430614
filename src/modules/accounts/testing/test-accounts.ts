import type { FastifyInstance } from "fastify";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import type { SettableClock } from "../../../platform/clock.ts";
import { buildServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log.ts";
import { accountsRoutes } from "../accounts-routes.ts";
import { createAccounts } from "../create-accounts-store.ts";
import type { OfficerFacts } from "../officer-of.ts";
import { sessionPort } from "../session-port.ts";
import { assets, plainFrame } from "./plain-frame.tsx";
import { TestBrowser } from "./test-browser.ts";

/** Officers of the tests; their numbers are far from those of the seed. */
export const BINH = { id: 900_001, username: "binh.tt.kiemthu", password: "trà sen buổi sáng" } as const;
export const CUC = { id: 900_002, username: "cuc.lt.kiemthu", password: "mưa trên phố núi" } as const;
export const ADMIN = { id: 900_003, username: "quan.nv.kiemthu", password: "đèo An Khê tháng ba" } as const;

const FACTS: Record<number, OfficerFacts> = {
  [BINH.id]: { name: "Trần Thị Bình", posts: [{ unitId: 1, kind: "desk-officer" }], place: "Phường Pleiku" },
  [CUC.id]: { name: "Lê Thị Cúc", posts: [{ unitId: 1, kind: "specialist" }], place: "Phường Pleiku" },
  [ADMIN.id]: { name: "Nguyễn Văn Quân", posts: [{ unitId: 2, kind: "administrator" }], place: "Sở KH&CN" },
};

type AuditLine = {
  readonly command: string;
  readonly outcome: string;
  readonly actor_id: number | null;
  readonly subject: string | null;
  readonly detail: unknown;
};

export type TestAccounts = {
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  readonly clock: SettableClock;
  /** Officers in service; deleting one is leaving. */
  readonly officers: Map<number, OfficerFacts>;
  browser(): TestBrowser;
  /** The audit entries of this room since the start, oldest first. */
  audit(): Promise<readonly AuditLine[]>;
  /** Rows of sessions, accounts and tokens, to see that a refusal changed nothing. */
  stateOfTables(): Promise<unknown>;
  close(): Promise<void>;
};

/** The accounts room alone on a real server and database, with three officers and a clock that stands still. */
export async function testAccounts(options: { signInsPerMinute?: number } = {}): Promise<TestAccounts> {
  const db = await testDatabase();
  const clock = testClock();
  const officers = new Map(Object.entries(FACTS).map(([id, facts]) => [Number(id), facts]));
  const officerOf = (officerId: number) => officers.get(officerId);
  const server = await buildServer({
    clock: clock.read,
    log: createLog("silent"),
    sessions: sessionPort(db.database, officerOf),
    errorPage: (_request, error) => `<p>${error.word}</p>`,
    secure: false,
    limits: { anonymousPerMinute: 100_000, sessionPerMinute: 100_000 },
  });
  accountsRoutes(server.app, {
    database: db.database,
    clock: clock.read,
    frame: plainFrame,
    officerOf,
    listUnits: () => [{ id: 1, name: "Phường Pleiku" }],
    secureCookies: false,
    issuer: "Một Cửa Gia Lai",
    signInsPerMinute: options.signInsPerMinute ?? 100_000,
  });
  server.app.get("/officer", { config: { access: "officer.self" } }, async () => "officer home");
  server.app.get("/api/v1/reports", { config: { access: "report.read" } }, async () => ({ ok: true }));
  for (const asset of [assets.css, assets.js, ...assets.fonts])
    server.app.get(asset.path, { config: { access: "public" } }, (_request, reply) =>
      reply.type(asset.contentType).send(asset.body),
    );
  const people = [BINH, CUC, ADMIN].map(({ id, username, password }) => ({
    officerId: id,
    username,
    password,
  }));
  await createAccounts(db.database.pool, people, { now: clock.read() });
  return {
    app: server.app,
    db,
    clock,
    officers,
    browser: () => new TestBrowser(server.app),
    audit: async () =>
      (
        await db.ownerPool.query<AuditLine>(
          `select command, outcome, actor_id, subject, detail from platform.audit
           where command like 'account.%' order by id`,
        )
      ).rows,
    stateOfTables: async () =>
      (
        await db.ownerPool.query(
          `select (select jsonb_agg(to_jsonb(a) order by a.officer_id) from accounts.account a where officer_id >= 900000) as accounts,
                  (select jsonb_agg(to_jsonb(s) - 'last_seen_at' order by s.token_hash) from accounts.session s) as sessions,
                  (select jsonb_agg(to_jsonb(t) order by t.id) from accounts.system_token t) as tokens`,
        )
      ).rows[0],
    close: async () => {
      await server.app.close();
      await db.close();
    },
  };
}

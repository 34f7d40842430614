import { randomBytes } from "node:crypto";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { uuidv7 } from "../../src/kernel/ids.ts";
import { DAY_MS, toIso } from "../../src/kernel/time.ts";
import type { VerbName } from "../../src/modules/cases/verbs.ts";
import { type SignedIn, type TestApp, testApp } from "../harness/app.ts";

/** One of each kind of post, the seed's people; who may touch a building permit of the department of construction. */
export const PEOPLE = {
  desk: "an.nv.motcua",
  deskMate: "ha.ttt.motcua",
  deskLeader: "tuan.lq.motcua",
  specialist: "duc.pm.xaydung",
  otherSpecialist: "oanh.vtk.xaydung",
  divisionHead: "thanh.hc.xaydung",
  leader: "phuoc.dh.xaydung",
  clerk: "mai.bt.xaydung",
  /** The same posts elsewhere. */
  wardDesk: "thuy.kt.pleiku",
  stranger: "diep.htn.tuphap",
  strangerHead: "hanh.ttb.tuphap",
  strangerLeader: "nghia.pv.tuphap",
  strangerClerk: "thuy.dt.tuphap",
  controller: "linh.ptk.vanphong",
  administrator: "quang.dn.quantri",
} as const;
export type Person = keyof typeof PEOPLE;

/** What the API says of a case, as far as these tests look. */
export type CaseAnswer = {
  readonly id: string;
  readonly code: string;
  readonly status: number;
  readonly version: number;
  readonly firstDueAt?: string;
  readonly dueAt?: string;
  readonly openSteps: readonly { readonly seq: number; readonly work: string }[];
};

/** Everything the database knows of a case, and the serials that its papers and codes take from. */
export type Trace = { readonly caseRows: string; readonly serials: string; readonly audit: number };

export type Room = {
  readonly app: TestApp;
  unitId(code: string): Promise<number>;
  as(person: Person): Promise<SignedIn>;
  get(person: Person | undefined, url: string): Promise<LightMyRequestResponse>;
  api(person: Person | undefined, url: string, body: unknown): Promise<LightMyRequestResponse>;
  /** A form as the officer's own page sends it. */
  form(
    person: Person,
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<LightMyRequestResponse>;
  /** A token of another system with these permissions for a unit: the value of its authorization header. */
  token(unitCode: string, permissions: readonly string[]): Promise<string>;
  submission(more?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  receive(more?: Readonly<Record<string, unknown>>): Promise<CaseAnswer>;
  /** Does it and fails the test where it is refused. */
  does(person: Person, verb: VerbName, id: string, input?: unknown): Promise<CaseAnswer>;
  trace(id: string): Promise<Trace>;
  /** Lets time pass; nobody's session ends meanwhile. */
  wait(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** The whole program, with people who know how to send it what its pages never would. */
export async function adversaryRoom(): Promise<Room> {
  const app = await testApp();
  const signedIn = new Map<Person, SignedIn>();
  const as = async (person: Person) => {
    const known = signedIn.get(person) ?? (await app.signedIn(PEOPLE[person]));
    signedIn.set(person, known);
    return known;
  };
  const units = await app.db.ownerPool.query<{ id: number; code: string }>(
    "select id, code from organisation.unit",
  );
  const unitId = async (code: string) => {
    const id = units.rows.find((row) => row.code === code)?.id;
    if (id === undefined) throw new Error(`no unit ${code}`);
    return id;
  };
  const api: Room["api"] = async (person, url, body) => {
    const session = person === undefined ? undefined : await as(person);
    const request: InjectOptions = { method: "POST", url, payload: body as object };
    if (session === undefined) return app.inject(request);
    return app.inject({
      ...request,
      cookies: { ...session.cookies },
      headers: { "x-csrf-token": session.csrf },
    });
  };
  const submission: Room["submission"] = async (more = {}) => ({
    caseId: uuidv7(app.clock.read(), randomBytes(10)),
    procedureCode: "1.013236",
    receivingUnitId: await unitId("H21.00.01"),
    decidingUnitId: await unitId("H21.18"),
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    papers: [{ name: "Đơn đề nghị cấp giấy phép xây dựng", form: "original" }],
    ...more,
  });
  const accepted = (answer: LightMyRequestResponse, what: string): CaseAnswer => {
    if (answer.statusCode >= 300) throw new Error(`${what}: ${answer.statusCode} ${answer.body}`);
    return answer.json<CaseAnswer>();
  };
  return {
    app,
    unitId,
    as,
    api,
    submission,
    get: async (person, url) =>
      app.inject({ url, ...(person === undefined ? {} : { cookies: { ...(await as(person)).cookies } }) }),
    form: async (person, url, fields) => app.post(await as(person), url, fields),
    receive: async (more) => accepted(await api("desk", "/api/v1/cases", await submission(more)), "receive"),
    does: async (person, verb, id, input = {}) =>
      accepted(await api(person, `/api/v1/cases/${id}/${verb}`, { input }), `${person} ${verb}`),
    token: async (unitCode, permissions) => {
      const session = await as("administrator");
      const answer = await app.post(session, "/officer/accounts/tokens", {
        name: `test ${randomBytes(4).toString("hex")}`,
        permissions,
        unitId: String(await unitId(unitCode)),
        expiresOn: "",
      });
      const token = /mc_[\w-]{20,}/.exec(answer.body)?.[0];
      if (token === undefined) throw new Error(`no token: ${answer.statusCode}`);
      return `Bearer ${token}`;
    },
    trace: (id) => traceOf(app, id),
    wait: async (ms) => {
      app.clock.moveTo(app.clock.read() + ms);
      const now = app.clock.read();
      await app.db.ownerPool.query("update accounts.session set last_seen_at = $1, expires_at = $2", [
        toIso(now),
        toIso(now + DAY_MS),
      ]);
    },
    close: () => app.close(),
  };
}

async function traceOf(app: TestApp, id: string): Promise<Trace> {
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await app.db.ownerPool.query(sql, [...values])).rows;
  const caseRows = [
    await rows("select to_jsonb(f) as row from cases.case_file as f where id = $1", [id]),
    await rows("select to_jsonb(a) as row from cases.action as a where case_id = $1 order by seq", [id]),
    await rows("select to_jsonb(s) as row from cases.step as s where case_id = $1 order by seq", [id]),
  ];
  const serials = [
    await rows("select * from cases.daily_serial order by 1, 2"),
    await rows("select * from cases.paper_serial order by 1, 2, 3"),
  ];
  const audit = await rows("select count(*)::int as n from platform.audit");
  return { caseRows: JSON.stringify(caseRows), serials: JSON.stringify(serials), audit: Number(audit[0]?.n) };
}

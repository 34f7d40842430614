import { randomBytes } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import { type TestApp, testApp } from "../../../../test/harness/app.ts";
import { testClock } from "../../../../test/harness/clock.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { parseIso } from "../../../kernel/time.ts";
import { type JobRun, listJobRuns } from "../../../platform/job-run.ts";
import { runJob } from "../../../platform/jobs.ts";
import { createLog } from "../../../platform/log.ts";

/** The people of the tests: the province's desk and office, the department of construction, another department. */
export const PEOPLE = {
  desk: "an.nv.motcua",
  deskLeader: "tuan.lq.motcua",
  specialist: "duc.pm.xaydung",
  otherSpecialist: "oanh.vtk.xaydung",
  divisionHead: "thanh.hc.xaydung",
  leader: "phuoc.dh.xaydung",
  clerk: "mai.bt.xaydung",
  office: "danh.tc.vanphong",
  stranger: "diep.htn.tuphap",
  controller: "linh.ptk.vanphong",
  administrator: "quang.dn.quantri",
} as const;
export type Person = keyof typeof PEOPLE;

export type SomeCase = { readonly id: string; readonly code: string };

/** The whole program with a clock that the test moves. */
export type SteeringRoom = {
  readonly app: TestApp;
  /** Moves the clock to a local time such as "2026-11-24T09:00". */
  at(local: string): void;
  /** A building permit (ten working days) for the department of construction, at this place of its way. */
  caseAt(
    place: "desk" | "specialist" | "drafted" | "division-head" | "leader" | "clerk" | "return",
  ): Promise<SomeCase>;
  does(person: Person, verb: string, one: SomeCase, input?: object): Promise<void>;
  /** Runs a job as the worker would; gives how it went. */
  run(job: string): Promise<JobRun | undefined>;
  get(person: Person | undefined, url: string): Promise<LightMyRequestResponse>;
  post(
    person: Person,
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

const DRAFT = { kind: "granted", title: "Giấy phép xây dựng", content: "Đủ điều kiện" };
const WAY = [
  ["specialist", [["desk", "pass-on", {}]]],
  ["drafted", [["specialist", "draft-result", DRAFT]]],
  ["division-head", [["specialist", "pass-on", {}]]],
  ["leader", [["divisionHead", "pass-on", {}]]],
  ["clerk", [["leader", "approve", {}]]],
  ["return", [["clerk", "issue", {}]]],
] as const;

export async function steeringRoom(): Promise<SteeringRoom> {
  const clock = testClock();
  const app = await testApp({ clock });
  const deps = { database: app.db.database, clock: clock.read, log: createLog("silent"), jobs: app.jobs };

  const send = async (person: Person, url: string, payload: object): Promise<unknown> => {
    const { cookies, csrf } = await app.signedIn(PEOPLE[person]);
    const answer = await app.inject({
      method: "POST",
      url,
      cookies: { ...cookies },
      headers: { "x-csrf-token": csrf },
      payload,
    });
    if (answer.statusCode >= 400) throw new Error(`${person} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  const does: SteeringRoom["does"] = async (person, verb, { id }, input = {}) => {
    await send(person, `/api/v1/cases/${id}/${verb}`, { input });
  };

  return {
    app,
    at: (local) => clock.moveTo(parseIso(`${local}+07:00`)),
    does,
    caseAt: async (place) => {
      const received = (await send("desk", "/api/v1/cases", {
        caseId: uuidv7(clock.read(), randomBytes(10)),
        procedureCode: "1.013236",
        receivingUnitId: app.directory.unitByCode("H21.00.01")?.id,
        decidingUnitId: app.directory.unitByCode("H21.18")?.id,
        applicantName: "Nguyễn Thị Lụa",
        applicantNumber: "064185004321",
        applicantPhone: "0905123456",
        papers: [{ name: "Đơn đề nghị cấp giấy phép xây dựng", form: "original" }],
      })) as SomeCase;
      if (place === "desk") return received;
      for (const [reached, turns] of WAY) {
        for (const [person, verb, input] of turns) await does(person, verb, received, input);
        if (reached === place) break;
      }
      return received;
    },
    run: async (name) => {
      const job = app.jobs.find((one) => one.name === name);
      if (job === undefined) throw new Error(`there is no job ${name}`);
      await runJob(deps, job, {});
      return (await listJobRuns(app.db.database)).find((one) => one.name === name);
    },
    get: async (person, url) => {
      if (person === undefined) return app.inject(url);
      const { cookies } = await app.signedIn(PEOPLE[person]);
      return app.inject({ url, cookies: { ...cookies } });
    },
    post: async (person, url, fields) => app.post(await app.signedIn(PEOPLE[person]), url, fields),
    close: () => app.close(),
  };
}

/** The text that a person reads in a page. */
export function readingText(html: string): string {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return main
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,:;?])/g, "$1");
}

import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import { makeErrorPage } from "../../../error-page.tsx";
import { makeFrame } from "../../../frame.tsx";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { buildServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log.ts";
import { provinceName } from "../../../province-name.ts";
import { assetPaths, loadAssets } from "../../../ui/assets.ts";
import { loadCalendars, loadDirectory } from "../../organisation/index.ts";
import { processesRoutes } from "../index.ts";

const PROCEDURE = { code: "1.004873", name: "Cấp Giấy xác nhận", variants: [] };

/** As another modeler gives it back that knows nothing of our facts of the first task. */
const withoutFacts = (xml: string) =>
  xml.replace(/<bpmn:extensionElements>.*?<\/bpmn:extensionElements>/s, "");

/** As a modeler writes it at the first try: a gateway without conditions and default. */
const FOREIGN = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <bpmn:process id="p">
    <bpmn:startEvent id="bat_dau"/><bpmn:task id="Nhan" name="Nhận"/><bpmn:exclusiveGateway id="g" name="Rẽ?"/>
    <bpmn:task id="Kho" name="Thẩm định"/><bpmn:task id="De" name="Trả ngay"/><bpmn:endEvent id="het"/>
    <bpmn:sequenceFlow id="f1" sourceRef="bat_dau" targetRef="Nhan"/><bpmn:sequenceFlow id="f2" sourceRef="Nhan" targetRef="g"/>
    <bpmn:sequenceFlow id="f3" name="hồ sơ phức tạp" sourceRef="g" targetRef="Kho"/>
    <bpmn:sequenceFlow id="f4" sourceRef="g" targetRef="De"/>
    <bpmn:sequenceFlow id="f5" sourceRef="Kho" targetRef="het"/><bpmn:sequenceFlow id="f6" sourceRef="De" targetRef="het"/>
  </bpmn:process>
</bpmn:definitions>`;

let db: TestDatabase;
let exported = "";
let app: FastifyInstance;

const call = (method: "GET" | "POST", url: string, more: object = {}) =>
  app.inject({ method, url, cookies: { [SESSION_COOKIE]: "controller" }, ...more });
const upload = (url: string, version: number, content: string) =>
  call("POST", url, {
    headers: { "content-type": "multipart/form-data; boundary=x" },
    payload: [
      ...[
        ["_csrf", "csrf"],
        ["version", String(version)],
      ].map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a.bpmn"\r\ncontent-type: application/xml\r\n\r\n${content}\r\n--x--\r\n`,
    ].join(""),
  });
/** What the next page of the browser says first. */
const told = async (answer: Awaited<ReturnType<typeof upload>>) => {
  expect(answer.statusCode).toBe(303);
  const cookies = { ...cookiesOf(answer), [SESSION_COOKIE]: "controller" };
  return (await call("GET", String(answer.headers.location), { cookies })).body;
};
const draft = async () =>
  (await db.ownerPool.query("select id, version, steps, terms from processes.draft")).rows[0];

beforeAll(async () => {
  db = await testDatabase();
  const clock = testClock();
  const directory = await loadDirectory(db.database, clock.read);
  const calendars = await loadCalendars(db.database, directory, clock.read);
  const assets = assetPaths(loadAssets());
  const province = () => provinceName(directory);
  const officers = await db.ownerPool.query<{ officer_id: number }>(
    "select officer_id from accounts.account where username = 'linh.ptk.vanphong'",
  );
  const id = officers.rows[0]?.officer_id ?? 0;
  const actor = {
    kind: "officer" as const,
    id,
    name: "Linh",
    posts: [{ unitId: 1, kind: "procedure-controller" as const }],
  };
  const session = { actor, csrfToken: "csrf", secondFactorPending: false, username: "linh", place: "" };
  const server = await buildServer({
    clock: clock.read,
    log: createLog("silent"),
    sessions: { findSession: async () => session, findSystem: async () => undefined },
    errorPage: makeErrorPage(assets, province),
    secure: false,
    limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
  });
  app = server.app;
  processesRoutes(app, {
    database: db.database,
    clock: clock.read,
    frame: makeFrame({ app, assets, province, counts: async () => ({}) }),
    directory,
    calendarOf: (unitId) => calendars.calendarOf(unitId),
    procedure: async (code) => (code === PROCEDURE.code ? PROCEDURE : undefined),
    procedureNames: async () => new Map(),
    searchProcedures: async () => [],
    runningCases: {
      count: async () => 0,
      preview: async () => ({ open: 0, moves: 0, stays: 0, steps: [] }),
      order: async () => 0,
      dropOrders: async () => undefined,
      moveTo: async () => undefined,
    },
  });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

describe("BPMN files", () => {
  it("are downloaded from a published version and imported into a draft, which is told what could not be read", async () => {
    const found = await db.ownerPool.query<{ id: number }>(
      "select id from processes.process where procedure_code = $1 order by id limit 1",
      [PROCEDURE.code],
    );
    const id = found.rows[0]?.id;
    expect((await call("GET", `/officer/processes/${id}`)).body).toContain(`/officer/processes/${id}/bpmn`);
    const file = await call("GET", `/officer/processes/${id}/bpmn`);
    expect(file.headers["content-type"]).toContain("application/xml");
    expect(file.headers["content-disposition"]).toBe('attachment; filename="1.004873-1.bpmn"');

    const begun = await call("POST", "/officer/processes/drafts", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: `_csrf=csrf&procedureCode=${PROCEDURE.code}&from=nothing`,
    });
    const url = String(begun.headers.location);
    expect((await draft())?.steps).toHaveLength(2);
    expect((await call("GET", url)).body).toContain("Nhập từ tệp BPMN");
    const imported = await upload(`${url}/import`, 1, withoutFacts(file.body));
    exported = file.body;
    expect(imported.statusCode, imported.body).toBe(200);
    expect((await draft())?.steps.length).toBeGreaterThan(2);
    expect(imported.body).toContain("1 điều chưa đọc được");
    expect(imported.body).toContain("tệp không ghi đơn vị, vị trí, thời gian của 1 bước");
    expect(imported.body).toContain(`href="${url}"`);
  });

  it("change nothing where they are no process, or the draft was changed meanwhile", async () => {
    const before = await draft();
    const url = `/officer/processes/drafts/${before?.id}/import`;
    for (const [content, why] of [
      ["no xml", "Tệp không phải BPMN 2.0"],
      ['<bpmn>[{"id":"x"}]</bpmn>', "Tệp không phải BPMN 2.0"],
      ["<!DOCTYPE a>", "DOCTYPE"],
    ] as const)
      expect(await told(await upload(url, before?.version, content))).toContain(why);
    expect(await told(await upload(url, 1, exported))).toContain("Người khác vừa lưu bản soạn này");
    expect(await draft()).toEqual(before);
  });

  it("of another modeler come in with what they leave open; the draft names it, and goes out again as it is", async () => {
    const { id, version } = (await draft()) ?? {};
    const url = `/officer/processes/drafts/${id}`;
    const terms = { whenSilent: { outcome: "granted", basis: "Điều 1" } };
    await db.ownerPool.query("update processes.draft set terms = $1", [JSON.stringify(terms)]);
    const imported = await upload(`${url}/import`, version, FOREIGN);
    expect(imported.statusCode, imported.body).toBe(200);
    expect(imported.body).toContain("điều kiện “hồ sơ phức tạp” cần nhập lại");
    expect(imported.body).toContain("cổng “Rẽ?”: tệp không ghi đường mặc định, phải chọn");
    const now = await draft();
    expect(now?.terms).toEqual(terms);
    expect(now?.steps.map((step: { id: string }) => step.id)).toEqual(["nhan", "kho", "de"]);
    expect(now?.steps[0].then).toEqual({
      kind: "choice",
      branches: [
        { when: { fact: "variant", is: "one-of", values: [] }, to: "kho" },
        { when: { fact: "variant", is: "one-of", values: [] }, to: "de" },
      ],
      otherwise: "",
    });
    const page = await call("GET", url);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Bước 1 “Nhận”: đi tới bước (chưa chọn) không có trong quy trình");
    expect(page.body).toContain(`${url}/bpmn`);
    const file = await call("GET", `${url}/bpmn`);
    expect(file.headers["content-disposition"]).toBe(
      `attachment; filename="${PROCEDURE.code}-draft-${now?.version}.bpmn"`,
    );
    await upload(`${url}/import`, now?.version, file.body);
    expect((await draft())?.steps).toEqual(now?.steps);
  });
});

function cookiesOf(answer: {
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}) {
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}

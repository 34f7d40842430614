import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../test/harness/app.ts";
import { toBpmn } from "./bpmn/to-bpmn.ts";
import type { DraftStep, ProcessStep, StepUnit } from "./domain/process.ts";
import { draftFaults } from "./draft-faults.ts";
import {
  APPROVE,
  callStep,
  ISSUE,
  makeStep,
  RECEIVE,
  RETURN,
  wholeProcess,
} from "./testing/random-process.ts";

const CODE = "1.004873";
const LIST = "/officer/processes";

let app: TestApp;
let controller: SignedIn;
let url: string;

const page = async () => (await app.inject({ url, cookies: { ...controller.cookies } })).body;
/** Puts the steps into the draft as a file of a modeler does: nobody asked a form. */
const upload = async (steps: readonly DraftStep[]) => {
  const file = await toBpmn({ code: CODE, name: "Thử", version: 1, steps });
  const { version } = await draft();
  const part = (head: string, body: string) =>
    `--x\r\ncontent-disposition: form-data; name=${head}\r\n\r\n${body}\r\n`;
  const answer = await app.inject({
    method: "POST",
    url: `${url}/import`,
    cookies: { ...controller.cookies },
    headers: { "content-type": "multipart/form-data; boundary=x" },
    payload: [
      part('"_csrf"', controller.csrf),
      part('"version"', String(version)),
      part('"file"; filename="a.bpmn"\r\ncontent-type: application/xml', file),
      "--x--\r\n",
    ].join(""),
  });
  expect(answer.statusCode, answer.body).toBe(303);
  expect((await draft()).version).toBe(version + 1);
};
const draft = async (): Promise<{ version: number; fault_count: number }> =>
  (
    await app.db.ownerPool.query(
      "select version, fault_count from processes.draft where procedure_code = $1",
      [CODE],
    )
  ).rows[0];
const publish = async (validFrom = "23/11/2026") =>
  app.post(controller, `${url}/publish`, {
    version: String((await draft()).version),
    validFrom,
    decision: "1/QĐ",
    reason: "Thử",
  });
/** A process that is in force, as one was published before the fault was looked for. */
const inForce = (procedureCode: string, steps: readonly ProcessStep[], validFrom = "2026-01-01") =>
  app.db.ownerPool.query(
    `insert into processes.process (procedure_code, variant_code, version, steps, valid_from, published_at)
     values ($1, '', 1, $2, $3, now())`,
    [procedureCode, JSON.stringify(steps), validFrom],
  );

beforeAll(async () => {
  app = await testApp();
  controller = await app.signedIn("linh.ptk.vanphong");
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.ownerPool.query("delete from processes.draft");
  const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
  url = String(begun.headers.location);
});

describe("a draft whose steps lie in a named unit", () => {
  const inUnit = (unit: StepUnit) => wholeProcess(makeStep("look", { unit }));

  it("is told at its step that nobody knows the unit, and is not published", async () => {
    await upload(inUnit("unit:H99.99"));
    const body = await page();
    expect(body).toContain('href="#s.1.name"');
    expect(body).toContain("Bước 2 “Bước look”: không có cơ quan nào đang hoạt động mang mã H99.99");
    expect(await draft()).toMatchObject({ fault_count: 1 });
    expect((await publish()).statusCode).toBe(422);
    await upload(inUnit("unit:H21.18"));
    expect((await publish()).statusCode).toBe(303);
  });

  it("is told who took over from a unit that has ended", async () => {
    const { ownerPool } = app.db;
    await ownerPool.query(
      "update organisation.unit set valid_to = '2026-11-01' where code in ('H21.13', 'H21.05')",
    );
    const made = await ownerPool.query<{ id: number }>(
      `insert into organisation.reorganisation (effective_on, decision, reason, rows, state, planned_at)
       values ('2026-11-01', '1/NQ-HĐND', 'Hợp nhất', '[]', 'carried-out', now()) returning id`,
    );
    await ownerPool.query(
      `insert into organisation.succession (predecessor_id, successor_id, share, main, from_date, reorganisation_id)
       select a.id, b.id, '', true, '2026-11-01', $1 from organisation.unit a, organisation.unit b
       where a.code = 'H21.13' and b.code = 'H21.18'`,
      [made.rows[0]?.id],
    );
    await app.directory.refresh();
    await upload(inUnit("unit:H21.13"));
    expect(await page()).toContain("cơ quan H21.13 đã kết thúc hoạt động; hãy thay bằng H21.18");
    await upload(inUnit("unit:H21.05"));
    expect(await page()).toContain("không có cơ quan nào đang hoạt động mang mã H21.05");
  });
});

describe("a draft that calls another procedure", () => {
  const calling = (code: string) => [RECEIVE, callStep("call", code), RETURN];

  it("is told that the called procedure has no process, before anybody publishes", async () => {
    await upload(calling("9.000011"));
    const body = await page();
    expect(body).toContain("Bước 2 “Bước call”: thủ tục 9.000011 chưa có quy trình đang áp dụng");
    expect(body).toContain('href="#s.1.name"');
    expect(await draft()).toMatchObject({ fault_count: 1 });
  });

  it("is told which step of which called process is at fault, once each", async () => {
    await inForce("9.000012", [RECEIVE, { ...APPROVE, name: "Ký" }, ISSUE, RETURN]);
    await upload(calling("9.000012"));
    const body = await page();
    expect(body).toContain(
      "Bước 2 “Bước call” (liên thông: bước “Ký” trong quy trình của thủ tục 9.000012): có đường tới đây mà chưa ai dự thảo",
    );
    expect(await draft()).toMatchObject({ fault_count: 1 });
    expect((await publish()).statusCode).toBe(422);
    await upload([RECEIVE, { ...callStep("call", "9.000012"), name: " " }, RETURN]);
    expect(await draft()).toMatchObject({ fault_count: 2 });
  });

  it("counts the time of the called steps against the limit of its own procedure", async () => {
    await inForce("9.000013", wholeProcess(makeStep("look", { budgetMinutes: 90 * 480 })));
    await upload(calling("9.000013"));
    expect(await page()).toContain("vượt thời hạn giải quyết");
  });

  it.each([
    ["9.000014", [RECEIVE, RETURN], "không có bước nào giữa tiếp nhận và trả kết quả"],
    [
      "9.000015",
      [
        {
          ...RECEIVE,
          then: {
            kind: "choice",
            branches: [{ when: { fact: "mountain", is: "one-of", values: [true] }, to: "look" }],
            otherwise: "approve",
          },
        },
        makeStep("look"),
        ...wholeProcess().slice(1),
      ],
      "rẽ nhánh ngay sau tiếp nhận",
    ],
  ] satisfies [string, ProcessStep[], string][])(
    "is told why the process of %s cannot stand in it",
    async (code, steps, why) => {
      await inForce(code, steps);
      await upload(calling(code));
      expect(await page()).toContain(`quy trình của thủ tục ${code} `);
      expect(await page()).toContain(why);
    },
  );

  it("is told on publishing what will be at fault on the day from which it shall hold", async () => {
    await inForce("9.000016", wholeProcess(makeStep("look")));
    await app.db.ownerPool.query(
      "update processes.process set valid_to = '2027-01-01' where procedure_code = '9.000016'",
    );
    await upload(calling("9.000016"));
    expect(await draft()).toMatchObject({ fault_count: 0 });
    const answer = await publish("01/02/2027");
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("thủ tục 9.000016 chưa có quy trình đang áp dụng");
    expect(answer.body).toContain('value="01/02/2027"');
  });
});

describe("a draft of a procedure", () => {
  const look = makeStep("look", {
    then: {
      kind: "choice",
      branches: [{ when: { fact: "variant", is: "one-of", values: ["9.000020.02"] }, to: "approve" }],
      otherwise: "more",
    },
  });
  const variant = (code: string) => ({
    code,
    name: code,
    limit: { amount: 5, unit: "working-day" } as const,
  });
  const sentences = async (variants: readonly string[], variantCode = "", days = 1) => {
    const { steps, terms } = {
      steps: wholeProcess(look, makeStep("more", { budgetMinutes: days * 480 })),
      terms: { whenSilent: { outcome: "granted", basis: "Điều 8" } } as const,
    };
    const faults = await draftFaults(
      { procedureCode: "9.000020", variantCode, steps, terms },
      {
        sql: app.db.database.pool,
        directory: app.directory,
        procedure: { code: "9.000020", name: "Thử", variants: variants.map(variant) },
        on: "2026-11-23",
      },
    );
    return faults.map(({ vi }) => vi);
  };

  it("chooses only by variants that the procedure has and whose cases come to it", async () => {
    expect(await sentences(["9.000020.01", "9.000020.02"])).toEqual([]);
    for (const said of [await sentences(["9.000020.01"]), await sentences(["9.000020.01"], "9.000020.01")])
      expect(said).toEqual([expect.stringContaining("không hồ sơ nào có “Trường hợp” là “9.000020.02”")]);
  });

  it("fits the longest limit of its variants where it has none of its own", async () => {
    const both = ["9.000020.01", "9.000020.02"];
    expect(await sentences(both, "", 4)).toEqual([]);
    expect(await sentences(both, "", 5)).toEqual([
      expect.stringContaining("vượt thời hạn giải quyết 5 ngày làm việc"),
    ]);
  });

  it("has no rule of silence where the catalogue gives neither the procedure nor a variant a limit", async () => {
    expect(await sentences([])).toContainEqual(
      expect.stringContaining("danh mục chưa có thời hạn của thủ tục"),
    );
  });
});

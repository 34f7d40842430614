import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MINUTE_MS, toIso } from "../../src/kernel/time.ts";
import { actionOfBody } from "../../src/modules/cases/action-codec.ts";
import { type CaseStatus, FIRST_STATES, TRANSITIONS } from "../../src/modules/cases/domain/case-status.ts";
import { replay } from "../../src/modules/cases/domain/evolve.ts";
import { VERBS, type VerbName } from "../../src/modules/cases/verbs.ts";
import { rebuildBoard } from "../../src/modules/steering/index.ts";
import { PLACES } from "./places.ts";
import { adversaryRoom, type CaseAnswer, PEOPLE, type Person, type Room } from "./room.ts";

/**
 * The national table of transitions: from, to, what happens, on what ground. Written once more, apart from the code,
 * so that neither can drift alone. Rows of other systems that lead "to the step before" stay inside state 4 here.
 */
const LAW = [
  [1, 2, "tiếp nhận hồ sơ trực tuyến", "NĐ 61/2018 Đ17 k2b; NĐ 45/2020"],
  [1, 3, "từ chối tiếp nhận", "NĐ 61/2018 Đ17 k1b, k2a"],
  [1, 5, "yêu cầu bổ sung trước khi tiếp nhận", "NĐ 61/2018 Đ15 k3"],
  [5, 3, "không tiếp nhận do quá hạn bổ sung", "luật chuyên ngành"],
  [2, 4, "chuyển xử lý", "NĐ 61/2018 Đ18"],
  [4, 5, "yêu cầu bổ sung qua Bộ phận Một cửa", "NĐ 61/2018 Đ19 k4; NĐ 118/2025 Đ11"],
  [5, 2, "hoàn thành bổ sung, tính lại thời hạn từ đầu", "NĐ 61/2018 Đ19 k4"],
  [4, 6, "yêu cầu thực hiện nghĩa vụ tài chính", "NĐ 61/2018 Đ22"],
  [6, 4, "đã thực hiện nghĩa vụ tài chính", ""],
  [4, 8, "dừng xử lý", "NĐ 118/2025 Đ21; TT 03/2025 Đ7"],
  [2, 7, "công dân yêu cầu rút hồ sơ", "NĐ 118/2025 Đ21 k1"],
  [4, 7, "công dân yêu cầu rút hồ sơ", "NĐ 118/2025 Đ21 k1"],
  [5, 7, "công dân yêu cầu rút hồ sơ", "NĐ 118/2025 Đ21 k1"],
  [6, 7, "công dân yêu cầu rút hồ sơ", "NĐ 118/2025 Đ21 k1"],
  [4, 9, "kết thúc xử lý, có kết quả hoặc văn bản từ chối", "NĐ 61/2018 Đ19 k8, Đ20"],
  [9, 4, "thu hồi chuyển trả kết quả", ""],
  [9, 10, "trả kết quả", "NĐ 61/2018 Đ20"],
  [4, 2, "đổi thủ tục, trường hợp", "NĐ 118/2025"],
] as const;
const BEGINS = [1, 2];
const FINAL = [3, 7, 8, 10];

const isLawful = (from: number, to: number) => LAW.some(([a, b]) => a === from && b === to);

it("the program's table of states is the law's, row by row", () => {
  const moves = Object.entries(TRANSITIONS).flatMap(([from, { next }]) =>
    next.filter((to: CaseStatus) => to !== Number(from)).map((to: CaseStatus) => `${from}→${to}`),
  );
  expect(moves.toSorted()).toEqual(LAW.map(([from, to]) => `${from}→${to}`).toSorted());
  expect(FIRST_STATES).toEqual(BEGINS);
  for (const state of FINAL)
    expect(TRANSITIONS[state as CaseStatus].next.every((to: CaseStatus) => to === state)).toBe(true);
});

let room: Room;
beforeAll(async () => {
  room = await adversaryRoom();
});
afterAll(() => room.close());

const PERSONS = Object.keys(PEOPLE) as Person[];
const NAMES = VERBS.map((verb) => verb.name as VerbName);
/** What brings a case on from each kind of open work: without it few random lives would come to a result. */
const ONWARD: Record<string, readonly (readonly [Person, VerbName])[]> = {
  receive: [["desk", "pass-on"]],
  process: [
    ["specialist", "draft-result"],
    ["specialist", "pass-on"],
    ["specialist", "propose-supplement"],
    ["specialist", "note-financial-duty"],
    ["specialist", "ask-opinion"],
    ["leader", "apologise"],
    ["leader", "stop"],
  ],
  review: [
    ["divisionHead", "pass-on"],
    ["divisionHead", "send-back"],
  ],
  approve: [["leader", "approve"]],
  issue: [["clerk", "issue"]],
  return: [
    ["desk", "hand-over"],
    ["clerk", "recall-result"],
  ],
  opinion: [["stranger", "give-opinion"]],
  "ask-supplement": [
    ["desk", "request-supplement"],
    ["desk", "decline-supplement"],
  ],
  "await-supplement": [
    ["desk", "complete-supplement"],
    ["desk", "lapse-supplement"],
  ],
  "await-payment": [["desk", "confirm-payment"]],
};
/** These end a life; drawn less often, or most lives would be over before they began. */
const ENDS: readonly string[] = ["stop", "lapse-supplement"];

type Try = { anything: boolean; who: number; what: number; ends: boolean; minutes: number };
const anyTry: fc.Arbitrary<Try> = fc.record({
  anything: fc.nat(2).map((n) => n === 0),
  who: fc.nat(PERSONS.length - 1),
  what: fc.nat(1000),
  ends: fc.nat(9).map((n) => n === 0),
  minutes: fc.integer({ min: 0, max: 240 }),
});
/** How a life begins: received, or asked for papers first. */
const anyLife = fc.record({
  first: fc.constantFrom("received", "received", "asked" as const),
  tries: fc.array(anyTry, { minLength: 5, maxLength: 40, size: "max" }),
});

async function begin(first: "received" | "asked"): Promise<CaseAnswer> {
  if (first === "received") return room.receive();
  const body = { submission: await room.submission(), items: ["Bản vẽ"], reason: "Thiếu bản vẽ" };
  const answer = await room.api("desk", "/api/v1/cases/supplement-requests", body);
  expect(answer.statusCode).toBe(201);
  return answer.json<CaseAnswer>();
}

function deedOf(one: Try, state: CaseAnswer): { person: Person; url: string; input: unknown } | undefined {
  const change = { procedureCode: one.what % 2 === 0 ? "1.004223" : "1.013236", reason: "Chọn nhầm" };
  if (one.what % 23 === 0)
    return { person: "desk", url: `/api/v1/cases/${state.id}/change-procedure`, input: change };
  const steps = state.openSteps.flatMap((step) => ONWARD[step.work] ?? []);
  const onward = steps[one.what % Math.max(1, steps.length)];
  const drawn: readonly [Person, VerbName] = [
    PERSONS[one.who] as Person,
    NAMES[one.what % NAMES.length] as VerbName,
  ];
  const [person, verb] = one.anything || onward === undefined ? drawn : onward;
  if (ENDS.includes(verb) && !one.ends) return undefined;
  return { person, url: `/api/v1/cases/${state.id}/${verb}`, input: PLACES[verb].input(room) };
}

type Fact = {
  readonly seq: number;
  readonly status: number;
  readonly type: string;
  readonly clock?: { readonly kind: string; readonly dueAt?: number };
};

async function factsOf(id: string): Promise<readonly Fact[]> {
  const found = await room.app.db.ownerPool.query<{ body: string }>(
    "select body from cases.action where case_id = $1 order by seq",
    [id],
  );
  return found.rows.map(({ body }) => {
    const action = JSON.parse(body);
    return { seq: action.seq, status: action.status, type: action.data.type, clock: action.clock };
  });
}

/** What may set the appointment anew: a restart after a supplement, the rest after a payment, the right procedure. */
const SETS_DUE: Record<string, readonly string[]> = {
  received: ["started"],
  "supplement-completed": ["started", "restarted"],
  "financial-duty-paid": ["resumed"],
  "procedure-changed": ["re-measured"],
  "result-recalled": ["reopened"],
};

const DONE: string[] = [];

describe("whatever people try, through the API", () => {
  it("a case moves by the law's table alone, its first appointment stays, and no date moves by hand", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async ({ first, tries }) => {
        let state = await begin(first);
        let firstDue = state.firstDueAt;
        for (const one of tries) {
          await room.wait(one.minutes * MINUTE_MS);
          const deed = deedOf(one, state);
          if (deed === undefined) continue;
          const answer = await room.api(deed.person, deed.url, { input: await deed.input });
          expect(answer.statusCode, `${deed.person} ${deed.url} ${answer.body}`).toBeLessThan(500);
          if (answer.statusCode !== 200) continue;
          const after = answer.json<CaseAnswer>();
          expect(after.version).toBe(state.version + 1);
          if (after.status !== state.status)
            expect([state.status, after.status, isLawful(state.status, after.status)]).toEqual([
              state.status,
              after.status,
              true,
            ]);
          else expect(FINAL).not.toContain(after.status);
          if (firstDue !== undefined) expect(after.firstDueAt).toBe(firstDue);
          firstDue = after.firstDueAt;
          state = after;
          if (one.minutes % 3 === 0) await room.app.board.tick();
        }
        const facts = await factsOf(state.id);
        facts.forEach((fact, index) => {
          const before = facts[index - 1];
          expect(fact.seq).toBe(index + 1);
          if (before === undefined) expect(BEGINS).toContain(fact.status);
          else if (before.status !== fact.status)
            expect([before.status, fact.status, isLawful(before.status, fact.status)]).toContain(true);
          const setsDue = fact.clock?.dueAt !== undefined && fact.clock.kind !== "re-dated";
          if (setsDue) expect(SETS_DUE[fact.type]).toContain(fact.clock?.kind);
          if (fact.clock?.kind === "re-dated") expect(fact.type).toBe("apologised");
          DONE.push(fact.type);
        });
        const times = (type: string) => facts.filter((fact) => fact.type === type).length;
        expect(times("supplement-requested")).toBeLessThanOrEqual(1);
        expect(times("apologised")).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40, seed: 20261123, endOnFailure: true },
    );
  }, 600_000);

  it("the lives were lives: nearly everything that can happen did", () => {
    const happened = new Set(DONE);
    for (const type of [
      "supplement-completed",
      "financial-duty-paid",
      "procedure-changed",
      "apologised",
      "result-issued",
      "result-recalled",
      "handed-over",
      "stopped",
      "sent-back",
      "opinion-given",
    ])
      expect(happened).toContain(type);
  });

  it("and codes and papers are numbered without a gap, however many commands were refused", async () => {
    const numbers = await room.app.db.ownerPool.query<{
      year: number;
      kind: string;
      unit: number;
      n: number;
    }>(`
      select extract(year from a.at at time zone 'Asia/Ho_Chi_Minh')::int as year,
             case a.body::jsonb -> 'data' ->> 'type'
               when 'received' then 'receipt' when 'supplement-completed' then 'receipt'
               when 'procedure-changed' then 'receipt' when 'supplement-requested' then 'supplement'
               when 'supplement-lapsed' then 'refusal' when 'apologised' then 'apology'
               when 'stopped' then 'stop' when 'withdrawn' then 'stop' when 'result-issued' then 'result' end as kind,
             case a.type when 'apologised' then (a.body::jsonb -> 'data' ->> 'unitId')::int
               when 'result-issued' then f.deciding_unit_id else f.receiving_unit_id end as unit,
             coalesce((a.body::jsonb -> 'data' ->> 'paperNumber')::int,
                      split_part(a.body::jsonb -> 'data' ->> 'number', '/', 1)::int) as n
      from cases.action as a join cases.case_file as f on f.id = a.case_id
      where a.body::jsonb -> 'data' ? 'paperNumber' or a.type = 'result-issued'`);
    const series = Map.groupBy(numbers.rows, (row) => `${row.year} ${row.unit} ${row.kind}`);
    expect(series.size).toBeGreaterThan(4);
    for (const [name, rows] of series) {
      const given = rows.map((row) => row.n).toSorted((a, b) => a - b);
      expect([name, given]).toEqual([name, given.map((_, index) => index + 1)]);
    }
    const last = await room.app.db.ownerPool.query<{ last: number; cases: number }>(`
      select s.last, (select count(*)::int from cases.case_file) as cases from cases.daily_serial as s`);
    expect(last.rows.reduce((sum, row) => sum + row.last, 0)).toBe(last.rows[0]?.cases);
  });

  it("and every history is the one whose hashes were kept: the projection is its fold", async () => {
    const cases = await room.app.db.ownerPool.query<{ id: string; state: unknown }>(
      "select id, state from cases.case_file",
    );
    for (const { id, state } of cases.rows) {
      const bodies = await room.app.db.ownerPool.query<{ body: string }>(
        "select body from cases.action where case_id = $1 order by seq",
        [id],
      );
      expect(replay(bodies.rows.map((row) => actionOfBody(row.body)))).toEqual(state);
    }
  });

  it("and the live board is what a recount of all cases gives, by its own rules and by plain counting", async () => {
    const { database, ownerPool } = room.app.db;
    await room.app.board.tick();
    const recount = await rebuildBoard(database, room.app.clock.read(), { check: true });
    expect(recount).toEqual({ cases: recount.cases, wrongCases: 0, wrongSums: 0 });
    const shown = await ownerPool.query(
      `select sum(received) filter (where grain = 'year')::int as received,
         sum(returned) filter (where grain = 'year')::int as returned, sum(open)::int as open,
         sum(paused)::int as paused, sum(to_return)::int as to_return, sum(late_now)::int as late_now,
         sum(late_paused)::int as late_paused
       from steering.board_sum`,
    );
    const counted = await ownerPool.query(
      `with f as (select *, state -> 'clock' ? 'startedAt' as accepted from cases.case_file)
       select count(*) filter (where accepted)::int as received,
         count(*) filter (where status = 10)::int as returned,
         count(*) filter (where accepted and status in (2, 4, 5, 6))::int as open,
         count(*) filter (where accepted and status in (5, 6))::int as paused,
         count(*) filter (where status = 9)::int as to_return,
         count(*) filter (where status in (2, 4) and due_at < $1)::int as late_now,
         count(*) filter (where status in (5, 6) and (state -> 'clock' ->> 'pausedAt')::bigint
           > (state -> 'clock' ->> 'dueBeforePause')::bigint)::int as late_paused
       from f`,
      [toIso(room.app.clock.read())],
    );
    expect(shown.rows).toEqual(counted.rows);
    expect(recount.cases).toBeGreaterThan(20);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SeededRandom } from "../../src/demo/seeded-random.ts";
import { addDays, formatDate, instantOf, localDateOf, MINUTE_MS } from "../../src/kernel/time.ts";
import type { Unit } from "../../src/modules/organisation/index.ts";
import { type TestApp, testApp } from "../harness/app.ts";
import { doublePosts, expectSound, footprint, orphans } from "./check-world.ts";
import { openCasesOn } from "./old-world.ts";

/** Plans of merges, splits, moves, renamings and dissolutions one after the other, on the same cases and people. */
const PLANS = 10;
const CASES = 300;
const SEED = 20_261_125;

let app: TestApp;
let staffCodes: ReadonlyMap<number, string>;
let before: Awaited<ReturnType<typeof footprint>>;

beforeAll(async () => {
  app = await testApp();
  const communes = app.directory.units().filter((unit) => unit.kind === "commune");
  // Few units with much work: most plans touch the cases of the one before.
  const world = { districts: [], communes: [], unchanged: communes.slice(0, 12).map((unit) => unit.code) };
  await openCasesOn(app.db, world, { cases: CASES, now: app.clock.read() });
  const { rows } = await app.db.ownerPool.query<{ id: number; code: string }>(
    "select id, coalesce(staff_code, id::text) as code from organisation.officer",
  );
  staffCodes = new Map(rows.map((row) => [row.id, row.code]));
  before = await footprint(app.db);
});
afterAll(() => app.close());

const run = () =>
  app.jobs
    .find((job) => job.name === "reorganise-units")
    ?.run({}, { now: app.clock.read(), progress: async () => {} });

/** A plan that fits the units as they stand; work is drawn to the units that have it. */
function randomPlan(random: SeededRandom, busy: readonly Unit[], others: readonly Unit[], n: number): string {
  const pool = [...busy];
  const take = (): Unit => pool.splice(random.between(0, pool.length - 1), 1)[0] ?? (busy[0] as Unit);
  const created = `T${n}`;
  const rows = [`lập;${created};H21;;Ủy ban nhân dân xã Thử ${n}`];
  const target = () => (random.chance(0.4) ? created : random.pick(others).code);
  rows.push(`nhập;${take().code};${target()}`);
  const split = take().code;
  const part = random.pick(others.filter((unit) => unit.code !== created)).code;
  rows.push(`chia;${split};${created};một phần`, `chia;${split};${part};phần còn lại`);
  rows.push(`vị trí;${split};${random.pick([created, part])}`);
  rows.push(`vị trí;${split}.01;${random.pick([created, part])}.01`);
  if (random.chance(0.5)) {
    const gone = take();
    rows.push(
      `giải thể;${gone.code};H21.00`,
      `vị trí;${gone.code};H21.00`,
      `vị trí;${gone.code}.01;H21.00.01`,
    );
    for (const { officerId } of app.directory.officersIn(gone.id, "leader"))
      rows.push(`vị trí;${gone.code};${part};${staffCodes.get(officerId)}`);
  }
  rows.push(`chuyển;${take().code};H21.18`, `đổi tên;${take().code};;;Ủy ban nhân dân xã Đổi ${n}`);
  return rows.join("\n");
}

async function busyUnits(): Promise<readonly Unit[]> {
  const { rows } = await app.db.ownerPool.query<{ id: number }>(
    `select deciding_unit_id as id from cases.case_file where holder_unit_id is not null group by 1
     order by count(*) desc, 1`,
  );
  return rows
    .map((row) => app.directory.unit(row.id))
    .filter((unit) => unit.kind === "commune" && unit.endedOn === undefined);
}

describe("whatever is re-organised, time after time", () => {
  it(`no case, step or post is lost and all lies in units that stand (${PLANS} plans, seed ${SEED})`, async () => {
    const random = new SeededRandom(SEED);
    let done = 0;
    for (let n = 1; n <= PLANS; n++) {
      const busy = await busyUnits();
      if (busy.length < 5) break;
      const used = new Set(busy.map((unit) => unit.code));
      const others = app.directory
        .units()
        .filter((unit) => unit.kind === "commune" && !used.has(unit.code) && unit.code.startsWith("H21."))
        .slice(0, 4);
      const day = addDays(localDateOf(app.clock.read()), 1);
      const admin = await app.signedIn("quang.dn.quantri");
      const planned = await app.post(admin, "/officer/organisation/reorganisations/new", {
        do: "plan",
        effectiveOn: formatDate(day),
        decision: `Nghị quyết ${n}/NQ-THỬ`,
        reason: "Thử",
        table: randomPlan(random, busy.slice(0, 8), others, n),
      });
      expect([planned.statusCode, planned.statusCode === 303 ? "" : planned.body]).toEqual([303, ""]);
      app.clock.moveTo(instantOf(day, 1));
      await run();
      app.clock.moveTo(app.clock.read() + MINUTE_MS);
      await run();
      await app.directory.refresh();
      expect(await orphans(app.db, day)).toEqual([]);
      expect(await doublePosts(app.db)).toEqual([]);
      expect({ ...(await footprint(app.db)), posts: 0 }).toEqual({ ...before, posts: 0 });
      done++;
    }
    expect(done).toBeGreaterThan(4);
    expect((await footprint(app.db))?.posts).toBe(before?.posts);
    await expectSound(app.db, CASES);
  }, 600_000);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { instantOf, MINUTE_MS } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { type CalendarEffects, declareDays, type Proposal } from "../../organisation/index.ts";
import { type OfficerRoom, officerRoom } from "../testing/officer-room.ts";
import { alone } from "./alone.ts";
import { calendarEffects } from "./calendar-effects.ts";
import { countEffects } from "./count-effects.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { PREVIEW_JOB, PREVIEW_LOCK, previewJob } from "./preview-job.ts";

let room: OfficerRoom;
let deps: RecomputeDeps;
/** Everything is too much to be counted at once. */
let effects: CalendarEffects;
let days = 14;

/** Moves every case by a day; with another day each time, so that no test sees what another counted. */
const proposed = (): Proposal => ({
  changes: [
    { date: "2026-11-27", as: "rest" },
    { date: `2026-12-${String(days++)}`, as: "rest" },
  ],
  name: "Nghỉ bão",
  decision: "12/QĐ-UBND",
  scope: undefined,
});
const count = (with_: Partial<RecomputeDeps> = {}, payload: unknown = {}) =>
  previewJob({ ...deps, ...with_ }).run(payload, { now: room.clock.read(), progress: async () => {} });
const jobs = async () =>
  (
    await room.db.ownerPool.query<{ key: string }>(
      "select key from graphile_worker.jobs where task_identifier = $1 and locked_at is null",
      [PREVIEW_JOB],
    )
  ).rows;
const forgetJobs = () => room.db.ownerPool.query("delete from graphile_worker._private_jobs");
const later = (minutes: number) => room.clock.moveTo(room.clock.read() + minutes * MINUTE_MS);
const rows = async () =>
  (await room.db.ownerPool.query<{ n: number }>("select count(*) as n from cases.due_preview")).rows[0]?.n;
const declare = (proposal: Proposal) => {
  const command = declareDays(room.calendars, room.deps.directory, effects);
  const input = command.input.parse({
    rest: proposal.changes.map(({ date }) => date.split("-").reverse().join("/")).join(", "),
    name: proposal.name,
    decision: proposal.decision,
    reason: "Bão",
    previous: room.calendars.current(undefined).version,
  });
  return runCommand(room.deps, room.actor("controller"), command, input);
};

beforeAll(async () => {
  room = await officerRoom();
  const { database, clock, process } = room.deps;
  // Rests take no time.
  deps = { database, clock, process, calendars: room.calendars, pause: async () => {} };
  effects = calendarEffects(deps, 0);
  // Due on 30/11; the last one on 01/12.
  for (let made = 0; made < 4; made++) await room.receive();
  room.clock.moveTo(instantOf("2026-11-24", 600));
  await room.receive();
});
beforeEach(forgetJobs);
afterAll(() => room.close());

describe("the effects of a declaration on many open cases", () => {
  it("are counted in the background, once for all who ask, and are those that counting at once gives", async () => {
    const proposal = proposed();
    expect(await effects.preview(proposal)).toEqual({ state: "counting", done: 0, total: 0 });
    expect(await effects.preview({ ...proposal, name: "Tên khác" })).toMatchObject({ state: "counting" });
    expect((await jobs()).length).toBe(1);
    expect(await count()).toEqual({ done: 1 });
    const atOnce = await countEffects(deps, proposal);
    expect(atOnce).toMatchObject({ looked: 5, moved: 5 });
    const counted = await effects.preview(proposal);
    expect(counted).toEqual({ state: "counted", effects: atOnce, at: room.clock.read() });
    const [few, many] = [calendarEffects(deps, 5), calendarEffects(deps, 4)];
    const other = proposed();
    expect(await few.preview(other)).toMatchObject({ state: "counted", effects: { moved: 5 } });
    expect(await many.preview(other)).toMatchObject({ state: "counting" });
    await count();
  });

  it("are counted in bites, and whoever looks meanwhile is told how far it is", async () => {
    for (let made = 0; made < 50; made++) await room.receive();
    // Each look at the time finds a second gone, so that every bite is noted.
    let second = 0;
    const time = vi.spyOn(performance, "now").mockImplementation(() => 1000 * second++);
    onTestFinished(() => time.mockRestore());
    const proposal = proposed();
    await effects.preview(proposal);
    const seen: unknown[] = [];
    const process: RecomputeDeps["process"] = async (id) => {
      seen.push(await effects.preview(proposal));
      return deps.process(id);
    };
    await count({ process });
    expect(seen).toEqual([
      { state: "counting", done: 0, total: 55 },
      { state: "counting", done: 50, total: 55 },
    ]);
    expect(await effects.preview(proposal)).toMatchObject({ state: "counted", effects: { looked: 55 } });
  });

  it("are begun again by whoever looks when nobody has been heard of for a minute", async () => {
    const proposal = proposed();
    await effects.preview(proposal);
    // Killed half-way: the row stays as it was noted last, the job is held by a worker that is no more.
    await room.db.ownerPool.query("update cases.due_preview set done = 2, total = 5 where result is null");
    await room.db.ownerPool.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead'",
    );
    later(0.9);
    expect(await effects.preview(proposal)).toEqual({ state: "counting", done: 2, total: 5 });
    expect(await jobs()).toEqual([]);
    later(0.2);
    expect(await effects.preview(proposal)).toMatchObject({ state: "counting" });
    await effects.preview(proposal);
    expect((await jobs()).length).toBe(1);
    await count();
    expect(await effects.preview(proposal)).toMatchObject({ state: "counted", effects: { looked: 55 } });
  });

  it("say that the counting failed, until it is tried again", async () => {
    const proposal = proposed();
    await effects.preview(proposal);
    const [job] = await jobs();
    const payload = { key: job?.key.split(" ")[1] };
    const process = () => Promise.reject(new Error("no process"));
    await expect(count({ process }, payload)).rejects.toThrow("no process");
    expect(await effects.preview(proposal)).toEqual({ state: "failed" });
    expect(await count()).toEqual({ done: 0 });
    expect(await count({}, payload)).toEqual({ done: 1 });
    expect(await effects.preview(proposal)).toMatchObject({ state: "counted" });
  });

  it("are counted one after the other by one job, so that others keep their workers", async () => {
    const [one, two] = [proposed(), proposed()];
    await effects.preview(one);
    let second: unknown;
    const process: RecomputeDeps["process"] = async (id) => {
      if (second === undefined) {
        await effects.preview(two);
        second = await count();
      }
      return deps.process(id);
    };
    expect(await count({ process })).toEqual({ done: 2 });
    expect(second).toEqual({ message: "another counts them" });
    expect(await effects.preview(two)).toMatchObject({ state: "counted" });
  });

  it("entered when the one who counts has looked for the last time are looked for again soon", async () => {
    const proposal = proposed();
    await effects.preview(proposal);
    const payload = { key: (await jobs())[0]?.key.split(" ")[1] };
    // The worker has taken the job; another holds the lock still.
    await forgetJobs();
    const inVain = await alone(deps.database, PREVIEW_LOCK, () => count({}, payload));
    expect(inVain).toEqual({ message: "another counts them" });
    const again = await room.db.ownerPool.query<{ key: string; run_at: number }>(
      "select key, run_at from graphile_worker.jobs where task_identifier = $1",
      [PREVIEW_JOB],
    );
    expect(again.rows).toEqual([{ key: `${PREVIEW_JOB} ${payload.key}`, run_at: room.clock.read() + 5_000 }]);
    expect(await count({}, payload)).toEqual({ done: 1 });
    expect(await effects.preview(proposal)).toMatchObject({ state: "counted" });
  });

  it("must be known before it is declared, and hold for the calendars of that moment alone", async () => {
    const [one, two] = [proposed(), proposed()];
    expect(await declare(one)).toEqual({ ok: false, refusal: "not-counted" });
    await effects.preview(one);
    expect(await declare(one)).toEqual({ ok: false, refusal: "not-counted" });
    await effects.preview(two);
    await count();
    expect(await effects.preview(two)).toMatchObject({ state: "counted" });
    expect(await declare(one)).toMatchObject({ ok: true });
    await room.calendars.refresh();
    expect(await declare(two)).toEqual({ ok: false, refusal: "not-counted" });
    expect(await effects.preview(two)).toMatchObject({ state: "counting" });
    // Declared before the job comes: what nobody can ask for any more is not counted.
    await room.declare({ rest: "31/12/2026" });
    const before = (await rows()) ?? 0;
    await count();
    expect(await rows()).toBe(before - 1);
    expect(await effects.preview(two)).toMatchObject({ state: "counting" });
  });

  it("are forgotten after a day: who is late by then is another question", async () => {
    const proposal = proposed();
    await effects.preview(proposal);
    await count();
    expect(await effects.preview(proposal)).toMatchObject({ state: "counted" });
    later(24 * 60);
    expect(await effects.preview(proposal)).toMatchObject({ state: "counting" });
    expect(await rows()).toBe(1);
  });
});

import fc from "fast-check";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, instantOf, localDateOf } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { type ProcessDefinition, walkOf } from "../../processes/index.ts";
import { closedBySilence } from "../close-silent-opinions/close-silent-opinions.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import type { CaseAction, Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { evolve } from "../domain/evolve.ts";
import { begin, silentOpinions } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision, ProcessWalk, RuleContext, Who } from "../domain/rule-context.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { type CaseVerb, given } from "../verb.ts";
import { VERBS } from "../verbs.ts";
import { BUILDING_PERMIT, DEPARTMENT_PROCESS } from "./test-matter.ts";

const DESK = 1;
const DEPARTMENT = 2;
const OTHER = 3;
const calendar = vietnamCalendar();
const CASE_ID = "00000000-0000-7000-8000-000000000001";

/** Everybody who could touch the case: each post of each unit, twice for specialists. */
const ACTORS: readonly Who[] = [
  { kind: "officer", id: 11, posts: [{ unitId: DESK, kind: "desk-officer" }] },
  { kind: "officer", id: 21, posts: [{ unitId: DEPARTMENT, kind: "specialist" }] },
  { kind: "officer", id: 22, posts: [{ unitId: DEPARTMENT, kind: "specialist" }] },
  { kind: "officer", id: 23, posts: [{ unitId: DEPARTMENT, kind: "division-head" }] },
  { kind: "officer", id: 24, posts: [{ unitId: DEPARTMENT, kind: "leader" }] },
  { kind: "officer", id: 25, posts: [{ unitId: DEPARTMENT, kind: "clerk" }] },
  { kind: "officer", id: 31, posts: [{ unitId: OTHER, kind: "specialist" }] },
];

const FILE = { sha256: "a".repeat(64), name: "don.pdf", mediaType: "application/pdf", bytes: 10 };

/** A filled-in form for every verb; the date is far enough to be later than any appointment of these lives. */
function inputFor(verb: string, actor: Who, now: Instant): unknown {
  switch (verb) {
    case "assign":
      return { officerId: actor.id };
    case "draft-result":
      return { kind: "granted", title: "Giấy phép", content: "Nội dung" };
    case "give-opinion":
      return { opinion: "agree", text: "Đồng ý" };
    case "ask-opinion":
      return { unitId: OTHER, question: "Có vướng không?", workingDays: 2 };
    case "note-financial-duty":
      return { name: "Lệ phí", amount: 100_000, notice: "01/TB" };
    case "pass-on":
    case "approve":
      return { evidenceNumber: "12/PC", evidenceDate: localDateOf(now) };
    case "end-wait":
      return { documentNumber: "34/TB", documentDate: localDateOf(now) };
    case "confirm-payment":
      return { receipt: "CT-01" };
    case "complete-supplement":
      return { papers: "Bản vẽ" };
    case "hand-over":
      return { method: "counter", collectorName: "Lụa", check: "receipt" };
    case "apologise":
      return { reason: "Chậm", newDate: localDateOf(now + 60 * 86_400_000) };
    case "urge":
    case "answer-urge":
      return { text: "Đề nghị làm ngay" };
    case "withdraw":
      return { reason: "Đổi ý", proof: "signed-form", files: [FILE] };
    case "stop":
      return { reason: "Dừng", basis: "Điều 1" };
    default:
      return { reason: "Lý do", items: "Bản vẽ" };
  }
}

/** One try of a random life, after some minutes: anybody anything, or one of what is lawful now. */
export type Try = {
  readonly anything: boolean;
  readonly actor: number;
  readonly verb: number;
  readonly pick: number;
  /** Prefers what brings the case on; without it few lives would come to a result. */
  readonly forward: boolean;
  /** Rarely a life may end here: otherwise most would be over before they began. */
  readonly mayEnd: boolean;
  readonly minutes: number;
};

const anyTry: fc.Arbitrary<Try> = fc.record({
  anything: fc.nat(2).map((draw) => draw === 0),
  actor: fc.nat(ACTORS.length - 1),
  verb: fc.nat(VERBS.length - 1),
  pick: fc.nat(10_000),
  forward: fc.nat(2).map((draw) => draw > 0),
  mayEnd: fc.nat(19).map((draw) => draw === 0),
  // Now and then weeks pass in which the applicant does not come.
  minutes: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 3000 }) },
    { weight: 1, arbitrary: fc.constant(45_000) },
  ),
});

/** Tries of many people over weeks. */
export const anyLife = fc.array(anyTry, { minLength: 1, maxLength: 60, size: "max" });

const FORWARD = new Set([
  "pass-on",
  "approve",
  "issue",
  "hand-over",
  "draft-result",
  "end-wait",
  "give-opinion",
]);
const ENDS = new Set(["withdraw", "stop"]);

type Deed = { readonly who: Who; readonly verb: CaseVerb };

/** Who tries what: as drawn, or one of all that the rules allow at this moment. */
function deedOf(one: Try, state: CaseState, now: Instant, process: ProcessDefinition): Deed {
  const drawn = { who: ACTORS[one.actor] as Who, verb: VERBS[one.verb] as CaseVerb };
  if (one.anything) return one.mayEnd || !ENDS.has(drawn.verb.name) ? drawn : { ...drawn, verb: passOn };
  const lawful = ACTORS.flatMap((who) =>
    VERBS.filter((verb) => one.mayEnd || !ENDS.has(verb.name))
      .filter((verb) => verb.may(state, contextOf(who, now, process)) === undefined)
      .map((verb): Deed => ({ who, verb })),
  );
  const forward = one.forward ? lawful.filter((deed) => FORWARD.has(deed.verb.name)) : [];
  // Who brings a case on drafts before passing on, and once: without a draft nobody can approve, and a new one undoes it.
  const isDraft = (deed: Deed) => deed.verb.name === "draft-result";
  const isWanted = state.draft === undefined || state.status === CASE_STATUS.finished;
  const drafting = isWanted ? forward.filter(isDraft) : [];
  const onward = forward.filter((deed) => !isDraft(deed));
  const choice = [drafting, onward, lawful].find((deeds) => deeds.length > 0) ?? [];
  return choice[one.pick % Math.max(1, choice.length)] ?? drawn;
}

/** What a life became. */
export type Life = {
  readonly actions: readonly CaseAction[];
  /** The state after each action. */
  readonly states: readonly CaseState[];
  readonly refusals: readonly CaseRefusal[];
};

/** How a life begins. */
export type Birth = {
  readonly process?: ProcessDefinition;
  readonly limit?: TimeLimit;
  readonly extraWorkingDays?: number;
  readonly appointments?: Matter["appointments"];
};

/** Plays a life by the real rules: the receipt, then every try; now and then the job that reads silence comes by. */
export function live(tries: readonly Try[], birth: Birth = {}): Life {
  const { process = DEPARTMENT_PROCESS } = birth;
  let now = instantOf("2026-11-23", 9 * 60);
  const first = receipt(now, process, birth);
  const actions = [first];
  const states = [evolve(undefined, first)];
  const refusals: CaseRefusal[] = [];
  let state = states[0] as CaseState;
  for (const one of tries) {
    // Before a life may end much time has passed: a supplement lapses only after its term.
    now += (one.minutes + (one.mayEnd ? 40 * 1440 : 0)) * 60_000;
    if (one.pick % 3 === 0 && silentOpinions(state, now).length > 0) {
      const decided = closedBySilence(state, contextOf(SYSTEM, now, process));
      if (decided?.ok) {
        const action = actionOf(decided.value, state.version + 1, SYSTEM, now);
        state = evolve(state, action);
        actions.push(action);
        states.push(state);
      }
    }
    const { who, verb } = deedOf(one, state, now, process);
    const context = contextOf(who, now, process);
    const input = verb.input.parse(inputFor(verb.name, who, now));
    const denied = verb.may(state, context);
    const decided = denied ?? verb.decide(state, input, context);
    if (!decided.ok) {
      refusals.push(decided.refusal);
      continue;
    }
    const action = actionOf(decided.value, state.version + 1, who, now);
    state = evolve(state, action);
    actions.push(action);
    states.push(state);
  }
  return { actions, states, refusals };
}

const WALKS = new WeakMap<ProcessDefinition, ProcessWalk>();

function walkIn(process: ProcessDefinition): ProcessWalk {
  const walk = WALKS.get(process) ?? walkOf(process);
  WALKS.set(process, walk);
  return walk;
}

const SYSTEM: Who = { kind: "system", posts: [] };
const UNITS = [
  { id: DESK, code: "DESK", level: "province", kind: "one-stop-centre", parentId: 9, mountain: false },
  { id: DEPARTMENT, code: "H21.18", level: "province", kind: "department", parentId: 9, mountain: false },
  { id: OTHER, code: "OTHER", level: "province", kind: "department", parentId: 9, mountain: false },
];

function contextOf(who: Who, now: Instant, process: ProcessDefinition): RuleContext {
  return {
    now,
    who,
    calendar,
    rules: rulesOn(localDateOf(now)),
    process: process.steps,
    walk: walkIn(process),
    units: {
      find: (id) => UNITS.find((unit) => unit.id === id),
      byCode: (code) => UNITS.find((unit) => unit.code === code),
    },
    committeeId: 9,
    resultSuffix: "H21.18",
    paperNumber: 1,
  };
}

function actionOf(decision: Decision, seq: number, who: Who, now: Instant): CaseAction {
  const by = who.id === undefined ? { kind: who.kind } : { kind: who.kind, id: who.id };
  return { caseId: CASE_ID, seq, at: now, by, ...decision };
}

function receipt(now: Instant, process: ProcessDefinition, birth: Birth): CaseAction {
  const who = ACTORS[0] as Who;
  const context = contextOf(who, now, process);
  const { content } = BUILDING_PERMIT;
  const { limit = { amount: 5, unit: "working-day" }, extraWorkingDays, appointments } = birth;
  const matter: Matter = {
    procedureId: 1,
    procedureVersion: 1,
    procedureCode: content.code,
    procedureName: content.name,
    field: content.field,
    limit,
    processId: 1,
    ...given("extraWorkingDays", extraWorkingDays),
    ...given("appointments", appointments),
  };
  const opened = begin({ receivingUnitId: DESK, decidingUnitId: DEPARTMENT, matter, nextStep: 1 }, context);
  if (!opened.ok) throw new Error(`nobody receives: ${opened.refusal}`);
  const decision: Decision = {
    status: 2,
    data: {
      type: "received",
      code: "H21.00.01-261123-0001",
      matter,
      receivingUnitId: DESK,
      decidingUnitId: DEPARTMENT,
      channel: "direct",
      applicant: { kind: "person", name: "Nguyễn Thị Lụa", number: "064185004321" },
      request: content.name,
      papers: [],
      copies: 1,
      returnMethod: "counter",
      paperNumber: 1,
    },
    opened: opened.value,
    clock: {
      kind: "started",
      ...dueProperty(appointment(matter, now, context)),
      calendar: calendar.version,
      rules: context.rules.id,
    },
  };
  return actionOf(decision, 1, who, now);
}

import type { SeededRandom } from "../../src/demo/seeded-random.ts";
import { rulesOn } from "../../src/kernel/deadline-rules.ts";
import type { Result } from "../../src/kernel/result.ts";
import { type Instant, localDateOf, MINUTE_MS } from "../../src/kernel/time.ts";
import { addWorkingMinutes } from "../../src/kernel/working-calendar.ts";
import { approveResult } from "../../src/modules/cases/approve-result/approve-result.ts";
import { runCaseVerb } from "../../src/modules/cases/case-command.ts";
import type { CasesDeps } from "../../src/modules/cases/cases-deps.ts";
import type { CaseState, OpenStep } from "../../src/modules/cases/domain/case-state.ts";
import { supplementDenied } from "../../src/modules/cases/domain/supplement-window.ts";
import { draftResult } from "../../src/modules/cases/draft-result/draft-result.ts";
import { endWait } from "../../src/modules/cases/end-wait/end-wait.ts";
import { giveOpinion } from "../../src/modules/cases/give-opinion/give-opinion.ts";
import { handOver } from "../../src/modules/cases/hand-over/hand-over.ts";
import { issueResult } from "../../src/modules/cases/issue-result/issue-result.ts";
import { passOn } from "../../src/modules/cases/pass-on/pass-on.ts";
import { proposeSupplement } from "../../src/modules/cases/propose-supplement/propose-supplement.ts";
import { rateCase } from "../../src/modules/cases/rate-case/rate-case.ts";
import { receiveCase } from "../../src/modules/cases/receive-case/receive-case.ts";
import type { ReceiveCase } from "../../src/modules/cases/receive-case/receive-input.ts";
import { requestSupplement } from "../../src/modules/cases/request-supplement/request-supplement.ts";
import { trackingWord } from "../../src/modules/cases/tracking-word.ts";
import type { CaseVerb } from "../../src/modules/cases/verb.ts";
import type { Errand, ProvinceFacts } from "./province-facts.ts";
import { type RecordedCase, RecordingDatabase } from "./recording-database.ts";
import type { SerialSource } from "./serials.ts";

/** A case to be made. */
export type HistoryPlan = {
  readonly errand: Errand;
  readonly input: ReceiveCase;
  readonly receivedAt: Instant;
  /** Nothing happens after this moment. */
  readonly until: Instant;
  /** It stays with this many steps done; undefined: it goes its whole way. */
  readonly stuckAfter?: number;
  /** Papers are found missing on the specialist's desk, and the clock stands still. */
  readonly lacksPapers?: boolean;
  /** A second passes between two actions, as under a load; undefined: as much as work takes. */
  readonly isHurried?: boolean;
  /** Its applicant says how it was; undefined: three in ten do. */
  readonly isRated?: boolean;
};

const SECOND = 1000;
const MISSING = {
  items: ["Bản sao giấy tờ tùy thân còn hiệu lực"],
  reason: "Giấy tờ nộp kèm đã hết hiệu lực",
};

/** Makes whole case histories with the program's own commands, each at its own moment, on a database that records. */
export class HistoryMaker {
  readonly #facts: ProvinceFacts;
  readonly #random: SeededRandom;
  readonly #recording = new RecordingDatabase();
  readonly #deps: CasesDeps;
  #errand: Errand | undefined;
  #now: Instant = 0;

  constructor(facts: ProvinceFacts, trackingKey: Buffer, random: SeededRandom) {
    this.#facts = facts;
    this.#random = random;
    // What the commands used here never ask is absent; asking would throw.
    const deps: Partial<CasesDeps> = {
      database: this.#recording.database,
      clock: () => this.#now,
      directory: facts.directory,
      calendarOf: () => facts.calendar,
      process: async () => this.#present.process.definition,
      processFor: async () => this.#present.process,
      procedureInForce: async () => this.#present.procedure,
      trackingKey,
    };
    this.#deps = deps as CasesDeps;
  }

  async make(plan: HistoryPlan, serials: SerialSource): Promise<RecordedCase> {
    this.#errand = plan.errand;
    this.#now = plan.receivedAt;
    this.#recording.begin(plan.input.caseId, serials);
    const desk = this.#officer(plan.input.receivingUnitId, "desk-officer");
    let state = value(await receiveCase(this.#deps, desk, plan.input));
    for (let done = 0; done !== plan.stuckAfter; done++) {
      const step = state.open[0];
      if (step === undefined || !this.#moveOn(step, plan)) break;
      const next = await this.#doStep(state, step, plan.lacksPapers === true);
      if (next === undefined) break;
      state = next;
    }
    const isRated = plan.isRated ?? this.#random.chance(0.3);
    if (state.open.length === 0 && isRated) await this.#rate(state, plan);
    return this.#recording.recorded;
  }

  get #present(): Errand {
    if (this.#errand === undefined) throw new Error("no case is being made");
    return this.#errand;
  }

  /** Time passes as work takes it: mostly within the step's budget, now and then far beyond. */
  #moveOn(step: OpenStep, { until, isHurried }: HistoryPlan): boolean {
    if (isHurried === true) {
      this.#now += SECOND;
      return true;
    }
    const budget =
      this.#present.process.definition.steps.find((one) => one.id === step.processStep)?.budgetMinutes ?? 60;
    const share = this.#random.chance(0.02) ? 2 + this.#random.next() * 6 : 0.05 + this.#random.next() * 0.8;
    const minutes = Math.max(1, Math.round(budget * share));
    const at = addWorkingMinutes(this.#facts.calendar, this.#now, minutes) + this.#random.between(0, 59_999);
    if (at >= until) return false;
    this.#now = at;
    return true;
  }

  /** Does what the step asks; undefined where the case now waits for its applicant. */
  async #doStep(state: CaseState, step: OpenStep, lacksPapers: boolean): Promise<CaseState | undefined> {
    switch (step.work) {
      case "process":
        if (lacksPapers && this.#mayAsk(state)) return this.#askForPapers(state, step);
        if (state.draft === undefined) {
          await this.#does(state, step, draftResult, draftOf(state));
          this.#now += SECOND;
        }
        return this.#does(state, step, passOn, sent(this.#now));
      case "opinion":
        return this.#does(state, step, giveOpinion, { opinion: "agree", text: "Đồng ý." });
      case "await-outside":
      case "await-payment":
        return this.#does(state, step, endWait, came(this.#now));
      case "approve":
        return this.#does(state, step, approveResult, sent(this.#now));
      case "issue":
        return this.#does(state, step, issueResult, { files: [] });
      case "return":
        return this.#does(state, step, handOver, {
          method: "counter",
          collectorName: state.applicant.name,
          check: "receipt",
        });
      default:
        return this.#does(state, step, passOn, sent(this.#now));
    }
  }

  /** The law gives three working days for it; whoever looked later goes on with what there is. */
  #mayAsk(state: CaseState): boolean {
    const now = this.#now + 20 * MINUTE_MS;
    const { calendar } = this.#facts;
    return supplementDenied(state, { now, calendar, rules: rulesOn(localDateOf(now)) }) === undefined;
  }

  async #askForPapers(state: CaseState, step: OpenStep): Promise<undefined> {
    const proposed = await this.#does(state, step, proposeSupplement, MISSING);
    const ask = proposed.open.find((side) => side.work === "ask-supplement");
    if (ask === undefined) throw new Error("a proposal opens work for the desk");
    this.#now += 20 * MINUTE_MS;
    await this.#does(proposed, ask, requestSupplement, MISSING);
    return undefined;
  }

  async #rate(state: CaseState, { until, isHurried }: HistoryPlan): Promise<void> {
    const at =
      this.#now + (isHurried === true ? SECOND : this.#random.between(MINUTE_MS, 90 * 60 * MINUTE_MS));
    if (at >= until) return;
    this.#now = at;
    const overall = this.#random.weighted([
      ["satisfied", 90],
      ["neutral", 7],
      ["unsatisfied", 3],
    ] as const);
    const who = { code: state.code, word: trackingWord(this.#deps.trackingKey, state.id).printed };
    value(await rateCase(this.#deps, who, { overall, answers: { time: overall === "satisfied" ? 2 : 1 } }));
  }

  async #does<Input>(
    state: CaseState,
    step: OpenStep,
    verb: CaseVerb<Input>,
    input: Input,
  ): Promise<CaseState> {
    const officer = this.#officer(step.unitId, step.post);
    return value(await runCaseVerb(this.#deps, officer, verb, { caseId: state.id }, input));
  }

  #officer(unitId: number, post: string) {
    return this.#facts.officer(unitId, post, this.#random.between(0, 7));
  }
}

/** The documents by which a case is sent where its clock stands still, and comes back. */
const sent = (now: Instant) => ({ evidenceNumber: "15/PC", evidenceDate: localDateOf(now) });
const came = (now: Instant) => ({ documentNumber: "27/TB", documentDate: localDateOf(now), files: [] });

function draftOf(state: CaseState) {
  return {
    kind: "granted" as const,
    title: `Kết quả giải quyết: ${state.matter.procedureName}`.slice(0, 300),
    content: `Đồng ý giải quyết đề nghị của ${state.applicant.name}, hồ sơ ${state.code}.`,
    files: [],
  };
}

function value<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(`a case of the volume was refused: ${result.refusal}`);
}

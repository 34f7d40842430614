import { randomBytes } from "node:crypto";
import { inventPerson } from "../src/demo/people.ts";
import { SeededRandom } from "../src/demo/seeded-random.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import { trackingWord } from "../src/modules/cases/tracking-word.ts";
import { systemClock } from "../src/platform/clock.ts";
import { type CpuTime, cpuPer } from "./cpu-time.ts";
import { HttpConnection } from "./http-connection.ts";
import { Latencies } from "./latencies.ts";
import type { OfficerSession } from "./officer-sessions.ts";
import type { Counter, Errand, ProvinceFacts } from "./volume/province-facts.ts";

/** What the load needs to know of the installation. */
export type Target = {
  readonly addresses: readonly string[];
  readonly facts: ProvinceFacts;
  readonly sessions: ReadonlyMap<number, OfficerSession>;
  readonly trackingKey: Buffer;
  /** Reads the processor time of all parts. */
  cpu(): Promise<CpuTime | undefined>;
};

export type LifecycleReport = {
  /** Whole lives ended in the measured time: eight commands each. */
  readonly lifecyclesPerSecond: number;
  readonly commandsPerSecond: number;
  /** Milliseconds of one processor that a command cost in each part; undefined where the system does not say. */
  readonly cpuPerCommand: CpuTime | undefined;
  readonly errors: number;
  readonly faults: readonly string[];
  readonly requests: ReturnType<Latencies["report"]>;
};

export type LoadOptions = {
  readonly seconds: number;
  readonly concurrency: number;
  /** Lives begun in a second at most; undefined: as many as the machine gives. */
  readonly pace?: number;
  /** Called when the warm-up is over and measuring begins. */
  readonly onStart?: () => void;
  /** Runs beside the load from its beginning; ended with the signal. */
  readonly beside?: (signal: AbortSignal) => Promise<void>;
};

const WARM_UP_SECONDS = 3;
/** The way of a case inside a commune, which the eight requests follow. */
const WORKS = "receive process approve issue return";

/** Drives whole lives of cases through the API at many counters at once, and measures after a warm-up. */
export async function measureLifecycles(target: Target, options: LoadOptions): Promise<LifecycleReport> {
  const errands = communeErrands(target.facts);
  const counters = target.facts.counters.get("commune") ?? [];
  const latencies = new Latencies();
  const stop = new AbortController();
  const turn = turns(options.pace);
  let ended = 0;
  const worker = async (number: number) => {
    const address = target.addresses[number % target.addresses.length] ?? "";
    const connection = await HttpConnection.open(address);
    const random = new SeededRandom(number + systemClock());
    while (!stop.signal.aborted) {
      await turn();
      const life = new Life(target, connection, latencies, random);
      if (await life.run(random.pick(errands), random.pick(counters))) ended++;
    }
    connection.close();
  };
  const workers = Array.from({ length: options.concurrency }, (_, number) => worker(number));
  const beside = options.beside?.(stop.signal);
  await sleep(WARM_UP_SECONDS);
  latencies.restart();
  options.onStart?.();
  ended = 0;
  const cpuBefore = await target.cpu();
  const since = performance.now();
  await sleep(options.seconds);
  const seconds = (performance.now() - since) / 1000;
  const measured = { lives: ended, commands: latencies.total };
  const cpuPerCommand = cpuPer(cpuBefore, await target.cpu(), measured.commands);
  const requests = latencies.report();
  stop.abort();
  await Promise.all([...workers, beside]);
  return {
    lifecyclesPerSecond: measured.lives / seconds,
    commandsPerSecond: measured.commands / seconds,
    cpuPerCommand,
    errors: latencies.errors,
    faults: latencies.faults,
    requests,
  };
}

/** Lets callers begin at a pace, evenly and without catching up on what was missed; without a pace at once. */
function turns(pace: number | undefined): () => Promise<void> {
  if (pace === undefined) return async () => {};
  let next = performance.now();
  return async () => {
    const now = performance.now();
    const mine = Math.max(now, next);
    next = mine + 1000 / pace;
    if (mine > now) await sleep((mine - now) / 1000);
  };
}

/** Errands that a commune works in the five steps of the eight requests. */
export function communeErrands(facts: ProvinceFacts): Errand[] {
  const errands = facts.errands.filter(
    ({ procedure, process }) =>
      procedure.content.levels[0] === "commune" &&
      process.definition.steps.map((step) => step.work).join(" ") === WORKS,
  );
  if (errands.length === 0) throw new Error("The seed has no procedure that a commune works in five steps.");
  return errands;
}

/** The first papers of the procedure's list, as the desk ticks them. */
function papersOf({ procedure }: Errand) {
  const listed = procedure.content.papers
    .slice(0, 4)
    .map(({ id, name }) => ({ id, name: name.slice(0, 1000), form: "original" }));
  return listed.length > 0 ? listed : [{ name: "Tờ khai", form: "original" }];
}

/** One case from the counter to the rating. */
class Life {
  readonly #target: Target;
  readonly #connection: HttpConnection;
  readonly #latencies: Latencies;
  readonly #random: SeededRandom;
  readonly #id = uuidv7(systemClock(), randomBytes(10));

  constructor(target: Target, connection: HttpConnection, latencies: Latencies, random: SeededRandom) {
    this.#target = target;
    this.#connection = connection;
    this.#latencies = latencies;
    this.#random = random;
  }

  /** True when every step was answered as expected. */
  async run(errand: Errand, counter: Counter): Promise<boolean> {
    const { desk, deciding } = counter;
    const person = inventPerson(this.#random, deciding.shortName);
    const received = await this.#send("receive", this.#as(desk.id, "desk-officer"), "/api/v1/cases", 201, {
      caseId: this.#id,
      procedureCode: errand.procedure.content.code,
      ...(errand.variantCode === undefined ? {} : { variantCode: errand.variantCode }),
      receivingUnitId: desk.id,
      decidingUnitId: deciding.id,
      applicantName: person.name,
      applicantNumber: person.number,
      applicantPhone: person.phone,
      applicantAddress: person.address,
      papers: papersOf(errand),
    });
    if (received === undefined) return false;
    const { code } = JSON.parse(received) as { code: string };
    const draft = {
      kind: "granted",
      title: `Kết quả ${errand.procedure.content.name}`.slice(0, 300),
      content: `Đồng ý giải quyết đề nghị của ${person.name}.`,
    };
    const handOver = { method: "counter", collectorName: person.name, check: "receipt" };
    return (
      (await this.#does("pass-on", desk.id, "desk-officer", {})) &&
      (await this.#does("draft-result", deciding.id, "specialist", draft)) &&
      (await this.#does("pass-on", deciding.id, "specialist", {})) &&
      (await this.#does("approve", deciding.id, "leader", {})) &&
      (await this.#does("issue", deciding.id, "clerk", {})) &&
      (await this.#does("hand-over", desk.id, "desk-officer", handOver)) &&
      (await this.#rate(code))
    );
  }

  async #does(verb: string, unitId: number, post: string, input: unknown): Promise<boolean> {
    const path = `/api/v1/cases/${this.#id}/${verb}`;
    return (await this.#send(verb, this.#as(unitId, post), path, 200, { input })) !== undefined;
  }

  async #rate(code: string): Promise<boolean> {
    const word = trackingWord(this.#target.trackingKey, this.#id).printed;
    const path = `/api/v1/track/${code}/rating?w=${word}`;
    return (
      (await this.#send("rate", "", path, 200, { overall: "satisfied", answers: { time: 2 } })) !== undefined
    );
  }

  #as(unitId: number, post: string): string {
    const officer = this.#target.facts.officer(unitId, post, this.#random.between(0, 7));
    return this.#target.sessions.get(officer.id)?.headers ?? "";
  }

  async #send(
    kind: string,
    headers: string,
    path: string,
    expected: number,
    body: unknown,
  ): Promise<string | undefined> {
    const answer = await this.#connection.request({
      method: "POST",
      path,
      headers,
      body: JSON.stringify(body),
    });
    this.#latencies.note(kind, answer.ms);
    if (answer.status === expected) return answer.body;
    this.#latencies.noteError(kind, `${answer.status} ${answer.body.slice(0, 300)}`);
    return undefined;
  }
}

const sleep = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));

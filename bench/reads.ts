import { SeededRandom } from "../src/demo/seeded-random.ts";
import { trackingWord } from "../src/modules/cases/tracking-word.ts";
import { HttpConnection } from "./http-connection.ts";
import { Latencies } from "./latencies.ts";
import type { Target } from "./lifecycle.ts";
import { type PageWeight, pageWeight } from "./page-weight.ts";
import type { SampleCase } from "./sample-cases.ts";

export type ReadOptions = { readonly readers: number; readonly pauseMs: number };

/**
 * Officers and citizens who look while the load runs: queue, case screen, three kinds of search, tracking. Each reader
 * waits a little between two looks, as people do.
 */
export async function readBeside(
  target: Target,
  samples: readonly SampleCase[],
  latencies: Latencies,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<void> {
  const reader = async (number: number) => {
    const connection = await HttpConnection.open(target.addresses[number % target.addresses.length] ?? "");
    const random = new SeededRandom(number + 1);
    while (!signal.aborted) {
      const { kind, path, headers } = random.pick(looksAt(target, random.pick(samples), random));
      const answer = await connection.request({ method: "GET", path, headers });
      latencies.note(kind, answer.ms);
      // The only case of an exact code opens at once, by a redirect.
      if (answer.status !== 200 && answer.status !== 303)
        latencies.noteError(kind, `${answer.status} ${path}`);
      await new Promise((done) => setTimeout(done, options.pauseMs));
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: options.readers }, (_, number) => reader(number)));
}

type Look = { readonly kind: string; readonly path: string; readonly headers: string };

function looksAt(target: Target, sample: SampleCase, random: SeededRandom): Look[] {
  const headers = (unitId: number, post: string) =>
    target.sessions.get(target.facts.officer(unitId, post, random.between(0, 7)).id)?.headers ?? "";
  const desk = headers(sample.deskId, "desk-officer");
  const search = (q: string) => `/officer/search?q=${encodeURIComponent(q)}`;
  return [
    {
      kind: "queue",
      path: "/officer",
      headers: random.chance(0.5) ? desk : headers(sample.decidingId, "specialist"),
    },
    { kind: "case screen", path: `/officer/cases/${sample.id}`, headers: desk },
    { kind: "search by code", path: search(sample.code), headers: desk },
    { kind: "search by number", path: search(sample.number), headers: desk },
    { kind: "search by name", path: search(sample.name), headers: desk },
    { kind: "tracking", path: trackingPath(target, sample), headers: "" },
  ];
}

export type TrackingReport = PageWeight & {
  readonly pagesPerSecond: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

/** The public tracking page alone: as many as the machine gives, every time another case. */
export async function measureTracking(
  target: Target,
  samples: readonly SampleCase[],
  options: { readonly seconds: number; readonly concurrency: number },
): Promise<TrackingReport> {
  const latencies = new Latencies();
  const until = performance.now() + (options.seconds + 1) * 1000;
  const paths = samples.map((sample) => trackingPath(target, sample));
  const worker = async (number: number) => {
    const connection = await HttpConnection.open(target.addresses[number % target.addresses.length] ?? "");
    for (let index = number; performance.now() < until; index += options.concurrency) {
      const answer = await connection.request({ method: "GET", path: paths[index % paths.length] ?? "" });
      latencies.note("tracking", answer.ms);
      if (answer.status !== 200) latencies.noteError("tracking", String(answer.status));
    }
    connection.close();
  };
  const workers = Array.from({ length: options.concurrency }, (_, number) => worker(number));
  await new Promise((done) => setTimeout(done, 1000));
  latencies.restart();
  await Promise.all(workers);
  const { count, errors, p50, p95, p99 } = latencies.of("tracking");
  const weight = await pageWeight(target.addresses[0] ?? "", paths[0] ?? "");
  return { pagesPerSecond: count / options.seconds, errors, p50, p95, p99, ...weight };
}

function trackingPath(target: Target, sample: SampleCase): string {
  return `/track/${sample.code}?w=${trackingWord(target.trackingKey, sample.id).printed}`;
}

import type { Clock } from "./platform/clock.ts";

/** Asks again only when the last answer is older than `ms`; a failed question is not remembered. */
export function remembered<T>(ms: number, clock: Clock, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let askedAt = 0;
  return () => {
    if (answer !== undefined && clock() - askedAt < ms) return answer;
    const asked = ask();
    answer = asked;
    askedAt = clock();
    asked.catch(() => {
      if (answer === asked) answer = undefined;
    });
    return asked;
  };
}

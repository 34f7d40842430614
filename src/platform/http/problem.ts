import type { FastifyReply } from "fastify";

/** RFC 9457 problem details. `type` is the word of the refusal as a URN; `errors` name the fields at fault. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
};

export const PROBLEM_TYPE = "application/problem+json";

/** Builds the problem of a refusal word. */
export function problem(status: number, word: string, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:mot-cua:problem:${word}`, title, status, ...more };
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  return reply.status(body.status).type(PROBLEM_TYPE).send(JSON.stringify(body));
}

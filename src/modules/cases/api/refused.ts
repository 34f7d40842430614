import type { FastifyReply, FastifyRequest } from "fastify";
import { problem, sendProblem } from "../../../platform/http/problem.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { messagesEn } from "../messages.en.ts";
import { messagesVi } from "../messages.vi.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";

/** Answers a refusal as a problem, in the language of the request. */
export function refused(request: FastifyRequest, reply: FastifyReply, refusal: CaseRefusal): FastifyReply {
  const title = (request.lang === "en" ? messagesEn : messagesVi).refusals[refusal];
  return sendProblem(reply, problem(REFUSAL_STATUS[refusal], refusal, title, { instance: request.url }));
}

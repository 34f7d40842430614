import type { FastifyReply, FastifyRequest } from "fastify";
import { problem, sendProblem } from "../../../platform/http/problem.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";
import { refusalText } from "../texts.ts";

/** Answers a refusal as a problem, in the language of the request. */
export function refused(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: CaseRefusal,
  detail?: string,
): FastifyReply {
  const title = refusalText(request.lang === "en" ? "en" : "vi", refusal, detail);
  return sendProblem(reply, problem(REFUSAL_STATUS[refusal], refusal, title, { instance: request.url }));
}

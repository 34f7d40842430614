import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AccessDenied } from "./access.ts";
import { CrossSiteRequest } from "./csrf.ts";
import { problem, sendProblem } from "./problem.ts";

/** What went wrong, as pages and problems say it. */
export type ErrorWord =
  | AccessDenied["word"]
  | "cross-site"
  | "not-found"
  | "too-many-requests"
  | "file-too-large"
  | "request-invalid"
  | "something-went-wrong";

/** Draws the page of an error; given by the composition root, since the platform knows no design system. */
export type ErrorFace = (
  request: FastifyRequest,
  error: { readonly status: number; readonly word: ErrorWord; readonly incident?: string },
) => string;

const STATUS = {
  "not-signed-in": 401,
  "token-invalid": 401,
  "second-factor-owed": 401,
  "not-permitted": 403,
  "cross-site": 403,
  "not-found": 404,
  "file-too-large": 413,
  "request-invalid": 400,
  "too-many-requests": 429,
  "something-went-wrong": 500,
} as const satisfies Record<ErrorWord, number>;

const TITLE: Record<ErrorWord, string> = {
  "not-signed-in": "Sign in first",
  "token-invalid": "The token is unknown, expired or revoked",
  "second-factor-owed": "The second factor is still owed",
  "not-permitted": "Your post does not allow this",
  "cross-site": "The request did not come from our own page",
  "not-found": "There is nothing here",
  "file-too-large": "A file is too large",
  "request-invalid": "The request does not have the agreed form",
  "too-many-requests": "Too many requests; try again in a minute",
  "something-went-wrong": "Something went wrong",
};

/** Turns every thrown error into an answer: problems for the API, pages for people; bugs get an incident number. */
export function answerErrors(app: FastifyInstance, errorPage: ErrorFace): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, errorPage));
  app.setNotFoundHandler({}, (request, reply) => answer(request, reply, "not-found", errorPage));
}

/** The same for what fails before there is a route, such as an address that cannot be decoded. */
export function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  errorPage: ErrorFace,
): FastifyReply {
  const word = wordOf(error);
  if (word !== "something-went-wrong") return answer(request, reply, word, errorPage, fieldsOf(error));
  const incident = randomUUID().slice(0, 8);
  request.log.error({ incident, err: error, route: request.routeOptions.url }, "request failed");
  return answer(request, reply, word, errorPage, undefined, incident);
}

function wordOf(error: FastifyError): ErrorWord {
  if (error instanceof AccessDenied) return error.word;
  if (error instanceof CrossSiteRequest) return "cross-site";
  if (error.statusCode === 429) return "too-many-requests";
  if (error.statusCode === 413) return "file-too-large";
  if (error.statusCode === 404) return "not-found";
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return "request-invalid";
  return "something-went-wrong";
}

function fieldsOf(error: FastifyError): { field: string; code: string }[] | undefined {
  return error.validation?.map((fault) => ({
    field: fault.instancePath.replace(/^\//, "").replaceAll("/", "."),
    code: fault.message ?? "invalid",
  }));
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  word: ErrorWord,
  errorPage: ErrorFace,
  errors?: { field: string; code: string }[],
  incident?: string,
): FastifyReply {
  const status = STATUS[word];
  if (request.url.startsWith("/api/")) {
    const more = {
      instance: request.url,
      ...(errors ? { errors } : {}),
      ...(incident ? { detail: incident } : {}),
    };
    return sendProblem(reply, problem(status, word, TITLE[word], more));
  }
  const signIn =
    word === "not-signed-in" ? "/sign-in" : word === "second-factor-owed" ? "/sign-in/code" : undefined;
  if (signIn !== undefined && request.method === "GET") {
    return reply.redirect(`${signIn}?next=${encodeURIComponent(request.url)}`, 303);
  }
  const html = errorPage(request, { status, word, ...(incident ? { incident } : {}) });
  return reply.status(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}

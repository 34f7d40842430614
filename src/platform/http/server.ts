import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Registry } from "prom-client";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { guardRoutes, type RouteEntry, type SessionPort } from "./access.ts";
import { guardCrossSite } from "./csrf.ts";
import { answerError, answerErrors, type ErrorFace } from "./errors.ts";
import { readMultipartForms } from "./form.ts";
import { chooseLanguage } from "./language.ts";
import { measureRequests } from "./metrics.ts";
import { describeApi } from "./openapi.ts";
import { keepTextsSound } from "./sound-text.ts";
import { changesTakeTurns } from "./turns.ts";

export type ServerOptions = {
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: SessionPort;
  readonly errorPage: ErrorFace;
  readonly secure: boolean;
  /** Requests per minute for an anonymous address and for a session; tests and benches raise them. */
  readonly limits: { readonly anonymousPerMinute: number; readonly sessionPerMinute: number };
  /** Changing requests worked on at once; absent: as many as the processors are good for. */
  readonly changesAtOnce?: number;
};

export type Server = {
  readonly app: FastifyInstance;
  /** Filled as routes are registered. */
  readonly routes: readonly RouteEntry[];
  readonly metrics: Registry;
};

/** The life of a request: limits, language, who asks, may they, form, cross-site check, a turn, the route, errors. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const app: FastifyInstance = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: "loopback",
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, options.errorPage),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app, options.errorPage);

  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(helmet, contentRules(options.secure));
  await app.register(compress, { threshold: 1024, encodings: ["gzip"], zlibOptions: { level: 4 } });
  const { limits } = options;
  giveOwnLimits(app, limits);
  await app.register(rateLimit, {
    max: (request) => (isKnown(request) ? limits.sessionPerMinute : limits.anonymousPerMinute),
    timeWindow: 60_000,
    // Runs after the guard: a real session or token counts for itself, everything invented counts for its address.
    keyGenerator: callerOf,
    allowList: (request) => request.url.startsWith("/assets/") || request.url === "/healthz",
  });
  await describeApi(app);
  const metrics = measureRequests(app);
  chooseLanguage(app);
  const routes = guardRoutes(app, options.sessions, options.clock);
  readMultipartForms(app);
  keepTextsSound(app);
  guardCrossSite(app);
  changesTakeTurns(app, metrics, options.changesAtOnce);
  return { app, routes, metrics };
}

/** A route with a limit of its own counts its own requests, so that reading elsewhere does not use it up. */
function giveOwnLimits(app: FastifyInstance, limits: ServerOptions["limits"]): void {
  app.addHook("onRoute", (route) => {
    const own = route.config?.perMinute;
    if (own === undefined) return;
    const rateLimit = {
      max: Math.min(own, limits.anonymousPerMinute),
      timeWindow: 60_000,
      keyGenerator: callerOf,
    };
    // Tests and benches raise the general limit above all routes' own.
    if (limits.anonymousPerMinute < 100_000) route.config = { ...route.config, rateLimit };
  });
}

function isKnown(request: FastifyRequest): boolean {
  return request.session !== undefined || request.actor.kind === "system";
}

function callerOf(request: FastifyRequest): string {
  if (request.session !== undefined) return `officer:${request.session.actor.id}`;
  return request.actor.kind === "system" ? `system:${request.actor.id}` : request.ip;
}

/** Nothing from elsewhere, no inline script or style; files of a case may be shown in a frame of our own. */
function contentRules(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        connectSrc: ["'self'"],
        objectSrc: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: "same-origin" as const },
    xFrameOptions: { action: "sameorigin" as const },
  };
}

/** Sends a rendered page; never kept by shared caches, since it may show a case. */
export function sendPage(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.status(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}

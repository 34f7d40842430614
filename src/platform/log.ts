import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import type { Config } from "./config.ts";

export type Log = FastifyBaseLogger;

/**
 * The program's log, JSON lines. ERROR means that somebody must act now.
 * Personal data does not belong here; the usual places are redacted for the day somebody forgets.
 */
export function createLog(level: Config["logLevel"]): Log {
  return pino({
    level,
    redact: ["req.headers.cookie", "req.headers.authorization", "*.password", "*.applicant", "*.secret"],
  });
}

import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
  SECURE_COOKIES: z.stringbool().optional(),
  DEMO: z.stringbool().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(defaultPool()),
});

/**
 * Three connections for each processor: more statements at once only take the processors away from the program that
 * waits for them (measured: docs/bench.md).
 */
export function defaultPool(): number {
  return Math.min(48, Math.max(6, 3 * availableParallelism()));
}

/** Everything the environment decides, read once and frozen. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds the embedded database and the files. */
  readonly dataDir: string;
  /** The owner's connection (migrations); absent: PostgreSQL is embedded. */
  readonly databaseUrl: string | undefined;
  /** The app role's connection; absent: the owner's connection with `role` set to the app role. */
  readonly appDatabaseUrl: string | undefined;
  /** Address printed in QR codes; absent: taken from host and port. */
  readonly publicUrl: string | undefined;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  readonly secureCookies: boolean;
  readonly databasePool: number;
  /** Whether the demonstration province with its public passwords is brought in; a real address on HTTPS: no. */
  readonly demo: boolean;
};

/**
 * Reads the configuration from environment variables.
 * Throws one error that lists all faults, so that an operator mends them in one go.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(`The configuration is wrong:\n${z.prettifyError(parsed.error)}`);
  const value = parsed.data;
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    appDatabaseUrl: value.APP_DATABASE_URL,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ""),
    logLevel: value.LOG_LEVEL,
    secureCookies: value.SECURE_COOKIES ?? value.PUBLIC_URL?.startsWith("https:") ?? false,
    databasePool: value.DATABASE_POOL,
    demo: value.DEMO ?? !value.PUBLIC_URL?.startsWith("https:"),
  });
}

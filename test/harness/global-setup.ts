import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { leaveEmbeddedPostgres } from "../../src/platform/embedded-postgres.ts";
import { dropDatabasesOfRun } from "./test-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The run to which databases belong, by the process id of its main process. */
    testRun: { readonly id: number; readonly folder: string; readonly url: string | undefined };
  }
}

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/mot-cua-tests");

/**
 * The server for tests is started by the first test that asks for a database, so that pure tests do not wait for it.
 * Runs at the same time share it; whoever ends last stops it. TEST_DATABASE_URL names another server instead.
 */
export function setup(project: TestProject): () => Promise<void> {
  const testRun = { id: process.pid, folder: FOLDER, url: process.env.TEST_DATABASE_URL };
  project.provide("testRun", testRun);
  return async () => {
    await dropDatabasesOfRun(testRun);
    await leaveEmbeddedPostgres(FOLDER, testRun.id);
  };
}

/** For requests and jobs to end and the database to write what it has; a supervisor would kill after some thirty. */
const PATIENCE_MS = 25_000;

/**
 * Listens for Ctrl-C and SIGTERM from now on. The first one is given to whoever waits; a second one, or 25 seconds
 * without an end, leaves at once with exit code 1.
 */
export function stopSignal(): { readonly received: Promise<string> } {
  const { promise, resolve } = Promise.withResolvers<string>();
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      setTimeout(() => process.exit(1), PATIENCE_MS).unref();
      resolve(signal);
    });
  }
  return { received: promise };
}

import { createServer } from "node:net";

/** Throws a sentence for the operator when another program already listens there; 0 is always free. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once("error", (cause: NodeJS.ErrnoException) => reject(new Error(sentence(cause, host, port))));
  probe.listen({ host, port }, () => probe.close(() => resolve()));
  await promise;
}

function sentence({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES") return `Port ${port} needs more rights. Choose one above 1023: PORT=8080 npm start`;
  return `Cannot listen on ${host}:${port}: ${message}`;
}

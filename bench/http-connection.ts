import { connect, type Socket } from "node:net";

export type HttpAnswer = {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
  readonly ms: number;
};

export type HttpRequest = {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Header lines, each ended by \r\n. */
  readonly headers?: string;
  readonly body?: string;
};

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/**
 * One keep-alive connection that sends one request after another. The load generator runs on the cores it measures, and
 * Node's own client would take as much of them as the server: hence these few lines over a socket.
 */
export class HttpConnection {
  readonly #host: string;
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: HttpAnswer): void; reject(fault: Error): void; since: number } | undefined;

  private constructor(host: string, socket: Socket) {
    this.#host = host;
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    socket.on("error", (fault) => this.#fail(fault));
    socket.on("close", () => this.#fail(new Error("the server closed the connection")));
  }

  static async open(address: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.once("connect", resolve);
    socket.once("error", reject);
    await promise;
    return new HttpConnection(host, socket);
  }

  request({ method, path, headers = "", body }: HttpRequest): Promise<HttpAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    this.#waiting = { resolve, reject, since: performance.now() };
    const content =
      body === undefined
        ? ""
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${headers}${content}\r\n${body ?? ""}`,
    );
    return promise;
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const head = this.#received.indexOf(END_OF_HEAD);
    if (head < 0) return;
    const headers = this.#received.toString("latin1", 0, head);
    const begin = head + END_OF_HEAD.length;
    const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
    const isChunked = length === undefined && /\r\ntransfer-encoding: chunked/i.test(headers);
    const end = isChunked ? this.#endOfChunks(begin) : begin + Number(length ?? 0);
    if (end === undefined || this.#received.length < end) return;
    const body = this.#received.toString("utf8", begin, end);
    this.#received = this.#received.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({
      status: Number(headers.slice(9, 12)),
      headers,
      body,
      ms: performance.now() - waiting.since,
    });
  }

  #endOfChunks(begin: number): number | undefined {
    const last = this.#received.indexOf(LAST_CHUNK, begin);
    return last < 0 ? undefined : last + LAST_CHUNK.length;
  }

  #fail(fault: Error): void {
    this.#waiting?.reject(fault);
    this.#waiting = undefined;
  }
}

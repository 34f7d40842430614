import type { FastifyInstance } from "fastify";

/** What a page answered. */
export type Answer = {
  readonly status: number;
  readonly location: string | undefined;
  readonly html: string;
};
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without JavaScript: keeps cookies, and sends back the CSRF token of the page it saw last. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  #csrf = "";
  readonly #app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  get sessionToken(): string | undefined {
    return this.cookies.get("mc_session");
  }

  get(url: string): Promise<Answer> {
    return this.#send({ method: "GET", url });
  }

  /** Sends a form with the token of the last page; `_csrf: ""` in the fields sends none. */
  post(url: string, fields: Fields = {}): Promise<Answer> {
    const form = new URLSearchParams({ _csrf: this.#csrf });
    for (const [name, value] of Object.entries(fields)) {
      form.delete(name);
      for (const one of [value].flat()) form.append(name, one);
    }
    return this.#send({
      method: "POST",
      url,
      payload: form.toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  }

  /** The form of /sign-in; opens /officer/account afterwards to know its CSRF token. */
  async signIn(username: string, password: string): Promise<Answer> {
    const answer = await this.post("/sign-in", { username, password });
    if (answer.location === "/officer") await this.get("/officer/account");
    return answer;
  }

  async #send(options: {
    method: "GET" | "POST";
    url: string;
    payload?: string;
    headers?: Record<string, string>;
  }): Promise<Answer> {
    const answer = await this.#app.inject({
      ...options,
      headers: { "user-agent": "Test/1.0", ...options.headers },
      cookies: Object.fromEntries(this.cookies),
    });
    for (const cookie of answer.cookies) {
      if (cookie.value === "") this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    const html = answer.body;
    this.#csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.#csrf;
    return { status: answer.statusCode, location: answer.headers.location, html };
  }
}

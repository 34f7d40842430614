/** What came back: the status and, where it is JSON, the body; where it points elsewhere, the address. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly location: string | undefined;
};

/** Thrown when the program answers what a person at the screen would call broken. */
export class UnexpectedAnswer extends Error {}

/** Somebody's browser: keeps cookies, signs in by the form, and calls the API with the session's token. */
export class Browser {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();
  #csrf = "";
  #signInAgain: (() => Promise<void>) | undefined;
  #signingIn: Promise<void> | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  async get(path: string): Promise<Answer> {
    return this.#send(path, { method: "GET" });
  }

  /** Opens a page, or reads from the API; an officer whose session ran out over a long pause signs in again, once. */
  async open(path: string): Promise<Answer> {
    await this.#signingIn;
    const before = this.#csrf;
    const page = await this.get(path);
    if (page.status !== 303 && page.status !== 401) return page;
    return (await this.#isRenewed(before)) ? this.get(path) : page;
  }

  /** Signs in with the form, as an officer does, and reads the token that later forms need. */
  async signIn(username: string, password: string): Promise<void> {
    this.#cookies.clear();
    this.#signInAgain = () => this.signIn(username, password);
    const form = new URLSearchParams({ username, password, next: "/officer" });
    const signedIn = await this.#send("/sign-in", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: form.toString(),
    });
    if (signedIn.status !== 303) throw new UnexpectedAnswer(`${username} cannot sign in: ${signedIn.status}`);
    const first = await this.get("/officer");
    // Whoever has no queue of cases, such as the administrator, is sent on to a page of theirs.
    const page = first.location === undefined ? first : await this.get(first.location);
    this.#csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    if (this.#csrf === "") throw new UnexpectedAnswer(`${username} sees no form on /officer: ${page.status}`);
  }

  /** Calls the API; an officer whose session ran out over a long pause signs in again, once, and repeats it. */
  async post(path: string, body: unknown): Promise<Answer> {
    await this.#signingIn;
    const before = this.#csrf;
    const answer = await this.#postOnce(path, body);
    if (answer.status !== 401 || !(await this.#isRenewed(before))) return answer;
    return this.#postOnce(path, body);
  }

  /** Signs in again where the session that had this token ran out; false for who never signed in. */
  async #isRenewed(before: string): Promise<boolean> {
    const again = this.#signInAgain;
    if (again === undefined) return false;
    // Two things at once of one person: whoever notices first signs in, the other waits for it.
    if (this.#csrf === before) this.#signingIn ??= again().finally(() => (this.#signingIn = undefined));
    await this.#signingIn;
    return true;
  }

  /** Sends a form of a page, with the token that every form carries. */
  async postForm(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#send(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, _csrf: this.#csrf }).toString(),
    });
  }

  #postOnce(path: string, body: unknown): Promise<Answer> {
    return this.#send(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrf-token": this.#csrf },
      body: JSON.stringify(body),
    });
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.#base}${path}`, {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=", 2);
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : undefined,
      location: response.headers.get("location") ?? undefined,
    };
  }
}

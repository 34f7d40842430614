import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "../../src/kernel/ids.ts";
import { trackingWord } from "../../src/modules/cases/tracking-word.ts";
import type { VerbName } from "../../src/modules/cases/verbs.ts";
import { installationSecret } from "../../src/platform/secret.ts";
import { adversaryRoom, type CaseAnswer, type Person, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await adversaryRoom();
});
afterAll(() => room.close());

/** Breaks out of an attribute in either quotes and out of a text; and one that a careless link would run. */
const HOSTILE = `x"'><img src=x onerror=alert(1)></textarea></title><script>alert(2)</script>{{7*7}}\${1}`;

/** Lets a person's page be only what it says: nothing of the hostile text is markup. */
function harmless(what: string, body: string): void {
  const found = /<img src=x|<script>alert|"'>|href="(javascript|data):/i.exec(body);
  expect(found && [what, body.slice(Math.max(0, found.index - 200), found.index + 60)]).toBeNull();
}

/** Every text that a desk, an officer and an applicant can write, hostile. */
async function hostileCase(text: string): Promise<CaseAnswer> {
  const kase = await room.receive({
    caseId: uuidv7(room.app.clock.read(), randomBytes(10)),
    applicantName: text,
    applicantAddress: text,
    representativeName: text,
    representativePaper: text,
    request: text,
    returnAddress: text,
    papers: [{ name: text, form: "original" }],
  });
  const does = (person: Person, verb: VerbName, input: unknown = {}) =>
    room.does(person, verb, kase.id, input);
  const unitId = await room.unitId("H21.16");
  await does("desk", "pass-on", { note: text });
  await does("divisionHead", "urge", { text });
  await does("specialist", "answer-urge", { text });
  await does("specialist", "ask-opinion", { unitId, question: text });
  await does("stranger", "give-opinion", { opinion: "comment", text });
  await does("specialist", "note-financial-duty", { name: text, amount: 5, notice: text });
  await does("desk", "confirm-payment", { receipt: text });
  await does("specialist", "propose-supplement", { items: [text], reason: text });
  await does("desk", "decline-supplement", { reason: text });
  await does("specialist", "propose-supplement", { items: [text], reason: text });
  await does("desk", "request-supplement", { items: [text], reason: text });
  await does("desk", "complete-supplement", { papers: [text] });
  await does("desk", "pass-on", { note: text });
  const newDate = "31/12/2026";
  await does("leader", "apologise", { reason: text, newDate });
  const draft = { kind: "refused", title: text, content: text };
  await does("specialist", "draft-result", draft);
  await does("specialist", "pass-on", { note: text });
  await does("divisionHead", "send-back", { reason: text });
  await does("specialist", "pass-on", { note: text });
  await does("divisionHead", "pass-on", { note: text });
  await does("leader", "approve", { note: text });
  await does("clerk", "issue");
  await does("clerk", "recall-result", { reason: text });
  await does("specialist", "draft-result", draft);
  await does("specialist", "pass-on");
  await does("divisionHead", "pass-on");
  await does("leader", "approve");
  await does("clerk", "issue");
  return kase;
}

async function wordOf(id: string): Promise<string> {
  return trackingWord(await installationSecret(room.app.db.database, "tracking"), id).printed;
}

describe("a text stays a text", () => {
  it("on every page that shows a case, in both languages, before and after its end", async () => {
    const { id, code } = await hostileCase(HOSTILE);
    const word = await wordOf(id);
    const own = `/officer/cases/${id}`;
    const officerPages: readonly (readonly [Person, string])[] = [
      ...(["desk", "specialist", "divisionHead", "leader", "clerk", "stranger"] as const).map(
        (person) => [person, own] as const,
      ),
      ["desk", "/officer"],
      ["leader", "/officer?tab=all"],
      ["desk", `${own}/explain`],
      ["desk", `${own}/received`],
      ["desk", "/officer/register"],
      ["desk", `/officer/search?q=${encodeURIComponent('x"')}`],
      ["desk", `/officer/search?q=${encodeURIComponent(HOSTILE)}`],
      ["desk", `/officer/receive?q=${encodeURIComponent(HOSTILE)}`],
      ["desk", `/officer/register?from=${encodeURIComponent(HOSTILE)}`],
      ["leader", `/officer/reports/on-time?from=${encodeURIComponent(HOSTILE)}`],
      ["administrator", `/officer/accounts?q=${encodeURIComponent(HOSTILE)}`],
      ["controller", `/officer/catalogue?q=${encodeURIComponent(HOSTILE)}`],
      ["desk", `/officer/organisation?q=${encodeURIComponent(HOSTILE)}`],
    ];
    const look = async () => {
      for (const lang of ["vi", "en"]) {
        for (const [person, url] of officerPages) {
          const address = `${url}${url.includes("?") ? "&" : "?"}lang=${lang}`;
          const page = await room.get(person, address);
          expect([address.slice(0, 90), page.statusCode < 500]).toEqual([address.slice(0, 90), true]);
          harmless(`${person} ${address}`, page.body);
        }
        for (const rest of ["", "/explain", "/rate"]) {
          const page = await room.get(undefined, `/track/${code}${rest}?w=${word}&lang=${lang}`);
          expect(page.statusCode).toBe(200);
          harmless(rest, page.body);
        }
        for (const url of [
          "/track?code=Q&w=Q",
          "/track/Q?w=Q",
          "/procedures?q=Q&field=Q",
          "/sign-in?next=/Q",
          "/Q",
          "/officer/Q",
        ]) {
          const page = await room.get(undefined, `${url.replaceAll("Q", encodeURIComponent(HOSTILE))}`);
          harmless(url, page.body);
        }
      }
    };
    await look();
    await room.does("desk", "hand-over", id, {
      method: "counter",
      collectorName: HOSTILE,
      check: "receipt",
      note: HOSTILE,
    });
    const rating = { overall: "unsatisfied", comment: HOSTILE };
    const rated = await room.app.inject({
      method: "POST",
      url: `/api/v1/track/${code}/rating?w=${word}`,
      payload: rating,
    });
    expect(rated.statusCode).toBe(200);
    await look();
  });

  it("in a form that comes back with what was typed", async () => {
    const { id } = await room.receive();
    const fields = {
      reason: HOSTILE,
      note: HOSTILE,
      title: HOSTILE,
      version: "1",
      kept: HOSTILE,
      newDate: HOSTILE,
    };
    for (const [person, url] of [
      ["desk", `/officer/cases/${id}/withdraw`],
      ["leader", `/officer/cases/${id}/apologise`],
      ["leader", `/officer/cases/${id}/stop`],
      ["desk", `/officer/cases/${id}/change-procedure`],
      ["desk", "/officer/receive/1.013236"],
      ["desk", "/officer/batch"],
      ["administrator", "/officer/accounts/tokens"],
    ] as const) {
      const more = {
        caseId: uuidv7(room.app.clock.read(), randomBytes(10)),
        applicantName: HOSTILE,
        procedureCode: HOSTILE,
        name: HOSTILE,
        back: HOSTILE,
        verb: HOSTILE,
      };
      const page = await room.form(person, url, { ...fields, ...more });
      expect([url, page.statusCode]).toEqual([url, 422]);
      harmless(url, page.body);
    }
    const signIn = await room.app.inject({
      method: "POST",
      url: "/sign-in",
      payload: { username: HOSTILE, password: "x", next: HOSTILE },
    });
    harmless("sign-in", signIn.body);
  });

  it("is drawn on every paper however long, wide or strange it is, and runs nothing there", async () => {
    for (const text of [
      HOSTILE,
      "W".repeat(900),
      "dài ".repeat(220),
      "مرحبا \u202e 😀 \u0301 Ǩ",
      "a\tb\nc\r\nd",
    ]) {
      const { id } = await hostileCase(text);
      const actions = await room.app.db.ownerPool.query<{ seq: number }>(
        "select seq from cases.action where case_id = $1 and body::jsonb -> 'data' ? 'paperNumber'",
        [id],
      );
      const papers = actions.rows.map(({ seq }) => `/officer/cases/${id}/papers/${seq}.pdf`);
      expect(papers.length).toBeGreaterThan(3);
      for (const url of [...papers, `/officer/cases/${id}/control-sheet.pdf`, "/officer/register.pdf"]) {
        const paper = await room.get("desk", url);
        expect([url, paper.statusCode, paper.headers["content-type"]]).toEqual([url, 200, "application/pdf"]);
        // In the compressed streams any three letters stand now and then; what acts stands in the objects.
        const objects = paper.rawPayload.toString("latin1").replace(/\bstream\r?\n[\s\S]*?endstream/g, "");
        expect(objects).toContain("/Catalog");
        expect(objects).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction)\b/);
      }
    }
  });

  it("is no formula in a spreadsheet", async () => {
    await room.receive({ applicantName: '=HYPERLINK("http://evil.example")', applicantAddress: "@SUM(1)" });
    const csv = (await room.get("desk", "/officer/register.csv")).body;
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).toContain("'@SUM(1)");
  });
});

describe("a text is whole or it is refused", () => {
  it("with U+0000 or half a pair it is answered 400 and leaves nothing", async () => {
    const { id } = await room.receive();
    const before = await room.trace(id);
    for (const text of ["a\0b", "\ud800", "\udc00x"]) {
      const answers = [
        await room.api("desk", "/api/v1/cases", await room.submission({ applicantName: text })),
        await room.api("desk", `/api/v1/cases/${id}/pass-on`, { input: { note: text } }),
        await room.get(
          "desk",
          `/api/v1/cases?q=${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, "\0"))}`,
        ),
      ];
      expect(answers.map((answer) => answer.statusCode)).toEqual([400, 400, 400]);
    }
    expect(await room.trace(id)).toEqual(before);
  });

  it("typed with separate marks it is kept and found like any other", async () => {
    const name = "Trần Thị Huyền Diệu";
    const kase = await room.receive({ applicantName: name.normalize("NFD") });
    const page = await room.get("desk", `/officer/search?q=${encodeURIComponent(name)}`);
    expect(page.body).toContain(kase.code);
    expect(page.body).toContain(name);
    const decomposed = await room.get(
      "desk",
      `/officer/search?q=${encodeURIComponent(name.normalize("NFD"))}`,
    );
    expect(decomposed.body).toContain(kase.code);
  });

  it("too long, as a number that is none, or as a day that never was, it is a fault of its field", async () => {
    const send = async (more: object) => {
      const answer = await room.api("desk", "/api/v1/cases", await room.submission({ ...more }));
      return answer.statusCode;
    };
    const wrong = [
      { applicantName: "x".repeat(4001) },
      { applicantName: " ".repeat(10) },
      { applicantBirthDate: "31/02/1990" },
      { applicantBirthDate: "2026-13-01" },
      { applicantBirthDate: "01/01/9999" },
      { feeAmount: -5 },
      { feeAmount: 1e30 },
      { feeAmount: "NaN" },
      { copies: 0 },
      { copies: 1e9 },
      { copies: "Infinity" },
      { receivingUnitId: "1 or 1=1" },
      { receivingUnitId: -1 },
      { caseId: "1" },
      { papers: [] },
      { papers: Array(61).fill({ name: "a", form: "copy" }) },
    ];
    for (const more of wrong) expect([more, await send(more)]).toEqual([more, 400]);
    for (const unit of [99_999_999_999, 2 ** 31, 1e300])
      expect([400, 422]).toContain(await send({ receivingUnitId: unit }));
  });
});

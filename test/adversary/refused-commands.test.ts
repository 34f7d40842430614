import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERBS, type VerbName } from "../../src/modules/cases/verbs.ts";
import { caseFor, PLACES } from "./places.ts";
import { adversaryRoom, type CaseAnswer, type Person, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await adversaryRoom();
});
afterAll(() => room.close());

const names = VERBS.map((verb) => verb.name as VerbName);

/** Tries it; the case, its history, its work and all serials must be as before, and so many lines in the audit. */
async function refuses(
  id: string,
  tried: { readonly audited: number },
  command: () => Promise<{ statusCode: number; body: string }>,
): Promise<number> {
  const before = await room.trace(id);
  const answer = await command();
  const after = await room.trace(id);
  expect(after.caseRows).toBe(before.caseRows);
  expect(after.serials).toBe(before.serials);
  expect(after.audit - before.audit, answer.body).toBe(tried.audited);
  return answer.statusCode;
}

async function held(name: VerbName, state: CaseAnswer, by: Person): Promise<boolean> {
  const officerId = (await room.as(by)).officerId;
  const answer = await room.api(by, `/api/v1/cases/${state.id}/assign`, { input: { officerId } });
  return answer.statusCode === 200 && PLACES[name].mate !== undefined;
}

describe.each(names)("%s", (name) => {
  const place = PLACES[name];

  it("is refused to nobody, a wrong post, another unit, another officer, an old screen, and leaves only the audit of it", async () => {
    const state = await caseFor(room, name);
    const input = await place.input(room);
    const url = `/api/v1/cases/${state.id}/${name}`;
    const by = (person: Person | undefined, body: unknown = { input }) => room.api(person, url, body);

    expect(await refuses(state.id, { audited: 0 }, () => by(undefined))).toBe(401);
    expect(await refuses(state.id, { audited: 1 }, () => by(place.wrongPost))).toBe(403);
    expect(await refuses(state.id, { audited: 1 }, () => by("administrator"))).toBe(403);
    expect(await refuses(state.id, { audited: 1 }, () => by(place.elsewhere))).toBe(403);
    const old = { input, version: state.version === 1 ? 99 : state.version - 1 };
    expect(await refuses(state.id, { audited: 1 }, () => by(place.person, old))).toBe(409);
    const unknown = "01985abc-0000-7000-8000-000000000000";
    const nowhere = () => room.api(place.person, `/api/v1/cases/${unknown}/${name}`, { input });
    expect(await refuses(state.id, { audited: 1 }, nowhere)).toBe(404);

    if (place.mate !== undefined && (await held(name, state, place.mate)))
      expect(await refuses(state.id, { audited: 1 }, () => by(place.person))).toBe(409);
  });

  it("is refused without the token of a page, from a foreign page, and with input of another form", async () => {
    const state = await caseFor(room, name);
    const input = await place.input(room);
    const url = `/api/v1/cases/${state.id}/${name}`;
    const { cookies, csrf } = await room.as(place.person);
    const sent = (headers: Record<string, string>, payload: unknown = { input }) =>
      room.app.inject({ method: "POST", url, cookies: { ...cookies }, headers, payload: payload as object });

    expect(await refuses(state.id, { audited: 0 }, () => sent({}))).toBe(403);
    expect(await refuses(state.id, { audited: 0 }, () => sent({ "x-csrf-token": "wrong" }))).toBe(403);
    for (const foreign of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const headers = { "x-csrf-token": csrf, ...foreign } as Record<string, string>;
      expect(await refuses(state.id, { audited: 0 }, () => sent(headers))).toBe(403);
    }
    // Without its content type a JSON body is no JSON: a foreign form cannot pretend to be one.
    const plain = { "x-csrf-token": csrf, "content-type": "text/plain" };
    const asText = () =>
      room.app.inject({
        method: "POST",
        url,
        cookies: { ...cookies },
        headers: plain,
        payload: JSON.stringify({ input }),
      });
    expect(await refuses(state.id, { audited: 0 }, asText)).toBe(400);
    for (const wrong of [
      null,
      [],
      "x",
      { input: null },
      { input: [] },
      { input, version: "1" },
      { input, version: 1e20 },
    ])
      expect(await refuses(state.id, { audited: 0 }, () => sent({ "x-csrf-token": csrf }, wrong))).toBe(400);
  });

  it("takes nothing beside its own input: no status, date, number or proof from outside", async () => {
    const state = await caseFor(room, name);
    const input = (await place.input(room)) as object;
    const smuggled = {
      ...input,
      codeMatches: true,
      paperNumber: 999_999,
      status: 10,
      at: 0,
      dueAt: 0,
      newDueAt: 0,
      by: { kind: "officer", id: 1 },
      type: "handed-over",
      number: "1/GIẢ",
    };
    const answer = await room.api(place.person, `/api/v1/cases/${state.id}/${name}`, {
      input: smuggled,
      status: 10,
      receivedAt: "2020-01-01T00:00+07:00",
    });
    // The wrong secret word stays wrong and the term of a supplement runs on, whatever the sender says of it.
    const expected = { withdraw: 422, "lapse-supplement": 409 }[name as string] ?? 200;
    expect([name, answer.statusCode]).toEqual([name, expected]);
    const rows = (await room.trace(state.id)).caseRows;
    expect(rows).not.toContain("999999");
    expect(rows).not.toContain("GIẢ");
    expect(rows).not.toContain("codeMatches");
  });
});

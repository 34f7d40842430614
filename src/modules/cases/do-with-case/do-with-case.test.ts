import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { DRAFT, type OfficerRoom, officerRoom, PEOPLE, value } from "../testing/officer-room.ts";
import { trackingWord } from "../tracking-word.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

const at = (state: { readonly id: string }, verb = "") => `/officer/cases/${state.id}${verb && `/${verb}`}`;

describe("doing something with a case", () => {
  test("a specialist passes a case on, and is led back to the queue with a word", async () => {
    const state = await room.caseAt("drafted");
    const answer = await room.post("specialist", at(state, "pass-on"), {
      version: String(state.version),
      note: "Đã thẩm định",
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/officer");
    expect(decodeURIComponent(decodeURIComponent(String(answer.headers["set-cookie"])))).toContain(
      `Đã chuyển hồ sơ. ${state.code}`,
    );
    const screen = (await room.get("divisionHead", at(state))).body;
    expect(screen).toContain("Đã thẩm định");
    expect(screen).toContain("Phạm Minh Đức, Sở Xây dựng");
  });

  test("the second of two officers gets the case drawn anew, who was faster, and what they typed", async () => {
    const state = await room.caseAt("specialist");
    value(await room.run("otherSpecialist", "draft-result", state, DRAFT));
    const answer = await room.post("specialist", at(state, "draft-result"), {
      version: String(state.version),
      kind: "refused",
      title: "Văn bản từ chối của tôi",
      content: "Nội dung tôi gõ rất lâu",
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain("Hồ sơ vừa có thay đổi");
    expect(answer.body).toContain("Võ Thị Kim Oanh");
    expect(answer.body).toContain("Nội dung tôi gõ rất lâu");
    expect(answer.body).toContain('value="Văn bản từ chối của tôi"');
    const version = state.version + 1;
    expect(answer.body).toContain(`name="version" value="${version}"`);
    const again = await room.post("specialist", at(state, "draft-result"), {
      version: String(version),
      ...DRAFT,
      title: "Văn bản từ chối của tôi",
    });
    expect(again.statusCode).toBe(303);
  });

  test("what was typed stays even where the work has left one's hands meanwhile", async () => {
    const state = await room.caseAt("specialist");
    const drafted = value(await room.run("otherSpecialist", "draft-result", state, DRAFT));
    value(await room.run("otherSpecialist", "pass-on", drafted));
    const answer = await room.post("specialist", at(state, "draft-result"), {
      version: String(state.version),
      ...DRAFT,
      content: "Câu chưa gửi được",
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain("Câu chưa gửi được");
    expect(answer.body).toMatch(/<button[^>]*disabled/);
  });

  test("a form with gaps comes back with 422, a summary that leads to the field, and everything typed", async () => {
    const state = await room.caseAt("specialist");
    const answer = await room.post("specialist", at(state, "draft-result"), {
      version: String(state.version),
      kind: "granted",
      title: "",
      content: "Nội dung còn nguyên",
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#draft-result-title"');
    expect(answer.body).toContain("Trích yếu kết quả: Ô này chưa điền.");
    expect(answer.body).toContain("Nội dung còn nguyên");
  });

  test("another department neither sees the case nor changes it", async () => {
    const state = await room.caseAt("specialist");
    expect((await room.get("stranger", at(state))).statusCode).toBe(403);
    const answer = await room.post("stranger", at(state, "draft-result"), DRAFT);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain("Nguyễn Thị Lụa");
    expect((await room.get("specialist", at(state))).body).not.toContain("Giấy phép xây dựng nhà xưởng");
  });

  test("a post that may not approve is turned away before anything is read", async () => {
    const state = await room.caseAt("leader");
    expect((await room.post("specialist", at(state, "approve"), {})).statusCode).toBe(403);
    expect((await room.post("divisionHead", at(state, "issue"), {})).statusCode).toBe(403);
  });

  test("a step of another post is refused with the way out, at the screen and by the rule", async () => {
    const state = await room.caseAt("leader");
    const answer = await room.post("divisionHead", at(state, "pass-on"), { version: String(state.version) });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain("Bước này thuộc vị trí hoặc đơn vị khác");
  });

  test("an unknown case is not found", async () => {
    for (const id of ["00000000-0000-7000-8000-000000000000", "x", "../../etc"]) {
      expect((await room.get("desk", `/officer/cases/${encodeURIComponent(id)}`)).statusCode).toBe(404);
    }
  });

  test("a request without the session's token does nothing", async () => {
    const state = await room.caseAt("drafted");
    const answer = await room.post("specialist", at(state, "pass-on"), { _csrf: "wrong" });
    expect(answer.statusCode).toBe(403);
    expect(value(await room.run("specialist", "pass-on", state)).version).toBe(state.version + 1);
  });
});

describe("what only the neighbours know", () => {
  test("a withdrawal needs the word on the receipt, and no form field stands in for it", async () => {
    const state = await room.caseAt("desk");
    const form = { version: String(state.version), reason: "Không còn nhu cầu", proof: "confirmation-code" };
    const wrong = await room.post("desk", at(state, "withdraw"), {
      ...form,
      code: "AAAAA-BBBBB",
      codeMatches: "true",
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("Mã không khớp");
    const forged = { ...form, code: "AAAAA-BBBBB", codeMatches: true, files: [] };
    expect(await room.run("desk", "withdraw", state, forged)).toMatchObject({ refusal: "proof-wrong" });
    const code = trackingWord(room.deps.trackingKey, state.id).printed.toLowerCase();
    const right = await room.post("desk", at(state, "withdraw"), { ...form, code });
    expect(right.statusCode).toBe(303);
    expect((await room.get("desk", at(state))).body).toContain("Công dân yêu cầu rút hồ sơ");
  });

  test("a leader assigns to a specialist of the unit, not to somebody elsewhere or of another post", async () => {
    const state = await room.caseAt("specialist");
    const give = (person: "stranger" | "clerk" | "otherSpecialist") =>
      room.post("leader", at(state, "assign"), { officerId: String(room.actor(person).id) });
    for (const person of ["stranger", "clerk"] as const) {
      const answer = await give(person);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain("không giữ vị trí cần thiết");
    }
    expect((await give("otherSpecialist")).statusCode).toBe(303);
    const again = await give("otherSpecialist");
    expect(again.statusCode).toBe(409);
    expect(await room.run("specialist", "draft-result", { id: state.id }, DRAFT)).toMatchObject({
      refusal: "held-by-other",
    });
  });

  test("a specialist may take a free step but not give it away", async () => {
    const state = await room.caseAt("specialist");
    const other = { officerId: room.actor("otherSpecialist").id };
    expect(await room.run("specialist", "assign", state, other)).toMatchObject({ refusal: "not-your-step" });
    const taken = value(
      await room.run("specialist", "assign", state, { officerId: room.actor("specialist").id }),
    );
    expect(taken.open[0]?.officerId).toBe(room.actor("specialist").id);
    expect(await room.run("otherSpecialist", "assign", taken, other)).toMatchObject({
      refusal: "held-by-other",
    });
  });

  test("an opinion is asked of a unit that has somebody to answer", async () => {
    const state = await room.caseAt("specialist");
    const ask = (unitId: number) =>
      room.run(
        "specialist",
        "ask-opinion",
        { id: state.id },
        { unitId, question: "Có vướng quy hoạch không?" },
      );
    expect(await ask(9_999_999)).toMatchObject({ refusal: "unit-unknown" });
    expect(await ask(room.unitId("H21.00.01"))).toMatchObject({ refusal: "opinion-unit-invalid" });
    expect(await ask(room.unitId("H21.18"))).toMatchObject({ refusal: "opinion-unit-invalid" });
    value(await ask(room.unitId("H21.16")));
    const answer = await room.post("stranger", at(state, "give-opinion"), {
      opinion: "agree",
      text: "Đồng ý",
    });
    expect(answer.statusCode).toBe(303);
  });
});

describe("papers of a case", () => {
  const PNG = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  function upload(
    person: "specialist",
    url: string,
    fields: Record<string, string>,
    file: Buffer,
    name: string,
  ) {
    const boundary = "----test";
    const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`;
    const texts = Object.entries({ _csrf: `csrf-${PEOPLE[person]}`, ...fields }).map(
      ([key, text]) => `${part(`name="${key}"`)}\r\n${text}\r\n`,
    );
    const head = `${part(`name="files"; filename="${name}"`)}Content-Type: text/html\r\n\r\n`;
    return room.app.inject({
      method: "POST",
      url,
      cookies: { [SESSION_COOKIE]: PEOPLE[person] },
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(texts.join("") + head),
        file,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
  }

  test("a file chosen in a form with gaps is kept and need not be chosen again", async () => {
    const state = await room.caseAt("specialist");
    const url = at(state, "draft-result");
    const gaps = await upload(
      "specialist",
      url,
      { kind: "granted", title: "", content: "x" },
      PNG,
      "bản vẽ.png",
    );
    expect(gaps.statusCode).toBe(422);
    const token = /name="kept" value="([^"]+)"/.exec(gaps.body)?.[1] ?? "";
    expect(token).not.toBe("");
    const sent = await room.post("specialist", url, { ...DRAFT, kept: token });
    expect(sent.statusCode).toBe(303);
    const screen = (await room.get("specialist", at(state))).body;
    expect(screen).toContain("bản vẽ.png");

    const href = /src="(\/officer\/cases\/[^"]+\/files\/[0-9a-f]{64})"/.exec(screen)?.[1] ?? "";
    const file = await room.get("specialist", href);
    expect(file.statusCode).toBe(200);
    expect(file.headers["content-type"]).toBe("image/png");
    expect(file.headers["x-content-type-options"]).toBe("nosniff");
    expect(String(file.headers["content-disposition"])).toMatch(/^inline/);
    expect(file.rawPayload.equals(PNG)).toBe(true);
    const readings = await room.db.ownerPool.query(
      "select 1 from cases.reading where case_id = $1 and purpose = 'file'",
      [state.id],
    );
    expect(readings.rowCount).toBe(1);
    expect((await room.get("stranger", href)).statusCode).toBe(403);

    // The same bytes are in the store, but not in this other case; a token of one case is none of another.
    const other = await room.caseAt("specialist");
    expect((await room.get("specialist", href.replace(state.id, other.id))).statusCode).toBe(404);
    const stolen = await room.post("specialist", at(other, "draft-result"), { ...DRAFT, kept: token });
    expect(stolen.statusCode).toBe(303);
    expect((await room.get("specialist", at(other))).body).not.toContain("bản vẽ.png");
  });

  test("a file of a kind that cannot be kept is named, and the rest stays typed", async () => {
    const state = await room.caseAt("specialist");
    const sent = await upload(
      "specialist",
      at(state, "draft-result"),
      { ...DRAFT },
      Buffer.from("<script>"),
      "a.html",
    );
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain("a.html: Chỉ nhận tệp PDF");
    expect(sent.body).toContain(DRAFT.content);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adversaryRoom, type Room } from "../../../../test/adversary/room.ts";
import { installationSecret } from "../../../platform/secret.ts";
import { trackingWord } from "../tracking-word.ts";

let room: Room;
beforeAll(async () => {
  room = await adversaryRoom();
});
afterAll(() => room.close());

const FORM = "/officer/receive-group/2.000986";

/** The blank form as the page gives it, filled in; gives the address of the group. */
async function received(): Promise<string> {
  const address = String((await room.get("wardDesk", FORM)).headers.location);
  const groupId = new URL(address, "http://x").searchParams.get("form") ?? "";
  const answer = await room.form("wardDesk", FORM, {
    groupId,
    receivingUnitId: String(await room.unitId("H21.106.01")),
    applicantNumber: "064185004321",
    applicantName: "Nguyễn Thị Lụa",
    returnMethod: "counter",
    ...(await members()),
  });
  if (answer.statusCode !== 303) throw new Error(`${answer.statusCode} ${answer.body}`);
  return String(answer.headers.location);
}

async function members(): Promise<Record<string, string>> {
  const unit = String(await room.unitId("H21.106"));
  const keys = ["birth", "residence", "insurance"];
  return Object.fromEntries(
    keys.flatMap((key) => [
      [`unit-${key}`, unit],
      [`papers-${key}`, "Tờ khai\nGiấy chứng sinh"],
    ]),
  );
}

describe("the pages of a group", () => {
  test("receive it with one form, which keeps what was typed where something is missing", async () => {
    const form = await room.get("wardDesk", `${FORM}?form=01985abc-0000-7000-8000-000000000007`);
    expect(form.body).toContain("Bắt đầu sau khi có kết quả: Đăng ký khai sinh.");
    expect(form.body).toContain("Ủy ban nhân dân phường Pleiku");
    const back = await room.form("wardDesk", FORM, {
      groupId: "01985abc-0000-7000-8000-000000000007",
      receivingUnitId: String(await room.unitId("H21.106.01")),
      applicantName: "Trần Văn Bình",
      "papers-birth": "",
      "papers-residence": "Giấy tờ tôi gõ",
    });
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain("Trần Văn Bình");
    expect(back.body).toContain("Giấy tờ tôi gõ");
    expect(back.body).toContain('href="#papers-birth"');
    expect(back.body).toContain("Số định danh, mã số doanh nghiệp: Ô này chưa điền.");
    const page = await room.get("wardDesk", await received());
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("theo dõi cả nhóm");
    expect((await room.get("wardDesk", "/officer/receive-group")).body).toContain("Đang theo dõi");
  });

  test("are for the desk that owns it and whoever decides one of its cases, nobody else", async () => {
    const address = await received();
    expect((await room.get("desk", address)).statusCode).toBe(403);
    expect((await room.get("specialist", address)).statusCode).toBe(403);
    expect((await room.get("administrator", address)).statusCode).toBe(403);
    expect((await room.get("wardDesk", "/officer/groups/no-id")).statusCode).toBe(404);
    expect((await room.get("specialist", FORM)).statusCode).toBe(403);
    const nothing = await room.form("wardDesk", `${address}/decide`, {
      key: "birth",
      "decision-birth": "close",
      "reason-birth": "Không",
    });
    expect(nothing.statusCode).toBe(409);
    const empty = await room.form("wardDesk", `${address}/decide`, { key: "birth" });
    expect(empty.statusCode).toBe(422);
    expect((await room.form("specialist", `${address}/decide`, { key: "birth" })).statusCode).toBe(403);
  });

  test("tell its applicant of every case with one code, and of each alone", async () => {
    const id = (await received()).split("/").at(-1) ?? "";
    const { group, members: parts } = (await room.get("wardDesk", `/api/v1/case-groups/${id}`)).json<{
      group: { code: string };
      members: { case: { id: string; code: string } }[];
    }>();
    const key = await installationSecret(room.app.db.database, "tracking");
    const word = trackingWord(key, id).printed;
    const page = (await room.get(undefined, `/track/${group.code}?w=${word}`)).body;
    expect(page).toContain("Các hồ sơ trong nhóm");
    for (const { case: one } of parts) {
      const own = `/track/${one.code}?w=${trackingWord(key, one.id).printed}`;
      expect(page).toContain(own);
      expect((await room.get(undefined, own)).statusCode).toBe(200);
      // The word of one case opens neither another nor the group.
      expect(
        (await room.get(undefined, `/track/${group.code}?w=${trackingWord(key, one.id).printed}`)).statusCode,
      ).toBe(404);
    }
    const receipt = await room.get("wardDesk", `/officer/cases/${id}/papers/1.pdf`);
    expect(receipt.statusCode).toBe(200);
  });
});

import { randomBytes } from "node:crypto";
import { uuidv7 } from "../../src/kernel/ids.ts";
import type { Province } from "./province.ts";

/** The people of phường Pleiku. */
export const PLEIKU = {
  desk: "thuy.kt.pleiku",
  specialist: "nam.nh.pleiku",
  leader: "trung.vt.pleiku",
  clerk: "ngoc.ltb.pleiku",
} as const;

export const DRAFT = { kind: "granted", title: "Giấy khai sinh", content: "Đủ điều kiện" };
export const AT_COUNTER = { method: "counter", collectorName: "Nguyễn Thị Lụa", check: "receipt" };

type Turn = readonly [officer: string, verb: string, input?: object];
export type Place = "desk" | "specialist" | "leader" | "clerk" | "return" | "returned";

/** The ordinary way of a birth registration; each place is reached after the turns beside it. */
const WAY: readonly (readonly [place: Place, turns: readonly Turn[]])[] = [
  ["desk", []],
  ["specialist", [[PLEIKU.desk, "pass-on"]]],
  [
    "leader",
    [
      [PLEIKU.specialist, "draft-result", DRAFT],
      [PLEIKU.specialist, "pass-on"],
    ],
  ],
  ["clerk", [[PLEIKU.leader, "approve"]]],
  ["return", [[PLEIKU.clerk, "issue"]]],
  ["returned", [[PLEIKU.desk, "hand-over", AT_COUNTER]]],
];

export type MadeCase = { readonly id: string; readonly code: string };

/** A birth registration received at phường Pleiku and brought to this place through the API, as officers would. */
export async function caseAt(province: Province, place: Place, fields: object = {}): Promise<MadeCase> {
  const made = await received(province, PLEIKU.desk, fields);
  for (const [reached, turns] of WAY) {
    for (const [officer, verb, input] of turns) await does(province, officer, verb, made.id, input);
    if (reached === place) break;
  }
  return made;
}

/** A case received at a desk; a birth registration at phường Pleiku unless the fields say otherwise. */
export async function received(province: Province, desk: string, fields: object = {}): Promise<MadeCase> {
  const { directory, clock } = province;
  const body = await post(province, desk, "/api/v1/cases", {
    caseId: uuidv7(clock.read(), randomBytes(10)),
    procedureCode: "1.001193",
    receivingUnitId: directory.unitByCode("H21.106.01")?.id,
    decidingUnitId: directory.unitByCode("H21.106")?.id,
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    applicantPhone: "0905123456",
    papers: [
      { id: "p1", name: "Tờ khai đăng ký khai sinh", form: "original" },
      { id: "p2", name: "Giấy chứng sinh", form: "original" },
    ],
    ...fields,
  });
  return body as MadeCase;
}

/** Birth, residence and insurance of a child, received in one at phường Pleiku. */
export async function groupReceived(
  province: Province,
): Promise<{ readonly group: MadeCase; readonly members: readonly { readonly case: MadeCase }[] }> {
  const { directory, clock } = province;
  const decidingUnitId = directory.unitByCode("H21.106")?.id;
  const papers = [{ name: "Tờ khai", form: "original" }];
  const body = await post(province, PLEIKU.desk, "/api/v1/case-groups", {
    groupId: uuidv7(clock.read(), randomBytes(10)),
    groupCode: "2.000986",
    receivingUnitId: directory.unitByCode("H21.106.01")?.id,
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    members: ["birth", "residence", "insurance"].map((key) => ({ key, decidingUnitId, papers })),
  });
  return body as Awaited<ReturnType<typeof groupReceived>>;
}

/** An officer does something with a case; a refusal fails the test. */
export async function does(
  province: Province,
  officer: string,
  verb: string,
  id: string,
  input: object = {},
): Promise<void> {
  await post(province, officer, `/api/v1/cases/${id}/${verb}`, { input });
}

async function post(province: Province, officer: string, url: string, payload: object): Promise<unknown> {
  const { cookies, csrf } = await province.signedIn(officer);
  const headers = { "x-csrf-token": csrf };
  const answer = await province.inject({ method: "POST", url, cookies: { ...cookies }, headers, payload });
  if (answer.statusCode >= 400) throw new Error(`${officer} ${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}

import { toLocalIso } from "../../src/kernel/time.ts";
import type { VerbName } from "../../src/modules/cases/verbs.ts";
import type { CaseAnswer, Person, Room } from "./room.ts";

type Deed = readonly [Person, VerbName, unknown?];

const DRAFT = { kind: "granted", title: "Giấy phép xây dựng", content: "Cho phép xây dựng theo bản vẽ." };
const ASK = { items: ["Bản vẽ mặt đứng"], reason: "Bản vẽ thiếu mặt đứng" };
const DUTY = { name: "Lệ phí trước bạ", amount: 1_200_000, notice: "12/TB" };
const TO_SPECIALIST: readonly Deed[] = [["desk", "pass-on"]];
const TO_HEAD: readonly Deed[] = [
  ...TO_SPECIALIST,
  ["specialist", "draft-result", DRAFT],
  ["specialist", "pass-on"],
];
const TO_LEADER: readonly Deed[] = [...TO_HEAD, ["divisionHead", "pass-on"]];
const TO_CLERK: readonly Deed[] = [...TO_LEADER, ["leader", "approve"]];
const TO_RETURN: readonly Deed[] = [...TO_CLERK, ["clerk", "issue"]];
const PROPOSED: readonly Deed[] = [...TO_SPECIALIST, ["specialist", "propose-supplement", ASK]];
const ASKED: readonly Deed[] = [...PROPOSED, ["desk", "request-supplement", ASK]];
const OWING: readonly Deed[] = [...TO_SPECIALIST, ["specialist", "note-financial-duty", DUTY]];

const USED_UP: readonly Deed[] = [...ASKED, ["desk", "complete-supplement", { papers: ["Bản vẽ mặt đứng"] }]];

/** For a verb: how a case comes to where it is lawful, who may then do it, and who holds the same post elsewhere. */
export type Place = {
  readonly way: readonly Deed[];
  readonly person: Person;
  /** The same post in another unit. */
  readonly elsewhere: Person;
  /** Another post of the same units, without the permission. */
  readonly wrongPost: Person;
  /** The same post of the same unit, where the step can be held by one of two. */
  readonly mate?: Person;
  readonly input: (room: Room) => Promise<unknown> | unknown;
};

const inDays = (room: Room, days: number) =>
  toLocalIso(room.app.clock.read() + days * 86_400_000).slice(0, 10);
const given = (input: unknown) => () => input;
const SPECIALIST = { person: "specialist", elsewhere: "stranger", mate: "otherSpecialist" } as const;
const DESK = { person: "desk", elsewhere: "wardDesk", mate: "deskMate" } as const;
/** The desk acts for its case, whoever holds the step. */
const ANY_DESK = { person: "desk", elsewhere: "wardDesk" } as const;
const LEADER = { person: "leader", elsewhere: "strangerLeader", wrongPost: "specialist" } as const;

/** Every verb; a new one does not compile until it is tried here. */
export const PLACES: Record<VerbName, Place> = {
  accept: { ...DESK, way: [], wrongPost: "specialist", input: given({}) },
  "refuse-registered": {
    ...DESK,
    way: [],
    wrongPost: "specialist",
    input: given({ reason: "Không thuộc thẩm quyền" }),
  },
  "pass-on": { ...DESK, way: [], wrongPost: "controller", input: given({}) },
  "draft-result": { ...SPECIALIST, way: TO_SPECIALIST, wrongPost: "clerk", input: given(DRAFT) },
  approve: { ...LEADER, way: TO_LEADER, input: given({ note: "Đồng ý" }) },
  issue: {
    person: "clerk",
    elsewhere: "strangerClerk",
    wrongPost: "leader",
    way: TO_CLERK,
    input: given({}),
  },
  "hand-over": {
    ...DESK,
    way: TO_RETURN,
    wrongPost: "specialist",
    input: given({ method: "counter", collectorName: "Lụa", check: "receipt" }),
  },
  "request-supplement": { ...DESK, way: PROPOSED, wrongPost: "specialist", input: given(ASK) },
  "decline-supplement": {
    ...DESK,
    way: PROPOSED,
    wrongPost: "specialist",
    input: given({ reason: "Có rồi" }),
  },
  "complete-supplement": {
    ...DESK,
    way: ASKED,
    wrongPost: "specialist",
    input: given({ papers: ["Bản vẽ"] }),
  },
  "lapse-supplement": { ...DESK, way: ASKED, wrongPost: "specialist", input: given({ reason: "Quá hạn" }) },
  "confirm-payment": { ...DESK, way: OWING, wrongPost: "clerk", input: given({ receipt: "BL-77" }) },
  "end-wait": {
    ...DESK,
    way: [
      ["desk", "pass-on"],
      ["specialist", "pass-on", { evidenceNumber: "12/PC", evidenceDate: "2026-11-20" }],
      ["specialist", "end-wait", { documentNumber: "3/TB", documentDate: "2026-11-20" }],
    ],
    wrongPost: "controller",
    input: given({ documentNumber: "34/BL", documentDate: "20/11/2026" }),
  },
  "give-opinion": {
    person: "stranger",
    elsewhere: "specialist",
    wrongPost: "clerk",
    way: TO_SPECIALIST,
    input: given({ opinion: "agree", text: "Đồng ý" }),
  },
  "ask-opinion": {
    ...SPECIALIST,
    way: TO_SPECIALIST,
    wrongPost: "clerk",
    input: async (room) => ({ unitId: await room.unitId("H21.16"), question: "Có vướng mắc không?" }),
  },
  "propose-supplement": { ...SPECIALIST, way: TO_SPECIALIST, wrongPost: "leader", input: given(ASK) },
  "allow-supplement": { ...LEADER, way: USED_UP, input: given({ reason: "Bản vẽ thiếu mặt cắt" }) },
  "note-financial-duty": { ...SPECIALIST, way: TO_SPECIALIST, wrongPost: "clerk", input: given(DUTY) },
  "send-back": {
    person: "divisionHead",
    elsewhere: "strangerHead",
    wrongPost: "controller",
    way: TO_HEAD,
    input: given({ reason: "Thiếu căn cứ" }),
  },
  assign: {
    person: "divisionHead",
    elsewhere: "strangerHead",
    wrongPost: "controller",
    way: TO_SPECIALIST,
    input: async (room) => ({ officerId: (await room.as("otherSpecialist")).officerId }),
  },
  urge: {
    person: "divisionHead",
    elsewhere: "strangerHead",
    wrongPost: "clerk",
    way: TO_SPECIALIST,
    input: given({ text: "Đề nghị làm ngay" }),
  },
  "answer-urge": {
    ...SPECIALIST,
    way: [...TO_SPECIALIST, ["divisionHead", "urge", { text: "Đề nghị làm ngay" }]],
    wrongPost: "controller",
    input: given({ text: "Xong trong hôm nay" }),
  },
  apologise: {
    ...LEADER,
    way: TO_SPECIALIST,
    input: (room) => ({ reason: "Mất điện", newDate: inDays(room, 28) }),
  },
  "recall-result": {
    person: "clerk",
    elsewhere: "strangerClerk",
    wrongPost: "specialist",
    way: TO_RETURN,
    input: given({ reason: "Sai tên" }),
  },
  withdraw: {
    ...ANY_DESK,
    way: TO_SPECIALIST,
    wrongPost: "specialist",
    input: given({ reason: "Đổi ý", proof: "confirmation-code", code: "ABCDE-ABCDE" }),
  },
  stop: { ...LEADER, way: TO_SPECIALIST, input: given({ reason: "Tranh chấp", basis: "Điều 12" }) },
};

/** A new case brought to where a verb is lawful. */
export async function caseFor(room: Room, name: VerbName): Promise<CaseAnswer> {
  if (ONLINE.has(name)) return registered(room);
  // Only some processes foresee that the case waits: here for the tax office, then for the payment.
  let state = await room.receive(name === "end-wait" ? { procedureCode: "1.115362" } : {});
  for (const [person, verb, input] of PLACES[name].way)
    state = await room.does(person, verb, state.id, input ?? {});
  if (name !== "give-opinion") return state;
  const question = { unitId: await room.unitId("H21.16"), question: "Có vướng mắc không?" };
  return room.does("specialist", "ask-opinion", state.id, question);
}

/** What is done with a case that was filed online. */
const ONLINE: ReadonlySet<VerbName> = new Set(["accept", "refuse-registered"]);

async function registered(room: Room): Promise<CaseAnswer> {
  const answer = await room.api("desk", "/api/v1/cases/online", await room.submission());
  if (answer.statusCode !== 201) throw new Error(`register online: ${answer.statusCode} ${answer.body}`);
  return answer.json<CaseAnswer>();
}

import type { Actor } from "../../../../platform/permission.ts";
import { officerFacts } from "../../../organisation/index.ts";
import { runCaseVerb } from "../../case-command.ts";
import type { CaseState } from "../../domain/case-state.ts";
import { VERBS, type VerbName } from "../../verbs.ts";
import { newFormId } from "../new-form-id.ts";
import { receiveCase } from "../receive-case.ts";
import { ReceiveCase } from "../receive-input.ts";
import { type CounterRoom, DESK_PLEIKU } from "./counter-room.ts";
import { BIRTH } from "./test-procedures.ts";

/** The officer of an account of the seed. */
export async function officerNamed(
  room: CounterRoom,
  username: string,
): Promise<Actor & { kind: "officer" }> {
  const found = await room.db.ownerPool.query("select officer_id from accounts.account where username = $1", [
    username,
  ]);
  const id: number = found.rows[0].officer_id;
  const facts = officerFacts(room.directory, id);
  if (facts === undefined) throw new Error(`no officer ${username}`);
  return { kind: "officer", id, name: facts.name, posts: facts.posts };
}

/** A birth received at the desk of Pleiku, decided by Pleiku, unless told otherwise. */
export async function deskCase(
  room: CounterRoom,
  input: Partial<Record<keyof ReceiveCase, unknown>> = {},
  username: string = DESK_PLEIKU,
): Promise<CaseState> {
  const form = {
    caseId: newFormId(room.clock.read()),
    procedureCode: BIRTH.code,
    receivingUnitId: room.directory.unitByCode("H21.106.01")?.id,
    decidingUnitId: room.directory.unitByCode("H21.106")?.id,
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    applicantPhone: "0905123456",
    applicantAddress: "12 Trần Phú, phường Pleiku",
    papers: [
      { id: "p1", name: "Tờ khai đăng ký khai sinh", form: "original" },
      { name: "Căn cước của mẹ", form: "held" },
    ],
    ...input,
  };
  const actor = await officerNamed(room, username);
  const received = await receiveCase(room.deps, actor, ReceiveCase.parse(form));
  if (!received.ok) throw new Error(received.refusal);
  return received.value;
}

/** Does something with a case; a refusal fails the test. */
export async function doWith(
  room: CounterRoom,
  username: string,
  name: VerbName,
  caseId: string,
  input: unknown = {},
): Promise<CaseState> {
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (verb === undefined) throw new Error(`no verb ${name}`);
  const actor = await officerNamed(room, username);
  const done = await runCaseVerb(room.deps, actor, verb, { caseId }, verb.input.parse(input));
  if (!done.ok) throw new Error(`${name}: ${done.refusal}`);
  return done.value;
}

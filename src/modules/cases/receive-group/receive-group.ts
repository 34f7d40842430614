import type { PoolClient } from "pg";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { inTransaction } from "../case-command.ts";
import { findCase, saveCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import type { GroupMember, GroupTotal, Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { begin as beginProcess } from "../domain/go-on.ts";
import { totalOf } from "../domain/group.ts";
import { type GroupDefinition, groupsOn } from "../domain/group-definitions.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision } from "../domain/rule-context.ts";
import { groupRows, insertGroup } from "../group-store.ts";
import { type Preparation, prepareCase } from "../receive-case/new-case.ts";
import { newFormId } from "../receive-case/new-form-id.ts";
import { fold } from "../receive-case/receive-case.ts";
import type { ReceiveCase } from "../receive-case/receive-input.ts";
import { submission } from "../receive-case/submission.ts";
import { nextCaseCode, nextPaperNumber } from "../serial-store.ts";
import { given } from "../verb.ts";
import type { ReceiveGroup } from "./receive-group-input.ts";

/** A member that is ready to be received: its own submission and its own law. */
type Ready = {
  readonly key: string;
  readonly after: readonly string[];
  readonly input: ReceiveCase;
} & Preparation;

/**
 * Receives a whole interconnected group in one act: a parent, owned by the desk, and a case for each procedure with its own
 * code, deciding unit and, once it begins, its own clock. Those that follow others are registered and wait. All or nothing.
 */
export async function receiveGroup(
  deps: CasesDeps,
  actor: Actor,
  input: ReceiveGroup,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = holds(actor, "case.receive")
    ? await receive(deps, actor, input, now)
    : refuse<CaseRefusal>("not-permitted");
  if (!answer.ok) {
    const entry = { at: now, actor, command: "case.receive-group", subject: input.groupId };
    await writeAudit(deps.database.pool, { ...entry, outcome: answer.refusal });
  }
  return answer;
}

async function receive(
  deps: CasesDeps,
  actor: Actor,
  input: ReceiveGroup,
  now: Instant,
): Promise<Result<CaseState, CaseRefusal>> {
  const definition = groupsOn(localDateOf(now)).find(({ code }) => code === input.groupCode);
  if (definition === undefined) return refuse("group-unknown");
  const prepared = await readyMembers(deps, actor, input, definition, now);
  if (!prepared.ok) return prepared;
  const begun = await inTransaction<CaseState>(deps, async (client) => {
    const parent = await begin(deps, client, actor, input, definition, prepared.value, now);
    return parent === undefined ? refuse("changed-meanwhile") : ok(parent);
  });
  if (begun.ok) return begun;
  // The form was sent before: the same group answers.
  const already = (await findCase(deps.database.pool, input.groupId))?.state;
  const same = already?.group?.role === "parent" && already.receivingUnitId === input.receivingUnitId;
  return same && already !== undefined ? ok(already) : begun;
}

async function readyMembers(
  deps: CasesDeps,
  actor: Actor,
  { members, groupId: _, groupCode: __, verification: ___, ...common }: ReceiveGroup,
  definition: GroupDefinition,
  now: Instant,
): Promise<Result<readonly Ready[], CaseRefusal>> {
  const known = new Set(definition.members.map(({ key }) => key));
  if (members.length !== known.size || members.some(({ key }) => !known.delete(key)))
    return refuse("group-unknown");
  const ready: Ready[] = [];
  for (const { key, procedureCode, after } of definition.members) {
    const member = members.find((one) => one.key === key);
    if (member === undefined) return refuse("group-unknown");
    const { papers, decidingUnitId, variantCode } = member;
    const caseId = newFormId(now);
    const input = { ...common, caseId, procedureCode, variantCode, decidingUnitId, papers, feePaid: false };
    const prepared = await prepareCase(deps, actor, input, now);
    if (!prepared.ok) return prepared;
    ready.push({ key, after, input, ...prepared.value });
  }
  return ok(ready);
}

async function begin(
  deps: CasesDeps,
  client: PoolClient,
  actor: Actor,
  group: ReceiveGroup,
  definition: GroupDefinition,
  ready: readonly Ready[],
  now: Instant,
): Promise<CaseState | undefined> {
  const { receivingUnitId } = group;
  const [lead] = ready;
  if (lead === undefined) throw new Error(`group ${definition.code} without members`);
  const matter = await parentMatter(deps, definition, lead.matter, group.verification);
  const total = totalOf(matter, now, lead.context.rules.id);
  const nextCode = () => nextCaseCode(client, deps.directory.codeForCases(receivingUnitId), now);
  const parentCode = await nextCode();
  const audit = { at: now, actor, command: "case.receive-group", outcome: "done" };
  const members: GroupMember[] = [];
  for (const one of ready) {
    const code = await nextCode();
    const { input, key, after } = one;
    const part = { role: "member" as const, key, parentId: group.groupId, parentCode };
    const waits = after.length > 0;
    const number = waits ? undefined : await nextPaperNumber(client, receivingUnitId, now, "receipt");
    const data = { ...submission(input, one.matter, code), group: part, ...given("paperNumber", number) };
    const decision: Decision = waits
      ? { status: CASE_STATUS.registered, data: { type: "registered", ...data } }
      : {
          status: CASE_STATUS.received,
          data: { type: "received", ...data },
          ...beginning(one, receivingUnitId, total),
        };
    const { actions, state } = fold(input, [decision], one.context);
    if (!(await saveCase(client, undefined, actions, state, audit))) return undefined;
    const { procedureCode, procedureName } = one.matter;
    members.push({ key, caseId: input.caseId, code, procedureCode, procedureName, after });
  }
  const papers = [
    ...new Map(ready.flatMap(({ input }) => input.papers).map((one) => [one.name, one])).values(),
  ];
  const whole = { ...lead, matter, papers };
  const decision = await parentDecision(client, group, definition, whole, parentCode, members);
  const { actions, state } = fold({ caseId: group.groupId, receivingUnitId }, [decision], lead.context);
  if (!(await saveCase(client, undefined, actions, state, audit))) return undefined;
  await insertGroup(client, group.groupId, groupRows(state));
  return state;
}

function beginning(
  { matter, context, input }: Ready,
  receivingUnitId: number,
  total: GroupTotal | undefined,
) {
  const units = { receivingUnitId, decidingUnitId: input.decidingUnitId, matter, nextStep: 1 };
  const opened = beginProcess(units, context);
  // Every unit of the process was asked for when the member was prepared.
  if (!opened.ok) throw new Error(`${matter.procedureCode} cannot begin: ${opened.refusal}`);
  return {
    opened: opened.value,
    clock: {
      kind: "started" as const,
      ...dueProperty(appointment(matter, context.now, context, total)),
      calendar: context.calendar.version,
      rules: context.rules.id,
      ...given("within", total),
    },
  };
}

/** The matter of the whole group: its own limit; the steps are those of its members, hence the leading one's process. */
async function parentMatter(
  deps: CasesDeps,
  definition: GroupDefinition,
  lead: Matter,
  verification: boolean,
): Promise<Matter> {
  const own = await deps.procedureInForce(definition.code);
  return {
    procedureId: own?.id ?? lead.procedureId,
    procedureVersion: own?.version ?? lead.procedureVersion,
    procedureCode: definition.code,
    procedureName: definition.name,
    field: lead.field,
    limit: (verification ? definition.verifiedLimit : undefined) ?? definition.limit,
    processId: lead.processId,
    ...(definition.cutoffShifts ? { cutoffShifts: true as const } : {}),
  };
}

async function parentDecision(
  client: PoolClient,
  group: ReceiveGroup,
  definition: GroupDefinition,
  { matter, context, input, papers }: Ready & Pick<ReceiveCase, "papers">,
  code: string,
  members: readonly GroupMember[],
): Promise<Decision> {
  const { receivingUnitId } = group;
  const dueAt = appointment(matter, context.now, context);
  const own = { ...input, caseId: group.groupId, papers };
  const paperNumber = await nextPaperNumber(client, receivingUnitId, context.now, "receipt");
  return {
    status: CASE_STATUS.received,
    data: {
      type: "received",
      ...submission(own, matter, code),
      paperNumber,
      group: {
        role: "parent",
        definition: definition.code,
        effectiveFrom: definition.effectiveFrom,
        decideWithinMinutes: definition.decideWithinMinutes,
        members,
      },
    },
    opened: [
      {
        seq: 1,
        processStep: "coordinate",
        work: "coordinate",
        unitId: receivingUnitId,
        post: "desk-officer",
        ...dueProperty(dueAt),
      },
    ],
    clock: {
      kind: "started",
      ...dueProperty(dueAt),
      calendar: context.calendar.version,
      rules: context.rules.id,
    },
  };
}

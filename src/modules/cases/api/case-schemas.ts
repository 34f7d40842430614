import { z } from "zod";
import { toLocalIso } from "../../../kernel/time.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { isMain } from "../domain/evolve.ts";
import { verdictOf } from "../projection.ts";

/** RFC 9457 problem. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

/** Every answer that is a problem. */
export const PROBLEMS = {
  400: ProblemBody,
  401: ProblemBody,
  403: ProblemBody,
  404: ProblemBody,
  409: ProblemBody,
  413: ProblemBody,
  422: ProblemBody,
};

const instant = z
  .string()
  .describe("ISO 8601 with the offset of Việt Nam, to the minute: 2026-11-23T09:00+07:00");

/** A case as the API gives it. */
export const CaseBody = z
  .object({
    id: z.string(),
    code: z.string(),
    version: z.number().int(),
    status: z.number().int().min(1).max(10).describe("National state code (TrangThaiHoSo)"),
    procedureCode: z.string(),
    procedureName: z.string(),
    variantCode: z.string().optional(),
    receivingUnit: z.string(),
    decidingUnit: z.string(),
    channel: z.enum(["direct", "postal", "online"]),
    limit: z
      .object({
        amount: z.number(),
        unit: z.enum(["hour", "working-day", "calendar-day", "month", "in-day"]),
      })
      .optional()
      .describe("By which the case is judged; of two appointments both together"),
    limitOfChannel: z.boolean().describe("The procedure gives the channel of this case a limit of its own"),
    applicant: z.object({ name: z.string(), number: z.string().optional(), phone: z.string().optional() }),
    receivedAt: instant.optional(),
    acceptance: z
      .object({ dueAt: instant, answeredAt: instant.optional(), late: z.boolean() })
      .optional()
      .describe("Of an online case: when the desk owes its first answer, and whether that came later"),
    firstDueAt: instant.optional(),
    dueAt: instant.optional(),
    newDueAt: instant.optional(),
    pausedAt: instant.optional(),
    finishedAt: instant.optional(),
    returnedAt: instant.optional(),
    verdict: z.enum(["early", "on-time", "late"]).optional(),
    openSteps: z.array(
      z.object({
        seq: z.number().int(),
        work: z.string(),
        unit: z.string(),
        post: z.string(),
        dueAt: instant.optional(),
        ofProcess: z.boolean().describe("A step of the process, not work beside it"),
        uncounted: z.string().optional().describe("Why the time of this step does not count"),
      }),
    ),
    result: z
      .object({ kind: z.enum(["granted", "refused"]), number: z.string(), title: z.string() })
      .optional(),
  })
  .meta({ id: "Case" });
export type CaseBody = z.infer<typeof CaseBody>;

/** A case as the holder of its receipt sees it: without numbers, telephones and officers. */
export const TrackedBody = CaseBody.omit({ id: true, applicant: true, version: true })
  .extend({ applicant: z.string() })
  .meta({ id: "TrackedCase" });
export type TrackedBody = z.infer<typeof TrackedBody>;

/** One thing that happened. */
export const ActionBody = z
  .object({
    seq: z.number().int(),
    at: instant,
    type: z.string(),
    status: z.number().int(),
    unit: z.string().optional(),
    officerId: z.number().int().optional(),
    inPlaceOf: z.number().int().optional().describe("The absent officer whose post this officer filled"),
  })
  .meta({ id: "Action" });
export type ActionBody = z.infer<typeof ActionBody>;

type CodeOf = (unitId: number) => string;

/** The case for the API; units by their official codes. */
export function caseBody(state: CaseState, codeOf: CodeOf): CaseBody {
  const { applicant, clock, matter, result } = state;
  return dropUndefined<CaseBody>({
    id: state.id,
    code: state.code,
    version: state.version,
    status: state.status,
    procedureCode: matter.procedureCode,
    procedureName: matter.procedureName,
    variantCode: matter.variantCode,
    receivingUnit: codeOf(state.receivingUnitId),
    decidingUnit: codeOf(state.decidingUnitId),
    channel: state.channel,
    limit: matter.limit,
    limitOfChannel: matter.limitChannel !== undefined,
    applicant: { name: applicant.name, number: applicant.number, phone: applicant.phone },
    receivedAt: local(state.receivedAt),
    acceptance: state.acceptance && {
      dueAt: local(state.acceptance.dueAt),
      answeredAt: local(state.acceptance.answeredAt),
      late: state.acceptance.late === true,
    },
    firstDueAt: local(clock.firstDueAt),
    dueAt: local(clock.dueAt),
    newDueAt: local(clock.newDueAt),
    pausedAt: local(clock.pausedAt),
    finishedAt: local(state.finishedAt),
    returnedAt: local(state.returned?.at),
    verdict: verdictOf(state),
    openSteps: state.open.map((step) => ({
      seq: step.seq,
      work: step.work,
      unit: codeOf(step.unitId),
      post: step.post,
      dueAt: local(step.dueAt),
      ofProcess: isMain(step),
      uncounted: step.uncounted,
    })),
    result: result && { kind: result.kind, number: result.number, title: result.title },
  });
}

/** The case for the holder of its receipt. */
export function trackedBody(state: CaseState, codeOf: CodeOf): TrackedBody {
  const { id: _, applicant, version: __, ...rest } = caseBody(state, codeOf);
  return { ...rest, applicant: applicant.name };
}

/** An action for the API. */
export function actionBodyOf(action: CaseAction, codeOf: CodeOf): ActionBody {
  return dropUndefined<ActionBody>({
    seq: action.seq,
    at: toLocalIso(action.at),
    type: action.data.type,
    status: action.status,
    unit: action.by.unitId === undefined ? undefined : codeOf(action.by.unitId),
    officerId: action.by.kind === "officer" ? action.by.id : undefined,
    inPlaceOf: action.by.inPlaceOf,
  });
}

function local(instantMs: number | undefined): string | undefined {
  return instantMs === undefined ? undefined : toLocalIso(instantMs);
}

/** Absent is absent in JSON: properties without a value are left out, at every depth. */
function dropUndefined<Body>(body: { [Key in keyof Required<Body>]: unknown }): Body {
  return JSON.parse(JSON.stringify(body)) as Body;
}

import type { FastifyReply, FastifyRequest } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import type { Result } from "../../../kernel/result.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import { approveResult } from "../approve-result/approve-result.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { Choices } from "../do-with-case/actions-pane.tsx";
import type { TypedForm } from "../do-with-case/typed-form.ts";
import type { OpenStep } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { mainSteps } from "../domain/steps.ts";
import { nothingHere } from "../nothing-here.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";
import { stepsBefore } from "../send-back/send-back.ts";
import type { VerbName } from "../verbs.ts";
import { type CaseDetail, caseDetail } from "./case-detail.query.ts";
import { CaseScreen } from "./case-screen.tsx";
import { type CaseView, caseView } from "./case-view.ts";

/** Draws the screen of a case; with `typed` as the answer to a form that could not be done. */
export async function drawCase(
  deps: CasesDeps,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  typed?: TypedForm,
): Promise<FastifyReply> {
  const { actor, lang, params } = request;
  if (!isUuid(params.id) || actor.kind !== "officer") return nothingHere(reply);
  const detail = await caseDetail(deps, actor, params.id);
  if (!detail.ok) {
    if (detail.refusal === "case-not-found") return nothingHere(reply);
    throw new AccessDenied("not-permitted");
  }
  const view = await caseView(deps, lang, actor, detail.value);
  const status =
    typed === undefined ? 200 : typed.refusal === undefined ? 422 : REFUSAL_STATUS[typed.refusal];
  return deps.frame.officer(request, reply, {
    title: `${detail.value.state.code} ${detail.value.state.applicant.name}`,
    status,
    active: "queue",
    body: <CaseScreen view={view} choices={choicesFor(deps, view, detail.value)} typed={typed} />,
  });
}

/** Who may take the step, and which units may be asked; read only where a form needs them. */
function choicesFor(
  deps: CasesDeps,
  { names, stepName }: CaseView,
  { state, context, possible }: CaseDetail,
): Choices {
  const lawful = (verb: string) => possible.some((one) => one.verb === verb && one.refusal === undefined);
  const stepsOf = (verb: string): readonly OpenStep[] => {
    const steps = possible.find((one) => one.verb === verb)?.steps ?? [];
    return steps.length > 0 ? steps : state.open;
  };
  const officers = lawful("assign")
    ? stepsOf("assign").flatMap(({ unitId, post }) =>
        deps.directory.officersIn(unitId).filter(({ kind }) => kind === post),
      )
    : [];
  const here = new Set(mainSteps(state).map((open) => open.unitId));
  const units = lawful("ask-opinion")
    ? deps.directory
        .units()
        .filter((unit) => !here.has(unit.id) && deps.directory.officersIn(unit.id, "specialist").length > 0)
    : [];
  const before = lawful("send-back")
    ? stepsOf("send-back").flatMap((step) => stepsBefore(state, step, context))
    : [];
  return {
    doneBefore: [...new Map(before.map(({ done, facts }) => [facts.id, { ...facts, ...done }])).values()].map(
      ({ id, work, officerId, unitId }) => ({
        value: id,
        label: stepName({ processStep: id, work }),
        hint: officerId === undefined ? names.shortUnit(unitId) : names.officer(officerId),
      }),
    ),
    officers: [...new Map(officers.map((post) => [post.officerId, post.fullName]))].map(([id, label]) => ({
      value: String(id),
      label,
    })),
    units: units.map((unit) => ({ value: String(unit.id), label: names.unit(unit.id) })),
    sendsOut: new Set(
      [passOn, approveResult]
        .filter(({ name }) => lawful(name))
        .filter((verb) =>
          stepsOf(verb.name).some(({ seq: step }) =>
            isRefused(verb.decide(state, {}, { ...context, step }), "evidence-missing"),
          ),
        )
        .map((verb) => verb.name as VerbName),
    ),
  };
}

function isRefused(result: Result<unknown, CaseRefusal>, word: CaseRefusal): boolean {
  return !result.ok && result.refusal === word;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { StaffPageDeps } from "../staff-page-deps.ts";
import { deputyReach, mayRecordAbsence } from "../staff-rights.ts";
import { ABSENCES_URL, AbsenceForm, type PostToFill } from "./absence-form.view.tsx";
import { absenceFaults, absenceTexts } from "./absence-texts.ts";
import { fillablePosts, RecordAbsence, recordAbsence } from "./record-absence.ts";

const ACCESS = { config: { access: "organisation.absence" } } as const;

/** GET /officer/absences/new?officer=: the form, without a number for oneself. POST /officer/absences: records it. */
export function recordAbsencePages(app: FastifyInstance, deps: StaffPageDeps): void {
  const { directory } = deps;

  const draw = (
    request: FastifyRequest,
    reply: FastifyReply,
    officerId: number,
    values: FormValues,
    errors: FieldErrors = {},
  ) => {
    const posts = postsToFill(deps, request, officerId);
    const faults = absenceFaults(request.lang, errors, posts[0]?.field ?? "reason");
    const name = directory.officerName(officerId);
    return deps.frame.officer(request, reply, {
      title: absenceTexts(request.lang).form.title(name),
      active: "absences",
      ...(faults.length > 0 ? { status: 422 } : {}),
      body: (
        <AbsenceForm
          lang={request.lang}
          officerId={officerId}
          name={name}
          posts={posts}
          values={values}
          errors={faults}
        />
      ),
    });
  };

  app.get<{ Querystring: { officer?: string } }>(`${ABSENCES_URL}/new`, ACCESS, (request, reply) => {
    const own = request.actor.kind === "officer" ? request.actor.id : 0;
    const asked = request.query.officer === undefined ? own : idOf(request.query.officer);
    if (directory.findOfficer(asked) === undefined) return reply.callNotFound();
    if (!mayRecordAbsence(directory, request.actor, asked)) return reply.redirect(ABSENCES_URL, 303);
    return draw(request, reply, asked, {});
  });

  app.post(ABSENCES_URL, ACCESS, async (request, reply) => {
    const values = formValues(request.body);
    const officerId = idOf(values.officerId);
    if (directory.findOfficer(officerId) === undefined) return reply.callNotFound();
    const deputies = Object.entries(values).flatMap(([field, value]) => {
      const named = /^deputy-(\d{1,9})-([a-z-]+)$/.exec(field);
      return named === null || value === ""
        ? []
        : [{ unitId: Number(named[1]), kind: named[2], deputyId: [value].flat()[0] }];
    });
    const form = parseForm(RecordAbsence, { ...values, officerId, deputies });
    if (!form.ok) return draw(request, reply, officerId, values, form.errors);
    const recorded = await runCommand(deps, request.actor, recordAbsence(directory), form.value);
    if (!recorded.ok) return draw(request, reply, officerId, values, { "": recorded.refusal });
    await directory.refresh();
    leaveFlash(reply, absenceTexts(request.lang).flash.recorded);
    return reply.redirect(ABSENCES_URL, 303);
  });
}

function postsToFill(
  { directory }: StaffPageDeps,
  { lang, actor }: FastifyRequest,
  officerId: number,
): readonly PostToFill[] {
  return fillablePosts(directory, officerId, directory.today()).flatMap(({ unitId, kind, title }) => {
    const reach = deputyReach(directory, actor, officerId, unitId);
    if (reach === undefined) return [];
    const unit = directory.unit(unitId);
    const near =
      reach === "leads"
        ? [
            unitId,
            ...(unit.parentId === undefined ? [] : [unit.parentId]),
            ...directory.childrenOf(unitId).map((child) => child.id),
          ]
        : [unitId];
    const people = new Map(
      near
        // The province's committee has every commune below it: those are not near.
        .slice(0, 30)
        .flatMap((id) => directory.officersIn(id))
        .filter((one) => one.officerId !== officerId)
        .map((one) => [one.officerId, { id: one.officerId, label: `${one.fullName}, ${one.title}` }]),
    );
    const post = {
      field: `deputy-${unitId}-${kind}`,
      title,
      unit: lang === "vi" ? unit.shortName : unit.nameEn,
      candidates: [...people.values()],
      fromElsewhere: reach === "leads",
    };
    return [post];
  });
}

function idOf(value: string | string[] | undefined): number {
  const text = [value ?? ""].flat()[0] ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

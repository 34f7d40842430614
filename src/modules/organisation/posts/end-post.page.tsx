import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { formatDate } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import { POST_KINDS } from "../../../platform/permission.ts";
import type { OfficerInPost } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import type { StaffPageDeps } from "../staff-page-deps.ts";
import { staffReach } from "../staff-rights.ts";
import { EndPost, endPost } from "./end-post.ts";
import { EndPostView } from "./end-post.view.tsx";
import { postFaults, postTexts, staffHref } from "./post-texts.ts";

const ACCESS = { config: { access: "organisation.post" } } as const;
const URL = "/officer/organisation/:code/staff/:officerId/:kind/end";
type Params = { Params: { code: string; officerId: string; kind: string } };

/** GET: the open work of an officer in a post and what becomes of it. POST: ends the post; for today the work moves at once. */
export function endPostPages(app: FastifyInstance, deps: StaffPageDeps): void {
  const { directory, staffWork } = deps;

  const found = (params: Params["Params"]): { unit: Unit; held: OfficerInPost } | undefined => {
    const unit = directory.unitByCode(params.code);
    const kind = POST_KINDS.find((one) => one === params.kind);
    if (unit === undefined || kind === undefined) return undefined;
    const held = directory
      .officersIn(unit.id, kind)
      .find((one) => String(one.officerId) === params.officerId);
    return held === undefined ? undefined : { unit, held };
  };

  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { unit, held }: { readonly unit: Unit; readonly held: OfficerInPost },
    values: FormValues = {},
    errors: FieldErrors = {},
  ) => {
    const faults = postFaults(request.lang, "end", errors);
    const successors = directory
      .officersIn(unit.id, held.kind)
      .filter((one) => one.officerId !== held.officerId)
      .map((one) => ({ value: String(one.officerId), label: `${one.fullName}, ${one.title}` }));
    return deps.frame.officer(request, reply, {
      title: postTexts(request.lang).end.title(held.fullName, held.title),
      active: "organisation",
      ...(faults.length > 0 ? { status: 422 } : {}),
      body: (
        <EndPostView
          lang={request.lang}
          unit={unit}
          held={held}
          work={await staffWork.assignedTo(held.officerId, unit.id, held.kind)}
          workName={(work) => staffWork.workName(work, request.lang)}
          acting={directory
            .absences()
            .filter((absence) =>
              absence.deputies.some((one) => one.deputyId === held.officerId && one.until == null),
            )
            .map(({ officerId, toDay }) => ({ name: directory.officerName(officerId), toDay }))}
          successors={successors}
          values={values}
          errors={faults}
        />
      ),
    });
  };

  app.get<Params>(URL, ACCESS, (request, reply) => {
    const post = found(request.params);
    if (post === undefined) return reply.callNotFound();
    if (staffReach(directory, request.actor, post.unit.id) === undefined)
      return reply.redirect(`/officer/organisation/${post.unit.code}`, 303);
    return draw(request, reply, post);
  });

  app.post<Params>(URL, ACCESS, async (request, reply) => {
    const post = found(request.params);
    if (post === undefined) return reply.callNotFound();
    const { unit, held } = post;
    const values = formValues(request.body);
    const texts = postTexts(request.lang);
    const form = parseForm(EndPost, {
      ...values,
      unitId: unit.id,
      officerId: held.officerId,
      kind: held.kind,
    });
    const reach = staffReach(directory, request.actor, unit.id);
    if (!form.ok && reach !== undefined) return draw(request, reply, post, values, form.errors);
    const ended = form.ok
      ? await runCommand(deps, request.actor, endPost(directory), form.value)
      : { ok: false as const, refusal: "not-your-unit" as const };
    if (!ended.ok) {
      if (reach !== undefined) return draw(request, reply, post, values, { "": ended.refusal });
      leaveFlash(reply, texts.faults["not-your-unit"] ?? "");
      return reply.redirect(`/officer/organisation/${unit.code}`, 303);
    }
    await directory.refresh();
    // At once where the day is today; a stop in the middle is made good by the job of the next minute.
    await staffWork.moveLeftWork();
    leaveFlash(reply, texts.flash.ended(form.ok ? formatDate(form.value.fromDay) : ""));
    return reply.redirect(
      staffReach(directory, request.actor, unit.id) === undefined ? "/officer" : staffHref(unit.code),
      303,
    );
  });
}

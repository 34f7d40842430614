import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formatDate } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import { Badge, type Column, DataTable, EmptyState, ErrorSummary, PageTitle } from "../../../ui/index.ts";
import { ABSENCES_URL } from "../absences/absence-form.view.tsx";
import type { OfficerInPost } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import { textsOf } from "../list-units/texts.ts";
import type { StaffPageDeps } from "../staff-page-deps.ts";
import { DELEGABLE, staffReach } from "../staff-rights.ts";
import { endingsOf, type PostEnding } from "./post-endings.query.ts";
import { postFaults, postTexts, staffHref } from "./post-texts.ts";
import { StartPost, startPost } from "./start-post.ts";
import { StartPostForm } from "./start-post.view.tsx";

const ACCESS = { config: { access: "organisation.post" } } as const;
type Params = { Params: { code: string } };

/** GET /officer/organisation/:code/staff: posts of a unit, for its leader and the administrator. POST: gives a post. */
export function staffPage(app: FastifyInstance, deps: StaffPageDeps): void {
  const { directory } = deps;

  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    unit: Unit,
    values: FormValues = {},
    errors: FieldErrors = {},
  ) => {
    const { lang, actor } = request;
    const texts = postTexts(lang);
    const faults = postFaults(lang, "start", errors);
    const name = lang === "vi" ? unit.name : unit.nameEn;
    const all = Object.entries(textsOf(lang).postKinds);
    const mayGive = all.filter(
      ([kind]) =>
        staffReach(directory, actor, unit.id) === "administrator" || DELEGABLE.some((post) => post === kind),
    );
    return deps.frame.officer(request, reply, {
      title: texts.title(name),
      active: "organisation",
      ...(faults.length > 0 ? { status: 422 } : {}),
      body: (
        <>
          <ErrorSummary errors={faults} />
          <PageTitle
            title={texts.title(name)}
            lead={texts.lead}
            kicker={<a href={`/officer/organisation/${unit.code}`}>{name}</a>}
          />
          <DataTable
            caption={texts.caption}
            captionHidden
            columns={columns(deps, request, unit)}
            rows={directory.officersIn(unit.id)}
            rowKey={(one) => `${one.officerId}.${one.kind}`}
            empty={<EmptyState title={texts.nobody} icon="users" />}
          />
          <StartPostForm
            texts={texts}
            action={staffHref(unit.code)}
            kinds={mayGive.map(([value, label]) => ({ value, label }))}
            values={values}
            errors={faults}
          />
          <Endings deps={deps} request={request} rows={await endingsOf(deps.database.pool, unit.id)} />
        </>
      ),
    });
  };

  app.get<Params>("/officer/organisation/:code/staff", ACCESS, (request, reply) => {
    const unit = directory.unitByCode(request.params.code);
    if (unit === undefined) return reply.callNotFound();
    if (staffReach(directory, request.actor, unit.id) === undefined)
      return reply.redirect(`/officer/organisation/${unit.code}`, 303);
    return draw(request, reply, unit);
  });

  app.post<Params>("/officer/organisation/:code/staff", ACCESS, async (request, reply) => {
    const unit = directory.unitByCode(request.params.code);
    if (unit === undefined) return reply.callNotFound();
    const values = formValues(request.body);
    const form = parseForm(StartPost, { ...values, unitId: unit.id });
    if (!form.ok) return draw(request, reply, unit, values, form.errors);
    const started = await runCommand(deps, request.actor, startPost(directory), form.value);
    if (!started.ok) {
      if (started.refusal === "not-your-unit")
        leaveFlash(reply, postTexts(request.lang).faults["not-your-unit"] ?? "");
      return started.refusal === "not-your-unit"
        ? reply.redirect(`/officer/organisation/${unit.code}`, 303)
        : draw(request, reply, unit, values, { "": started.refusal });
    }
    await directory.refresh();
    const { flash } = postTexts(request.lang);
    const { toPlaceIn } = started.value;
    leaveFlash(
      reply,
      toPlaceIn.length === 0 ? flash.started : `${flash.started} ${flash.toPlace(toPlaceIn.join(", "))}`,
    );
    return reply.redirect(staffHref(unit.code), 303);
  });
}

function columns(
  { directory }: StaffPageDeps,
  { lang }: FastifyRequest,
  unit: Unit,
): readonly Column<OfficerInPost>[] {
  const texts = postTexts(lang);
  return [
    {
      key: "name",
      label: texts.name,
      primary: true,
      cell: (one) => (
        <span>
          {one.fullName}{" "}
          {directory.isAbsent(one.officerId) ? <Badge tone="warn" label={texts.absent} /> : null}
        </span>
      ),
    },
    { key: "post", label: texts.post, cell: (one) => textsOf(lang).postKinds[one.kind] },
    { key: "title", label: texts.position, cell: (one) => one.title },
    {
      key: "do",
      label: texts.doing,
      cell: (one) => (
        <div>
          <a href={`${ABSENCES_URL}/new?officer=${one.officerId}`}>{texts.recordAbsence}</a>
          {" · "}
          <a href={`${staffHref(unit.code)}/${one.officerId}/${one.kind}/end`}>{texts.endPost}</a>
        </div>
      ),
    },
  ];
}

type EndingsProps = {
  readonly deps: StaffPageDeps;
  readonly request: FastifyRequest;
  readonly rows: readonly PostEnding[];
};

function Endings({ deps, request, rows }: EndingsProps): VNode | null {
  const texts = postTexts(request.lang);
  const { directory } = deps;
  if (rows.length === 0) return null;
  const columns: readonly Column<PostEnding>[] = [
    { key: "name", label: texts.name, primary: true, cell: (row) => directory.officerName(row.officerId) },
    { key: "post", label: texts.post, cell: (row) => textsOf(request.lang).postKinds[row.kind] },
    { key: "from", label: texts.from, cell: (row) => formatDate(row.fromDay) },
    {
      key: "to",
      label: texts.successor,
      cell: (row) => (row.successorId === null ? texts.commonQueue : directory.officerName(row.successorId)),
    },
    { key: "moved", label: texts.moved, cell: (row) => texts.movedOf(row.moved, row.doneAt !== null) },
    { key: "why", label: texts.why, cell: (row) => `${row.reason} (${row.decision})` },
  ];
  return (
    <section class="flow">
      <h2>{texts.endings}</h2>
      <DataTable
        caption={texts.endings}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={null}
      />
    </section>
  );
}

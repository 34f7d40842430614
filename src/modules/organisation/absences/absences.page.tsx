import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formatDate } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues } from "../../../platform/http/form.ts";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  PageTitle,
  Select,
} from "../../../ui/index.ts";
import { markStaffNoticesRead, type StaffNotice, staffNoticesFor } from "../staff-notices.query.ts";
import type { StaffPageDeps } from "../staff-page-deps.ts";
import { unitsLed } from "../staff-rights.ts";
import { ABSENCES_URL } from "./absence-form.view.tsx";
import { absenceTexts, faultText } from "./absence-texts.ts";
import { loadAbsences, type RecordedAbsence } from "./absences.query.ts";
import { endAbsence } from "./end-absence.ts";

const ACCESS = { config: { access: "organisation.absence" } } as const;

/** GET /officer/absences: one's own, those for whom one acts, and those of the units one leads. POST …/end, …/read. */
export function absencesPage(app: FastifyInstance, deps: StaffPageDeps): void {
  const { directory, database } = deps;
  app.get(ABSENCES_URL, ACCESS, async (request, reply) => {
    const { actor, lang } = request;
    const id = actor.kind === "officer" ? actor.id : 0;
    const [notices, absences] = await Promise.all([
      staffNoticesFor(database.pool, id),
      loadAbsences(database.pool, directory.today()),
    ]);
    const staff = staffOf(deps, request, id);
    return deps.frame.officer(request, reply, {
      title: absenceTexts(lang).title,
      active: "absences",
      body: (
        <>
          <PageTitle
            title={absenceTexts(lang).title}
            lead={absenceTexts(lang).lead}
            actions={
              <LinkButton href={`${ABSENCES_URL}/new`} kind="primary" icon="calendar">
                {absenceTexts(lang).recordOwn}
              </LinkButton>
            }
          />
          <Notices deps={deps} request={request} notices={notices} />
          <RecordFor request={request} staff={staff} />
          <Section
            deps={deps}
            request={request}
            title={absenceTexts(lang).own}
            rows={absences.filter((one) => one.officerId === id)}
            empty={absenceTexts(lang).noneOwn}
            mayEnd
          />
          <Section
            deps={deps}
            request={request}
            title={absenceTexts(lang).acting}
            rows={absences.filter((one) => one.deputies.some((deputy) => deputy.deputyId === id))}
          />
          <Section
            deps={deps}
            request={request}
            title={absenceTexts(lang).staff}
            rows={absences.filter((one) => staff.has(one.officerId))}
            {...(staff.size === 0 ? {} : { empty: absenceTexts(lang).none })}
            mayEnd
          />
        </>
      ),
    });
  });

  app.post<{ Params: { id: string } }>(`${ABSENCES_URL}/:id/end`, ACCESS, async (request, reply) => {
    const id = /^\d{1,9}$/.test(request.params.id) ? Number(request.params.id) : 0;
    const ended = await runCommand(deps, request.actor, endAbsence(directory), { id });
    await directory.refresh();
    const { flash } = absenceTexts(request.lang);
    leaveFlash(reply, ended.ok ? flash.ended : faultText(request.lang, ended.refusal));
    return reply.redirect(ABSENCES_URL, 303);
  });

  app.post(`${ABSENCES_URL}/read`, ACCESS, async (request, reply) => {
    const upTo = [formValues(request.body).upTo ?? ""].flat()[0] ?? "";
    if (request.actor.kind === "officer" && /^\d{1,9}$/.test(upTo))
      await markStaffNoticesRead(database.pool, request.actor.id, Number(upTo), deps.clock());
    await directory.refresh();
    leaveFlash(reply, absenceTexts(request.lang).flash.read);
    return reply.redirect(ABSENCES_URL, 303);
  });
}

/** The officers of the units that somebody leads, themselves left out: name by id. An administrator goes by the unit's page. */
function staffOf(
  { directory }: StaffPageDeps,
  { actor }: FastifyRequest,
  own: number,
): ReadonlyMap<number, string> {
  return new Map(
    unitsLed(directory, actor)
      .flatMap((unitId) => directory.officersIn(unitId))
      .filter((one) => one.officerId !== own)
      .map((one) => [one.officerId, `${one.fullName}, ${one.title}`]),
  );
}

function RecordFor(props: {
  readonly request: FastifyRequest;
  readonly staff: ReadonlyMap<number, string>;
}): VNode | null {
  const texts = absenceTexts(props.request.lang);
  if (props.staff.size === 0) return null;
  return (
    <Form action={`${ABSENCES_URL}/new`} method="get" class="filters">
      <Select
        name="officer"
        label={texts.recordFor}
        required={false}
        unmarked
        options={[...props.staff].map(([id, label]) => ({ value: String(id), label }))}
      />
      <Button>{texts.record}</Button>
    </Form>
  );
}

type Part = { readonly deps: StaffPageDeps; readonly request: FastifyRequest };

function Notices({
  deps,
  request,
  notices,
}: Part & { readonly notices: readonly StaffNotice[] }): VNode | null {
  const texts = absenceTexts(request.lang);
  if (notices.length === 0) return null;
  return (
    <Notice tone="info" title={texts.notices} icon="bell">
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>{sentence(deps, request, notice)}</li>
        ))}
      </ul>
      <Form action={`${ABSENCES_URL}/read`}>
        <input type="hidden" name="upTo" value={notices[0]?.id} />
        <Button kind="secondary" icon="check">
          {texts.readAll}
        </Button>
      </Form>
    </Notice>
  );
}

function sentence({ directory }: StaffPageDeps, { lang }: FastifyRequest, notice: StaffNotice): string {
  const words = absenceTexts(lang).notice;
  const name = directory.findOfficer(notice.absentId ?? notice.postOfficerId ?? 0)?.fullName ?? "";
  const day = (date: string | null) => (date === null ? "" : formatDate(date));
  switch (notice.kind) {
    case "absent":
      return words.absent(day(notice.fromDay), day(notice.toDay));
    case "deputy":
      return words.deputy(name, day(notice.fromDay), day(notice.toDay));
    case "absence-ended":
      return words["absence-ended"](name);
    case "post-ends":
      return words["post-ends"](notice.postTitle ?? "", day(notice.postTo));
    case "successor":
      return words.successor(name, day(notice.postTo));
    case "post-begins":
      return words["post-begins"](notice.postTitle ?? "", day(notice.postFrom));
  }
}

type SectionProps = Part & {
  readonly title: string;
  readonly rows: readonly RecordedAbsence[];
  /** Said where there is none; without it the section is left out. */
  readonly empty?: string;
  readonly mayEnd?: true;
};

function Section({ deps, request, title, rows, empty, mayEnd }: SectionProps): VNode | null {
  if (rows.length === 0 && empty === undefined) return null;
  return (
    <section class="flow">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        columns={columns(deps, request, mayEnd === true)}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState title={empty ?? ""} icon="users" />}
      />
    </section>
  );
}

function columns(
  { directory }: StaffPageDeps,
  { lang }: FastifyRequest,
  mayEnd: boolean,
): readonly Column<RecordedAbsence>[] {
  const texts = absenceTexts(lang);
  const runs = (row: RecordedAbsence) => row.fromDay <= directory.today();
  return [
    {
      key: "officer",
      label: texts.officer,
      primary: true,
      cell: (row) => directory.officerName(row.officerId),
    },
    {
      key: "days",
      label: texts.days,
      cell: (row) => (
        <div>
          {texts.span(formatDate(row.fromDay), formatDate(row.toDay))}{" "}
          <Badge tone={runs(row) ? "warn" : "neutral"} label={runs(row) ? texts.now : texts.later} />
        </div>
      ),
    },
    {
      key: "deputies",
      label: texts.deputies,
      cell: (row) => {
        const act = row.deputies.filter(({ until }) => until == null || until > directory.today());
        const names = new Set(act.map((one) => directory.officerName(one.deputyId)));
        return names.size === 0 ? texts.nobody : [...names].join(", ");
      },
    },
    {
      key: "reason",
      label: texts.reason,
      cell: (row) => (row.decision === null ? row.reason : `${row.reason} (${row.decision})`),
    },
    ...(mayEnd
      ? [
          {
            key: "end",
            label: texts.end,
            cell: (row: RecordedAbsence) => (
              <Form action={`${ABSENCES_URL}/${row.id}/end`}>
                <Button kind="secondary">{runs(row) ? texts.end : texts.callOff}</Button>
              </Form>
            ),
          },
        ]
      : []),
  ];
}

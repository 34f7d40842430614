import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { localDateOf } from "../../../kernel/time.ts";
import { holds } from "../../../platform/permission.ts";
import { Button, Form, LinkButton, PageTitle, PrintLink, Select } from "../../../ui/index.ts";
import { CALENDAR_URL, type CalendarPageDeps, DECLARE_URL } from "./calendar-page-deps.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { HoursView } from "./hours.view.tsx";
import { RunView } from "./run.view.tsx";
import { VersionsView } from "./versions.view.tsx";
import { YearView } from "./year.view.tsx";

const FIRST_YEAR = 2020;
const LAST_YEAR = 2050;

type Query = { Querystring: { year?: string; unit?: string } };

/** GET /officer/calendar: the year at a glance, how far the recomputation is, and every version that ever was. */
export function calendarPage(app: FastifyInstance, deps: CalendarPageDeps): void {
  app.get<Query>(CALENDAR_URL, { config: { access: "officer.self" } }, async (request, reply) => {
    const run = await deps.effects.latestRun();
    const texts = calendarTexts(request.lang);
    const year = yearOf(request.query.year) ?? Number(localDateOf(deps.clock()).slice(0, 4));
    return deps.frame.officer(request, reply, {
      title: texts.titleYear(year),
      active: "calendar",
      body: (
        <>
          <Head deps={deps} request={request} year={year} />
          <RunView run={run} lang={request.lang} />
          <HoursView
            calendar={calendarAsked(deps, request).calendar}
            today={localDateOf(deps.clock())}
            lang={request.lang}
          />
          <YearView calendar={calendarAsked(deps, request).calendar} year={year} lang={request.lang} />
          <VersionsView
            calendars={deps.calendars}
            directory={deps.directory}
            lang={request.lang}
            showsCases={holds(request.actor, "calendar.cases")}
          />
        </>
      ),
    });
  });
}

type HeadProps = {
  readonly deps: CalendarPageDeps;
  readonly request: FastifyRequest<Query>;
  readonly year: number;
};

function Head({ deps, request, year }: HeadProps): VNode {
  const texts = calendarTexts(request.lang);
  const { version } = calendarAsked(deps, request);
  const unit = unitAsked(deps, request);
  const href = (other: number) =>
    `${CALENDAR_URL}?year=${other}${unit === undefined ? "" : `&unit=${encodeURIComponent(unit.code)}`}`;
  return (
    <>
      <PageTitle
        title={texts.titleYear(year)}
        kicker={unit === undefined ? texts.province : texts.ofUnit(unit.name)}
        lead={texts.lead(version)}
        actions={
          holds(request.actor, "calendar.declare") ? (
            <LinkButton href={DECLARE_URL} kind="primary" icon="calendar">
              {texts.declare}
            </LinkButton>
          ) : undefined
        }
      />
      <div class="row spread no-print">
        <OwnCalendars deps={deps} request={request} year={year} />
        <span class="row">
          {year <= FIRST_YEAR ? null : (
            <LinkButton href={href(year - 1)} icon="arrow-left">
              {texts.previousYear(year - 1)}
            </LinkButton>
          )}
          {year >= LAST_YEAR ? null : (
            <LinkButton href={href(year + 1)} icon="arrow-right" iconAfter>
              {texts.nextYear(year + 1)}
            </LinkButton>
          )}
          <PrintLink />
        </span>
      </div>
    </>
  );
}

/** Whose calendar to show; only where some unit that stands has one of its own. */
function OwnCalendars({ deps, request, year }: HeadProps): VNode {
  const texts = calendarTexts(request.lang);
  const scopes = deps.calendars.standingScopes();
  if (scopes.length === 0) return <span />;
  const options = scopes.map((id) => {
    const unit = deps.directory.unit(id);
    return { value: unit.code, label: request.lang === "vi" ? unit.name : unit.nameEn };
  });
  return (
    <Form action={CALENDAR_URL} method="get" class="filters">
      <input type="hidden" name="year" value={year} />
      <Select
        name="unit"
        label={texts.whose}
        required={false}
        unmarked
        emptyLabel={texts.province}
        value={unitAsked(deps, request)?.code}
        options={options}
      />
      <Button>{texts.show}</Button>
    </Form>
  );
}

function unitAsked({ directory }: CalendarPageDeps, { query }: FastifyRequest<Query>) {
  return directory.unitByCode([query.unit].flat()[0] ?? "");
}

function calendarAsked(deps: CalendarPageDeps, request: FastifyRequest<Query>) {
  return deps.calendars.current(unitAsked(deps, request)?.id);
}

function yearOf(text: string | undefined): number | undefined {
  const year = Number([text].flat()[0]);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

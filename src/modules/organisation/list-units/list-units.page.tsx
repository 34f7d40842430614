import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { formatDate } from "../../../kernel/time.ts";
import { type Column, DataTable, EmptyState, PageTitle, SearchBox } from "../../../ui/index.ts";
import type { Directory } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import { type NamedPlace, namedPlaces, placeText } from "../places/named-places.ts";
import { findEndedUnits, findUnits } from "./find-units.ts";
import { type OrganisationPageDeps, textsOf } from "./texts.ts";
import { unitPage } from "./unit.page.tsx";

const URL = "/officer/organisation";
const MOST_PLACES = 30;

/** GET /officer/organisation: all units with how many work there; and a page for each unit. */
export function listUnitsPages(app: FastifyInstance, deps: OrganisationPageDeps): void {
  app.get<{ Querystring: { q?: string } }>(
    URL,
    { config: { access: "officer.self" } },
    async (request, reply) => {
      const query = ([request.query.q].flat()[0] ?? "").slice(0, 100).trim();
      return deps.frame.officer(request, reply, {
        title: textsOf(request.lang).title,
        body: body(
          request,
          deps.directory,
          query,
          query === "" ? [] : await namedPlaces(deps, query, MOST_PLACES),
        ),
        active: "organisation",
      });
    },
  );
  unitPage(app, deps);
}

function body(
  { lang }: FastifyRequest,
  directory: Directory,
  query: string,
  places: readonly NamedPlace[],
): VNode {
  const texts = textsOf(lang);
  const all = directory.units();
  const found = query === "" ? all : findUnits(directory, query);
  const officers = new Set(
    all.flatMap((unit) => directory.officersIn(unit.id).map((officer) => officer.officerId)),
  );
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead(all.length, officers.size)} />
      <SearchBox action={URL} label={texts.search} value={query} id="unit-search" />
      {query === "" ? null : <p role="status">{texts.found(found.length)}</p>}
      <OldNames places={places} ended={findEndedUnits(directory, query)} directory={directory} lang={lang} />
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns(directory, lang)}
        rows={found}
        rowKey={(unit) => unit.code}
        rowHref={(unit) => `${URL}/${unit.code}`}
        empty={
          <EmptyState title={texts.empty} icon="search" action={{ href: URL, label: texts.all }}>
            {texts.emptyHint}
          </EmptyState>
        }
      />
    </>
  );
}

type OldNamesProps = {
  readonly places: readonly NamedPlace[];
  readonly ended: readonly Unit[];
  readonly directory: Directory;
  readonly lang: Lang;
};

/** Old names that the query found, each with the unit of today; those of one name stand apart by their district. */
function OldNames({ places, ended, directory, lang }: OldNamesProps): VNode | null {
  const texts = textsOf(lang);
  if (places.length === 0 && ended.length === 0) return null;
  const nameOf = (unit: Unit) => (lang === "vi" ? unit.name : unit.nameEn);
  return (
    <section class="flow" aria-label={texts.oldNames}>
      <h2>{texts.oldNames}</h2>
      <ul class="prose">
        {places.map((place) => (
          <li key={`${place.name} ${place.formerDistrict} ${place.unitId} ${place.share}`}>
            {placeText(place, lang)} → <a href={`${URL}/${place.unit.code}`}>{nameOf(place.unit)}</a>
          </li>
        ))}
        {ended.map((unit) => (
          <li key={unit.code}>
            <a href={`${URL}/${unit.code}`}>{nameOf(unit)}</a> (
            {texts.until(formatDate(unit.endedOn ?? ""), nameOf(directory.currentUnitOf(unit.id)))})
          </li>
        ))}
      </ul>
    </section>
  );
}

function columns(directory: Directory, lang: Lang): readonly Column<Unit>[] {
  const texts = textsOf(lang);
  const nameOf = (unit: Unit) => (lang === "vi" ? unit.shortName : unit.nameEn);
  return [
    {
      key: "unit",
      label: texts.unit,
      primary: true,
      cell: (unit) => (lang === "vi" ? unit.name : unit.nameEn),
    },
    { key: "code", label: texts.code, kind: "code", cell: (unit) => unit.code },
    {
      key: "parent",
      label: texts.parent,
      cell: (unit) => (unit.parentId === undefined ? "" : nameOf(directory.unit(unit.parentId))),
    },
    { key: "desk", label: texts.desk, cell: (unit) => nameOf(directory.deskOf(unit.id)) },
    {
      key: "staff",
      label: texts.staff,
      kind: "number",
      cell: (unit) => directory.officersIn(unit.id).length,
    },
  ];
}

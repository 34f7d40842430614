import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { formatDate, type Lang } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  Notice,
  PageTitle,
  SummaryList,
} from "../../../ui/index.ts";
import type { Directory, OfficerInPost } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import { oldNamesOf, type PlaceRow, placeText } from "../places/named-places.ts";
import { postTexts, staffHref } from "../posts/post-texts.ts";
import { staffReach } from "../staff-rights.ts";
import { type OrganisationPageDeps, textsOf } from "./texts.ts";

const URL = "/officer/organisation";

/** GET /officer/organisation/:code: one unit, who works there and what stands below it. */
export function unitPage(app: FastifyInstance, deps: OrganisationPageDeps): void {
  app.get<{ Params: { code: string } }>(
    `${URL}/:code`,
    { config: { access: "officer.self" } },
    async (request, reply) => {
      const unit = deps.directory.unitByCode(request.params.code);
      if (unit === undefined) return reply.callNotFound();
      return deps.frame.officer(request, reply, {
        title: nameOf(unit, request.lang),
        body: body(unit, deps.directory, request.lang, {
          leads: staffReach(deps.directory, request.actor, unit.id) !== undefined,
          places: await oldNamesOf(deps, unit.id),
        }),
        active: "organisation",
      });
    },
  );
}

const nameOf = (unit: Unit, lang: Lang) => (lang === "vi" ? unit.name : unit.nameEn);

type Beside = { readonly leads: boolean; readonly places: readonly PlaceRow[] };

function body(unit: Unit, directory: Directory, lang: Lang, { leads, places }: Beside): VNode {
  const texts = textsOf(lang);
  const parent = unit.parentId === undefined ? undefined : directory.unit(unit.parentId);
  const children = directory.childrenOf(unit.id);
  return (
    <>
      <PageTitle
        title={nameOf(unit, lang)}
        kicker={<a href={URL}>{texts.back}</a>}
        lead={unit.mountain ? texts.mountain : undefined}
        actions={
          leads ? (
            <LinkButton href={staffHref(unit.code)} icon="users">
              {postTexts(lang).link}
            </LinkButton>
          ) : undefined
        }
      />
      <Ended unit={unit} directory={directory} lang={lang} />
      <SummaryList
        items={[
          { label: texts.code, value: unit.code },
          ...(parent === undefined ? [] : [{ label: texts.parent, value: unitLink(parent, lang) }]),
          { label: texts.desk, value: unitLink(directory.deskOf(unit.id), lang) },
          { label: texts.casePrefix, value: directory.codeForCases(directory.deskOf(unit.id).id) },
        ]}
      />
      <DataTable
        caption={texts.staff}
        columns={columns(lang)}
        rows={byRank(directory.officersIn(unit.id))}
        rowKey={(officer) => `${officer.officerId}.${officer.kind}`}
        empty={<EmptyState title={texts.nobody} icon="users" />}
      />
      {places.length === 0 ? null : (
        <>
          <h2>{texts.oldPlaces}</h2>
          <ul class="prose">
            {places.map((place) => (
              <li key={`${place.name} ${place.formerDistrict} ${place.share}`}>{placeText(place, lang)}</li>
            ))}
          </ul>
        </>
      )}
      <TookOver unit={unit} directory={directory} lang={lang} />
      {children.length === 0 ? null : (
        <>
          <h2>{texts.units}</h2>
          <ul>
            {children.map((child) => (
              <li key={child.code}>{unitLink(child, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type OfUnit = { readonly unit: Unit; readonly directory: Directory; readonly lang: Lang };

/** Of a unit that is no more: since when, and who took over which part. */
function Ended({ unit, directory, lang }: OfUnit): VNode | null {
  if (unit.endedOn === undefined) return null;
  return (
    <Notice tone="warn">
      <p>{textsOf(lang).ended(formatDate(unit.endedOn))}</p>
      <ul>
        {directory.successorsOf(unit.id).map(({ successorId, share }) => (
          <li key={successorId}>
            {unitLink(directory.unit(successorId), lang)}
            {share === "" ? "" : ` (${share})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The units whose work this one took over. */
function TookOver({ unit, directory, lang }: OfUnit): VNode | null {
  const texts = textsOf(lang);
  const before = directory.predecessorsOf(unit.id).map((id) => directory.unit(id));
  if (before.length === 0) return null;
  return (
    <>
      <h2>{texts.tookOver}</h2>
      <ul class="prose">
        {before.map((one) => (
          <li key={one.code}>
            {unitLink(one, lang)} (
            {texts.until(formatDate(one.endedOn ?? ""), nameOf(directory.currentUnitOf(one.id), lang))})
          </li>
        ))}
      </ul>
    </>
  );
}

/** As a board at the door lists them: leaders first. */
const RANK: readonly PostKind[] = [
  "leader",
  "division-head",
  "specialist",
  "procedure-controller",
  "desk-officer",
  "clerk",
  "administrator",
];

function byRank(officers: readonly OfficerInPost[]): readonly OfficerInPost[] {
  return officers.toSorted((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
}

function unitLink(unit: Unit, lang: Lang): VNode {
  return <a href={`${URL}/${unit.code}`}>{nameOf(unit, lang)}</a>;
}

function columns(lang: Lang): readonly Column<OfficerInPost>[] {
  const texts = textsOf(lang);
  return [
    { key: "name", label: texts.name, primary: true, cell: (officer) => officer.fullName },
    { key: "post", label: texts.post, cell: (officer) => texts.postKinds[officer.kind] },
    { key: "title", label: texts.positionTitle, cell: (officer) => officer.title },
  ];
}

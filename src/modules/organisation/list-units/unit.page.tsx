import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";
import { type Column, DataTable, EmptyState, LinkButton, PageTitle, SummaryList } from "../../../ui/index.ts";
import type { Directory, OfficerInPost } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
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
        body: body(
          unit,
          deps.directory,
          request.lang,
          staffReach(deps.directory, request.actor, unit.id) !== undefined,
        ),
        active: "organisation",
      });
    },
  );
}

const nameOf = (unit: Unit, lang: Lang) => (lang === "vi" ? unit.name : unit.nameEn);

function body(unit: Unit, directory: Directory, lang: Lang, leads: boolean): VNode {
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

import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { type PostKind, unitsFor } from "../../../platform/permission.ts";
import { Button, EmptyState, Form, PageTitle, PrintLink, Select } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { automaticSharing } from "../share-work/share-setting.ts";
import { openStepsOf } from "./workload.query.ts";
import { loadsOf } from "./workload.ts";
import { LoadTable } from "./workload.view.tsx";
import { WORKLOAD_URL, workloadTexts } from "./workload-texts.ts";

/** The posts among which work is shared. */
const SHARING_POSTS: readonly PostKind[] = ["desk-officer", "specialist", "division-head", "leader", "clerk"];

/** GET /officer/workload?unit=: what lies with each officer of a unit that one leads. */
export function workloadPage(app: FastifyInstance, deps: CasesDeps): void {
  app.get<{ Querystring: { unit?: string } }>(
    WORKLOAD_URL,
    { config: { access: "case.share-work" } },
    async (request, reply) => {
      const { lang, actor } = request;
      const texts = workloadTexts(lang);
      const units = unitsFor(actor, "case.share-work");
      const unitId = units.find((id) => String(id) === request.query.unit) ?? units[0] ?? 0;
      const nameOf = (id: number) => unitName(deps, id, lang);
      const [steps, automatic] = await Promise.all([
        openStepsOf(deps.database.pool, unitId),
        automaticSharing(deps.database.pool, unitId),
      ]);
      const calendar = deps.calendarOf(unitId);
      const now = deps.clock();
      const posts = SHARING_POSTS.map((post) => ({
        post,
        holders: deps.directory.officersIn(unitId, post),
        loads: loadsOf(
          steps.filter((step) => step.postKind === post),
          calendar,
          now,
        ),
      })).filter(({ holders, loads }) => holders.length > 0 || loads.size > 0);
      const free = steps.filter((step) => step.officerId === null).length;
      return deps.frame.officer(request, reply, {
        title: texts.title,
        active: "workload",
        body: (
          <>
            <PageTitle
              title={texts.title}
              lead={texts.lead(nameOf(unitId), steps.length, free)}
              actions={<PrintLink />}
            />
            {units.length < 2 ? null : <UnitChoice lang={lang} units={units} nameOf={nameOf} now={unitId} />}
            {posts.length === 0 ? <EmptyState title={texts.empty} icon="users" /> : null}
            {posts.map(({ post, loads }) => (
              <LoadTable
                key={post}
                lang={lang}
                unitId={unitId}
                post={post}
                loads={loads}
                directory={deps.directory}
                automatic={automatic.some((one) => one.post === post)}
              />
            ))}
            <p class="soft small">{texts.explain}</p>
          </>
        ),
      });
    },
  );
}

export function unitName({ directory }: Pick<CasesDeps, "directory">, id: number, lang: Lang): string {
  const unit = directory.unit(id);
  return lang === "vi" ? unit.name : unit.nameEn;
}

type ChoiceProps = {
  readonly lang: Lang;
  readonly units: readonly number[];
  readonly now: number;
  readonly nameOf: (id: number) => string;
};

function UnitChoice({ lang, units, now, nameOf }: ChoiceProps): VNode {
  const texts = workloadTexts(lang);
  return (
    <Form action={WORKLOAD_URL} method="get" class="filters">
      <Select
        name="unit"
        label={texts.unit}
        required={false}
        unmarked
        emptyLabel={false}
        value={String(now)}
        options={units.map((id) => ({ value: String(id), label: nameOf(id) }))}
      />
      <Button>{texts.show}</Button>
    </Form>
  );
}

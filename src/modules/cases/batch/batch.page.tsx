import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues } from "../../../platform/http/form.ts";
import { type Column, DataTable, LinkButton, Notice, PageTitle } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { nothingHere } from "../nothing-here.ts";
import { textsOf } from "../texts.ts";
import { batchTexts } from "./batch-texts.ts";
import { batchVerbs } from "./batch-verbs.ts";
import { type BatchLine, chosenCases, runBatch } from "./run-batch.ts";

/** As many as one page of the queue shows, twice. */
const LIMIT = 100;

/** POST /officer/batch: one thing with all ticked rows; tells how many it was and why the others could not be. */
export function batchPage(app: FastifyInstance, deps: CasesDeps): void {
  app.post("/officer/batch", { config: { access: "case.list" } }, async (request, reply) => {
    const { actor, lang } = request;
    if (actor.kind !== "officer") return nothingHere(reply);
    const texts = batchTexts(lang);
    const values = formValues(request.body);
    const back = backTo([values.back].flat().at(0));
    const batch = batchVerbs.find((candidate) => candidate.name === values.verb);
    const chosen = chosenCases([values.case ?? []].flat());
    const wrong =
      batch === undefined
        ? texts.unknown
        : chosen.length === 0
          ? texts.nothing
          : chosen.length > LIMIT
            ? texts.tooMany(LIMIT)
            : undefined;
    if (batch === undefined || wrong !== undefined) {
      return deps.frame.officer(request, reply, {
        title: texts.title,
        status: 422,
        active: "queue",
        body: <Nothing request={request} back={back} sentence={wrong ?? texts.unknown} />,
      });
    }
    const lines = await runBatch(deps, actor, batch, chosen);
    if (lines.every((line) => line.refusal === undefined)) {
      leaveFlash(reply, `${texts.done(lines.length)}: ${textsOf(lang).verbs[batch.name]}`);
      return reply.redirect(back, 303);
    }
    return deps.frame.officer(request, reply, {
      title: texts.title,
      active: "queue",
      body: <Outcome lang={lang} name={textsOf(lang).verbs[batch.name]} lines={lines} back={back} />,
    });
  });
}

/** Only addresses of the queue itself. */
function backTo(text: string | undefined): string {
  return text !== undefined && /^\/officer(\?[\w=&%.+-]*)?$/.test(text) ? text : "/officer";
}

function Nothing(props: {
  readonly request: FastifyRequest;
  readonly back: string;
  readonly sentence: string;
}): VNode {
  const texts = batchTexts(props.request.lang);
  return (
    <>
      <PageTitle title={texts.title} />
      <Notice tone="warn" live>
        <p>{props.sentence}</p>
      </Notice>
      <LinkButton href={props.back} icon="arrow-left">
        {texts.back}
      </LinkButton>
    </>
  );
}

type OutcomeProps = {
  readonly lang: Lang;
  readonly name: string;
  readonly lines: readonly BatchLine[];
  readonly back: string;
};

function Outcome({ lang, name, lines, back }: OutcomeProps): VNode {
  const texts = batchTexts(lang);
  const refused = lines.filter((line) => line.refusal !== undefined);
  const done = lines.length - refused.length;
  return (
    <>
      <PageTitle title={texts.title} kicker={name} />
      {done === 0 ? null : <Notice tone="ok" title={texts.done(done)} />}
      <Notice tone="warn" title={texts.refused(refused.length)}>
        <p>{texts.refusedLead}</p>
      </Notice>
      <DataTable
        caption={texts.refused(refused.length)}
        captionHidden
        columns={columns(lang)}
        rows={refused}
        rowKey={(line) => line.caseId}
        rowHref={(line) => `/officer/cases/${line.caseId}`}
        empty={null}
      />
      <LinkButton href={back} kind="primary" icon="arrow-left">
        {texts.back}
      </LinkButton>
    </>
  );
}

function columns(lang: Lang): readonly Column<BatchLine>[] {
  const texts = batchTexts(lang);
  return [
    { key: "code", label: texts.code, primary: true, kind: "code", cell: (line) => line.code ?? "–" },
    { key: "applicant", label: texts.applicant, cell: (line) => line.applicant ?? "" },
    {
      key: "why",
      label: texts.why,
      cell: (line) => (line.refusal === undefined ? "" : textsOf(lang).refusals[line.refusal]),
    },
  ];
}

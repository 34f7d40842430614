import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { isUuid } from "../../../kernel/ids.ts";
import type { Lang } from "../../../kernel/time.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import {
  Button,
  Card,
  EmptyState,
  Form,
  Notice,
  PageTitle,
  Pagination,
  Select,
  SummaryList,
  TextField,
} from "../../../ui/index.ts";
import { type Unit, unsureHref } from "../../organisation/index.ts";
import { type Names, namesFor } from "../names.ts";
import { REFUSAL_STATUS } from "../refusal-status.ts";
import { textsOf } from "../texts.ts";
import { HandOn, type HandOnDeps, handOn, mayTakeOver } from "./hand-on.ts";
import { type UnsureCase, unsurePage } from "./unsure-cases.query.ts";
import { unsureEn } from "./unsure-messages.en.ts";
import { unsureVi } from "./unsure-messages.vi.ts";

const MAY = { config: { access: "organisation.reorganise" } } as const;
const FIRST = "00000000-0000-0000-0000-000000000000";
const ID = /^\d{1,9}$/;

type Of = { Params: { id: string }; Querystring: { after?: string } };
type Fault = {
  readonly caseId: string;
  readonly text: string;
  readonly values: FormValues;
  readonly status: number;
};

/** GET …/reorganisations/ID/cases: cases that followed by a fallback. POST: sends one on, or confirms where it lies. */
export function unsureCasesPages(app: FastifyInstance, deps: HandOnDeps): void {
  const url = "/officer/organisation/reorganisations/:id/cases";

  const draw = async (request: FastifyRequest<Of>, reply: FastifyReply, fault?: Fault) => {
    const { lang, actor } = request;
    const { id } = request.params;
    if (!ID.test(id)) return reply.callNotFound();
    const after = isUuid(request.query.after ?? "") ? (request.query.after ?? FIRST) : FIRST;
    const { rows, next } = await unsurePage(deps, actor, Number(id), after);
    const texts = lang === "vi" ? unsureVi : unsureEn;
    return deps.frame.officer(request, reply, {
      title: texts.title,
      active: "reorganise",
      ...(fault === undefined ? {} : { status: fault.status }),
      body: (
        <>
          <PageTitle
            title={texts.title}
            lead={texts.lead}
            kicker={<a href={`/officer/organisation/reorganisations/${id}`}>{texts.back}</a>}
          />
          {fault === undefined ? null : (
            <Notice tone="danger" live>
              <p>{fault.text}</p>
            </Notice>
          )}
          {rows.length === 0 ? (
            <EmptyState title={texts.none} icon="check-circle">
              {texts.noneHint}
            </EmptyState>
          ) : null}
          {rows.map((row) => (
            <OneCase
              key={row.caseId}
              row={row}
              plan={id}
              lang={lang}
              names={namesFor(deps, lang)}
              units={deps.directory.units().filter(mayTakeOver)}
              typed={fault?.caseId === row.caseId ? fault.values : {}}
            />
          ))}
          <Pagination
            {...(next === undefined ? {} : { nextHref: `${unsureHref(Number(id))}?after=${next}` })}
            {...(after === FIRST ? {} : { previousHref: unsureHref(Number(id)) })}
          />
        </>
      ),
    });
  };

  app.get<Of>(url, MAY, (request, reply) => draw(request, reply));

  app.post<Of>(url, MAY, async (request, reply) => {
    const values = formValues(request.body);
    const caseId = [values.caseId ?? ""].flat()[0] ?? "";
    const texts = request.lang === "vi" ? unsureVi : unsureEn;
    const form = parseForm(HandOn, values);
    if (!form.ok) return draw(request, reply, { caseId, text: texts.missing, values, status: 422 });
    const done = await handOn(deps, request.actor, form.value);
    if (!done.ok) {
      const status = REFUSAL_STATUS[done.refusal];
      return draw(request, reply, {
        caseId,
        text: textsOf(request.lang).refusals[done.refusal],
        values,
        status,
      });
    }
    leaveFlash(reply, texts.done(done.value.code));
    return reply.redirect(unsureHref(Number(request.params.id) || 0), 303);
  });
}

type CaseProps = {
  readonly row: UnsureCase;
  readonly plan: string;
  readonly lang: Lang;
  readonly names: Names;
  readonly units: readonly Unit[];
  readonly typed: FormValues;
};

function OneCase({ row, plan, lang, names, units, typed }: CaseProps): VNode {
  const texts = lang === "vi" ? unsureVi : unsureEn;
  const value = (name: string) => [typed[name] ?? ""].flat()[0] ?? "";
  return (
    <Card title={row.code}>
      <SummaryList
        items={[
          { label: texts.address, value: row.address ?? texts.noAddress },
          { label: texts.from, value: names.unit(row.fromUnitId) },
          { label: texts.now, value: names.unit(row.unitId) },
          { label: texts.what, value: row.isStep ? texts.step : texts.whole },
          { label: texts.why, value: texts.words[row.unsure] },
        ]}
      />
      <p class="small soft">{row.procedureName}</p>
      <Form action={unsureHref(Number(plan))}>
        <input type="hidden" name="caseId" value={row.caseId} />
        <input type="hidden" name="version" value={row.version} />
        <div class="columns">
          <Select
            name="unit"
            id={`unit-${row.caseId}`}
            label={texts.unit}
            value={value("unit")}
            options={units.map((unit) => ({ value: unit.code, label: `${unit.shortName} (${unit.code})` }))}
          />
          <TextField name="reason" id={`reason-${row.caseId}`} label={texts.reason} value={value("reason")} />
        </div>
        <Button kind="primary">{texts.send}</Button>
      </Form>
    </Card>
  );
}

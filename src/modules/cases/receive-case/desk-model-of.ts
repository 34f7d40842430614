import type { FastifyRequest } from "fastify";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import type { Actor } from "../../../platform/permission.ts";
import { channelTimes, limitFor, limitsOf } from "../../catalogue/index.ts";
import type { Unit } from "../../organisation/index.ts";
import type { CasesDeps, ProcedureInForce } from "../cases-deps.ts";
import { appointment } from "../domain/appointment.ts";
import { decidingUnits, likelyUnit, unitMeant } from "./deciding-units.ts";
import type { DeskForm } from "./desk-form.ts";
import { channelOf, ownerOf } from "./desk-form.ts";
import type { DeskModel, DeskTime } from "./desk-model.ts";
import { keptFileToken } from "./kept-file.ts";
import { LAND, prepareCase } from "./new-case.ts";
import { paperRows, typed } from "./paper-rows.ts";
import { proposedFee } from "./proposed-fee.ts";
import { GENERAL } from "./read-desk-input.ts";
import { DESK_CHANNELS, type DeskChannel } from "./receive-input.ts";

type Shown = Partial<Pick<DeskModel, "errors" | "complete" | "note">>;

/** The desks at which an officer sits. */
export function desksOf(deps: CasesDeps, actor: Actor): readonly Unit[] {
  if (actor.kind !== "officer") return [];
  const ids = actor.posts.filter((post) => post.kind === "desk-officer").map((post) => post.unitId);
  return [...new Set(ids)].map((id) => deps.directory.unit(id));
}

/** The units that may decide the procedure. */
export function unitsFor(deps: CasesDeps, { content }: ProcedureInForce): readonly Unit[] {
  return decidingUnits(deps.directory.units(), content);
}

/**
 * The communes where the land or matter may lie. Asked for land procedures, whose time it decides, and where a step of the
 * process is done there.
 */
export async function placesFor(
  deps: CasesDeps,
  { content }: Pick<ProcedureInForce, "content">,
): Promise<readonly Unit[]> {
  const codes = [undefined, ...content.variants.map((variant) => variant.code)];
  const today = localDateOf(deps.clock());
  const processes = await Promise.all(codes.map((code) => deps.processFor(content.code, code, today)));
  const isAsked =
    content.field === LAND ||
    processes.some((process) => process?.definition.steps.some((step) => step.unit === "commune-of-matter"));
  return isAsked ? deps.directory.units().filter((unit) => unit.kind === "commune") : [];
}

/** A blank form: the desk's own unit, the likely deciding unit and the fee of the catalogue stand in it already. */
export function blankForm(
  deps: CasesDeps,
  request: FastifyRequest,
  procedure: ProcedureInForce,
  caseId: string,
): DeskForm {
  const { content } = procedure;
  const desks = desksOf(deps, request.actor);
  const [desk] = desks;
  const likely = desk === undefined ? undefined : likelyUnit(unitsFor(deps, procedure), content, desk);
  const values = {
    placeUnitId: likely?.kind === "commune" ? String(likely.id) : "",
    receivingUnitId: desk === undefined ? "" : String(desk.id),
    decidingUnit: likely?.name ?? "",
    feeAmount: proposedFee(content),
    resultTitle: content.results[0] ?? content.name,
  };
  return { caseId, values, rows: paperRows(content, {}), filesOf: () => [], fileFaults: {} };
}

/** What the screen shows of a form. */
export async function deskModelOf(
  deps: CasesDeps,
  request: FastifyRequest,
  procedure: ProcedureInForce,
  mode: DeskModel["mode"],
  form: DeskForm,
  shown: Shown = {},
): Promise<DeskModel> {
  const units = unitsFor(deps, procedure);
  const meant = unitMeant(units, typed(form.values, "decidingUnit"));
  const unit = meant.ok ? meant.value : undefined;
  const owner = ownerOf(request, form.caseId);
  const channel = channelOf(form);
  const due = (variantCode: string | undefined, by: DeskChannel = channel) =>
    unit === undefined ? undefined : dueIfNow(deps, request.actor, procedure, form, unit, variantCode, by);
  const dueOfVariant = new Map<string, Instant | null>();
  for (const variant of procedure.content.variants) {
    const dueAt = await due(variant.code);
    if (dueAt !== undefined) dueOfVariant.set(variant.code, dueAt);
  }
  const variantCode = typed(form.values, "variantCode");
  const undecided = procedure.content.variants.length > 0 && variantCode === "";
  const chosen = variantCode === GENERAL || variantCode === "" ? undefined : variantCode;
  const byChannel: DeskTime[] = [];
  const limits = undecided ? {} : limitsOf(procedure.content, chosen);
  if (channelTimes(limits, DESK_CHANNELS).length > 1)
    for (const one of DESK_CHANNELS)
      byChannel.push({ channel: one, limit: limitFor(limits, one), dueAt: await due(chosen, one) });
  return {
    lang: request.lang,
    mode,
    procedure,
    caseId: form.caseId,
    desks: desksOf(deps, request.actor),
    units,
    places: await placesFor(deps, procedure),
    values: form.values,
    rows: form.rows,
    filesOf: (row) =>
      form.filesOf(row).map((file) => ({ file, token: keptFileToken(deps.trackingKey, owner, file) })),
    errors: shown.errors ?? [],
    complete: shown.complete ?? false,
    returned: request.method === "POST",
    ...(shown.note === undefined ? {} : { note: shown.note }),
    dueAt: undecided ? undefined : await due(chosen),
    dueOfVariant,
    byChannel,
    leaders: unit === undefined ? [] : deps.directory.officersIn(unit.id, "leader"),
  };
}

/** The appointment if the case were received now; null where the procedure has none. */
async function dueIfNow(
  deps: CasesDeps,
  actor: Actor,
  { content }: ProcedureInForce,
  form: DeskForm,
  unit: Unit,
  variantCode: string | undefined,
  channel: DeskChannel,
): Promise<Instant | null | undefined> {
  const now = deps.clock();
  const [desk] = desksOf(deps, actor);
  const receivingUnitId = Number(typed(form.values, "receivingUnitId")) || desk?.id;
  if (receivingUnitId === undefined) return undefined;
  const prepared = await prepareCase(
    deps,
    actor,
    {
      procedureCode: content.code,
      variantCode,
      channel,
      receivingUnitId,
      decidingUnitId: unit.id,
      placeUnitId: Number(typed(form.values, "placeUnitId")) || undefined,
    },
    now,
  );
  if (!prepared.ok) return undefined;
  return appointment(prepared.value.matter, now, prepared.value.context) ?? null;
}

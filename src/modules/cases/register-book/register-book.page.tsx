import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDate, localDateOf } from "../../../kernel/time.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import { unitsFor } from "../../../platform/permission.ts";
import { paperNames } from "../case-papers/paper-names.ts";
import { sendPdf } from "../case-papers/send-pdf.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { registerForm } from "../forms/mau-07-register.ts";
import { faultText, textsOf } from "../texts.ts";
import { noteDownload } from "./note-download.query.ts";
import { type RegisterLine, registerFields, registerLines, wholeRegister } from "./register-book.query.ts";
import { RegisterView } from "./register-book.view.tsx";
import { registerCsv } from "./register-csv.ts";
import { registerData } from "./register-data.ts";
import { type RegisterChoice, registerChoice, registerQuery } from "./register-filter.ts";
import { registerEn } from "./register-messages.en.ts";
import { registerVi } from "./register-messages.vi.ts";

const PAGE = 50;
/** Lines of a printed register, some 170 sheets, and of a download. */
const MOST = { pdf: 1_500, csv: 50_000 } as const;
const ACCESS = { config: { access: "case.register" } } as const;

/** The register of cases (Mẫu 07): on the screen, as PDF, as CSV. */
export function registerBookPages(app: FastifyInstance, deps: CasesDeps): void {
  app.get("/officer/register", ACCESS, (request, reply) => draw(deps, request, reply));

  app.get("/officer/register.pdf", ACCESS, async (request, reply) => {
    const choice = choiceOf(deps, request);
    const lines = await whole(deps, request, choice, "pdf");
    if (lines === undefined) return draw(deps, request, reply, MOST.pdf);
    const names = paperNames(deps.directory);
    const data = registerData(lines, choice, names, methodName, deps.clock());
    return sendPdf(reply, `${fileName(deps, choice)}.pdf`, await registerForm(data));
  });

  app.get("/officer/register.csv", ACCESS, async (request, reply) => {
    const choice = choiceOf(deps, request);
    const lines = await whole(deps, request, choice, "csv");
    if (lines === undefined) return draw(deps, request, reply, MOST.csv);
    const unitName = (id: number) => deps.directory.unit(id).name;
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="${fileName(deps, choice)}.csv"`)
      .type("text/csv; charset=utf-8")
      .send(registerCsv(lines, { unitName, methodName }));
  });
}

function choiceOf(deps: CasesDeps, request: FastifyRequest): RegisterChoice {
  const own = unitsFor(request.actor, "case.register");
  const choice = registerChoice(registerQuery(request.query), own, localDateOf(deps.clock()));
  if (choice === undefined) throw new AccessDenied("not-permitted");
  return choice;
}

/** All lines, and a note in the audit that somebody took them along. */
async function whole(
  deps: CasesDeps,
  request: FastifyRequest,
  choice: RegisterChoice,
  kind: keyof typeof MOST,
): Promise<RegisterLine[] | undefined> {
  const lines = await wholeRegister(deps.database.pool, request.actor, choice, MOST[kind]);
  if (lines !== undefined) {
    const unit = deps.directory.unit(choice.unitId).code;
    await noteDownload(deps.database.pool, request.actor, deps.clock(), kind, unit, lines.length);
  }
  return lines;
}

async function draw(
  deps: CasesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  tooMany?: number,
): Promise<FastifyReply> {
  const choice = choiceOf(deps, request);
  const { pool } = deps.database;
  const [lines, fields] = await Promise.all([
    registerLines(pool, request.actor, { ...choice, limit: PAGE + 1 }),
    registerFields(pool, request.actor, choice),
  ]);
  const texts = request.lang === "vi" ? registerVi : registerEn;
  const { from = formatDate(choice.from), to = formatDate(choice.to) } = registerQuery(request.query);
  const errors = [
    ...choice.faults.map((field) => ({ field, text: faultText(request.lang, "not-a-date") })),
    ...(choice.to < choice.from ? [{ field: "to", text: texts.wrongOrder }] : []),
    ...(tooMany === undefined ? [] : [{ field: "from", text: texts.tooMany(groupThousands(tooMany)) }]),
  ];
  return deps.frame.officer(request, reply, {
    title: texts.title,
    active: "register",
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RegisterView
        lang={request.lang}
        texts={texts}
        choice={choice}
        typed={{ from, to }}
        units={unitsFor(request.actor, "case.register").map((id) => deps.directory.unit(id))}
        fields={fields}
        lines={lines.slice(0, PAGE)}
        more={lines.length > PAGE}
        unitName={(id) => deps.directory.unit(id).shortName}
        errors={errors}
      />
    ),
  });
}

/** Papers are Vietnamese whatever the page is. */
function methodName(method: string): string {
  const names: Readonly<Record<string, string>> = textsOf("vi").returnMethods;
  return names[method] ?? method;
}

function fileName(deps: CasesDeps, { unitId, from, to }: RegisterChoice): string {
  return `${deps.directory.unit(unitId).code}-mau-07-${from}-${to}`;
}

import type { FastifyInstance } from "fastify";
import type { Lang } from "../../../kernel/time.ts";
import { caseWords, csv } from "../../cases/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { openableCases } from "../apologies/cases-to-sign.query.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { delayFigures } from "./delay-report.ts";
import { type DelayNames, DelayReport, delayTexts } from "./delay-report.view.tsx";
import { delayHref, delayRequest } from "./delay-request.ts";

const REPORT = { config: { access: "report.read" } } as const;

/** GET /officer/reports/delay: whose the delay was, and the same as CSV. */
export function delayPages(app: FastifyInstance, deps: SteeringDeps): void {
  const { directory } = deps;

  app.get("/officer/reports/delay", REPORT, async (request, reply) => {
    const { actor, lang } = request;
    const asked = delayRequest(request.query, deps.clock(), directory);
    const figures = asked.faults.length > 0 ? undefined : await delayFigures(deps, asked, asked.unitId);
    const readable = await openableCases(
      deps,
      actor,
      (figures?.top ?? []).map((one) => one.caseId),
    );
    return deps.frame.officer(request, reply, {
      title: delayTexts(lang).title,
      active: "delay",
      status: figures === undefined ? 422 : 200,
      body: (
        <DelayReport
          lang={lang}
          request={asked}
          units={unitOptions(directory, lang)}
          figures={figures}
          names={namesOf(directory, lang)}
          readable={readable}
        />
      ),
    });
  });

  app.get("/officer/reports/delay.csv", REPORT, async (request, reply) => {
    const asked = delayRequest(request.query, deps.clock(), directory);
    if (asked.faults.length > 0) return reply.redirect(delayHref(asked), 303);
    const words = delayTexts(request.lang);
    const names = namesOf(directory, request.lang);
    const { lines } = await delayFigures(deps, asked, asked.unitId);
    const { unit, work, post, lateSteps } = words.columns;
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="delay-${asked.from}-${asked.to}.csv"`)
      .type("text/csv; charset=utf-8")
      .send(
        csv([
          [words.code, unit, work, post, lateSteps, words.minutes],
          ...lines.map((line) => [
            asked.codeOf(line.unitId),
            names.unit(line.unitId),
            names.work(line.work),
            words.posts[line.post] ?? line.post,
            line.lateSteps,
            line.overrun,
          ]),
        ]),
      );
  });
}

function namesOf(directory: Directory, lang: Lang): DelayNames {
  const works: Readonly<Record<string, string>> = caseWords(lang).works;
  return {
    unit: (id) => (lang === "vi" ? directory.unit(id).shortName : directory.unit(id).nameEn),
    work: (work) => works[work] ?? work,
  };
}

/** Units where somebody works. */
function unitOptions(directory: Directory, lang: Lang) {
  return directory
    .units()
    .filter((unit) => directory.officersIn(unit.id).length > 0)
    .map((unit) => ({ value: unit.code, label: lang === "vi" ? unit.shortName : unit.nameEn }));
}

import type { FastifyInstance } from "fastify";
import { type CatalogueDeps, ownProvince } from "../catalogue-deps.ts";
import { provinceOf } from "../domain/province-of.ts";
import { findProcedure } from "../procedure.query.ts";
import { asked, textsOf } from "../texts.ts";
import { ProcedureView } from "./procedure.view.tsx";
import { UnknownProcedure } from "./unknown-procedure.view.tsx";

/** GET /procedures/:code: what, where, how long, how much, which papers, how it goes. */
export function showProcedurePage(app: FastifyInstance, deps: CatalogueDeps): void {
  app.get<{ Params: { code: string }; Querystring: { full?: string } }>(
    "/procedures/:code",
    { config: { access: "public" } },
    async (request, reply) => {
      const { lang } = request;
      const code = asked(request.params.code, 60);
      const procedure = await findProcedure(deps.database, code);
      if (procedure === undefined) {
        return deps.frame.citizen(request, reply, {
          title: textsOf(lang).procedure.unknownTitle,
          status: 404,
          active: "procedures",
          body: <UnknownProcedure lang={lang} code={code} />,
        });
      }
      const { name, nameEn } = procedure.content;
      const silences = await deps.silences(code);
      return deps.frame.citizen(request, reply, {
        title: lang === "en" ? (nameEn ?? name) : name,
        active: "procedures",
        body: (
          <ProcedureView
            lang={lang}
            procedure={procedure}
            silence={(variant) => silences.get(silences.has(variant) ? variant : "")}
            elsewhere={publishedElsewhere(deps, procedure.content.promulgator)}
            intakeHours={deps.intakeHours?.(lang) ?? []}
            full={request.query.full === "1"}
          />
        ),
      });
    },
  );
}

function publishedElsewhere(deps: CatalogueDeps, promulgator = ""): boolean {
  const province = provinceOf(promulgator);
  const own = ownProvince(deps);
  return province !== undefined && own !== undefined && province !== own;
}

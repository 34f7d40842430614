import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Lang } from "../../../kernel/time.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import { unitsFor } from "../../../platform/permission.ts";
import { caseWords } from "../../cases/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { openableCases } from "../apologies/cases-to-sign.query.ts";
import { officerOf } from "../officer-of-request.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { DIGEST_URL, Digest, type DigestNames, digestTexts } from "./digest.view.tsx";
import { unitDigest } from "./unit-digest.query.ts";

const Query = z.object({ unit: z.string().max(40).optional().catch(undefined) });

/** GET /officer/digest: the day of a unit that the officer leads; ?unit=CODE for another of theirs. */
export function digestPage(app: FastifyInstance, deps: SteeringDeps): void {
  const { directory } = deps;
  app.get(DIGEST_URL, { config: { access: "steering.digest" } }, async (request, reply) => {
    const officer = officerOf(request);
    const { lang } = request;
    const led = unitsFor(officer, "steering.digest").map((id) => directory.unit(id));
    const { unit: code } = Query.parse(request.query ?? {});
    const unit = code === undefined ? led[0] : led.find((one) => one.code === code);
    if (unit === undefined) throw new AccessDenied("not-permitted");
    const names = namesOf(directory, lang);
    const digest = await unitDigest(deps, unit.id, deps.clock());
    const { dueToday, dueTomorrow, urged, opinions, apologies } = digest;
    const named = [dueToday, dueTomorrow, urged, opinions, apologies].flatMap(({ rows }) =>
      rows.map(({ caseId }) => caseId),
    );
    const readable = await openableCases(deps, officer, named);
    return deps.frame.officer(request, reply, {
      title: digestTexts(lang).title,
      active: "digest",
      body: (
        <Digest
          lang={lang}
          digest={digest}
          readable={readable}
          unit={lang === "vi" ? unit.name : unit.nameEn}
          units={led.map((one) => ({
            code: one.code,
            name: names.unit(one.id),
            current: one.id === unit.id,
          }))}
          signs={unitsFor(officer, "case.apologise").includes(unit.id)}
          names={names}
        />
      ),
    });
  });
}

function namesOf(directory: Directory, lang: Lang): DigestNames {
  const works: Readonly<Record<string, string>> = caseWords(lang).works;
  return {
    unit: (id) => (lang === "vi" ? directory.unit(id).shortName : directory.unit(id).nameEn),
    officer: (id) => directory.officerName(id),
    work: (work) => works[work] ?? work,
  };
}

import type { FastifyInstance } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { nothingHere } from "../nothing-here.ts";
import { caseFile } from "./case-file.query.ts";

/** GET /officer/cases/:id/files/:sha256: a paper of the case, to be shown in the browser. */
export function caseFilePage(app: FastifyInstance, deps: CasesDeps): void {
  app.get<{ Params: { id: string; sha256: string } }>(
    "/officer/cases/:id/files/:sha256",
    { config: { access: "case.read" } },
    async (request, reply) => {
      const { id, sha256 } = request.params;
      if (!isUuid(id)) return nothingHere(reply);
      const found = await caseFile(deps, request.actor, id, sha256);
      if (!found.ok) {
        if (found.refusal === "case-not-found") return nothingHere(reply);
        throw new AccessDenied("not-permitted");
      }
      const { ref, bytes } = found.value;
      // The bytes of an address never change, but a shared cache must not keep what a person handed in.
      return reply
        .type(ref.mediaType)
        .header("cache-control", "private, no-store")
        .header("x-content-type-options", "nosniff")
        .header("content-disposition", `inline; filename*=UTF-8''${extendedValue(ref.name)}`)
        .send(bytes);
    },
  );
}

/** A text as the value of a header parameter (RFC 8187): more signs are escaped than in an address. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

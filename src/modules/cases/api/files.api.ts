import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { CasesDeps } from "../cases-deps.ts";
import { PROBLEMS } from "./case-schemas.ts";
import { refused } from "./refused.ts";

const StoredFileBody = z
  .object({ sha256: z.string(), mediaType: z.string(), bytes: z.number().int(), name: z.string() })
  .meta({ id: "StoredFile" });

/** Files are sent first (multipart, one part "file") and then named in a submission or a verb. */
export function filesApi(app: FastifyInstance, deps: CasesDeps): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    "/api/v1/files",
    {
      config: { access: "case.list" },
      schema: {
        summary: "Stores a scan (PDF, JPEG, PNG, WebP, TIFF; up to 20 MB), known by its SHA-256",
        tags: ["files"],
        consumes: ["multipart/form-data"],
        security: [{ systemToken: [] }, { officerSession: [] }],
        response: { 201: StoredFileBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const upload = request.uploads[0];
      if (upload === undefined) return refused(request, reply, "file-empty");
      const stored = await deps.files.put(upload.bytes, deps.clock());
      if (!stored.ok) return refused(request, reply, stored.refusal);
      return reply.status(201).send({ ...stored.value, name: upload.name });
    },
  );
}

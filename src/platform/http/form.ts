import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { MAX_FILE_BYTES } from "../files.ts";

/** A file that came with a form: its bytes and the name its sender gave it. */
export type Upload = { readonly field: string; readonly name: string; readonly bytes: Buffer };

declare module "fastify" {
  interface FastifyRequest {
    /** Files of a multipart form; empty otherwise. */
    uploads: readonly Upload[];
  }
}

/** Texts of a form as they were sent; a name sent twice is a list. */
export type FormValues = Record<string, string | string[]>;
/** What is wrong, by field: the code is a message key. "" is the whole form. */
export type FieldErrors = Record<string, string>;

/** Reads multipart forms whole, within limits, so that pages see fields and files alike with or without files. */
export function readMultipartForms(app: FastifyInstance): void {
  app.decorateRequest("uploads", { getter: () => [] });
  app.addHook("preValidation", async (request) => {
    if (!request.isMultipart()) return;
    const fields: FormValues = {};
    const uploads: Upload[] = [];
    for await (const part of request.parts({
      limits: { fileSize: MAX_FILE_BYTES + 1, files: 40, fields: 400 },
    })) {
      if (part.type === "field") addValue(fields, part.fieldname, String(part.value));
      else if (part.filename !== "") {
        uploads.push({ field: part.fieldname, name: part.filename, bytes: await part.toBuffer() });
      } else part.file.resume();
    }
    request.body = fields;
    Object.defineProperty(request, "uploads", { value: uploads, configurable: true });
  });
}

function addValue(fields: FormValues, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else fields[name] = [...[before].flat(), value];
}

/** The texts of a request's form; what is not a form gives none. */
export function formValues(body: unknown): FormValues {
  const parsed = z.record(z.string(), z.union([z.string(), z.array(z.string())])).safeParse(body);
  return parsed.success ? parsed.data : {};
}

export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

/**
 * Parses a form with the command's own schema. Empty texts count as not given. Each fault becomes field → code;
 * schemas give the code as zod message ("required", "not-a-date" …), other faults become "invalid".
 */
export function parseForm<T>(schema: z.ZodType<T>, values: unknown): ParsedForm<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".");
    errors[field] ??= codeOf(issue);
  }
  return { ok: false, errors };
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type" && issue.input === undefined) return "required";
  return issue.code === "too_big" ? "too-long" : "invalid";
}

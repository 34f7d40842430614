import type { FastifyInstance, FastifyRequest } from "fastify";
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

/** What one form may hold in memory: some ten full scans; where anybody may send, as much as any other form. */
const MOST_BYTES = { known: 200 * 1024 * 1024, anybody: 2 * 1024 * 1024 };
const LIMITS = { fileSize: MAX_FILE_BYTES + 1, fieldSize: 256 * 1024, files: 40, fields: 400 };

/** Thrown where a multipart form cannot be read, 400, or holds more than one may send, 413. */
class FormUnreadable extends Error {
  readonly statusCode: 400 | 413;
  constructor(statusCode: 400 | 413, cause?: unknown) {
    super("the form cannot be read", { cause });
    this.statusCode = statusCode;
  }
}

/**
 * Reads multipart forms whole, within limits, so that pages see fields and files alike with or without files. A file
 * beyond its limit comes cut, one byte too long: the file store refuses it by name, and what was typed is kept.
 * Where anybody may send there is no file to send.
 */
export function readMultipartForms(app: FastifyInstance): void {
  app.decorateRequest("uploads", { getter: () => [] });
  app.addHook("preValidation", async (request) => {
    if (!request.isMultipart()) return;
    const { fields, uploads } = await readForm(request).catch((fault: unknown) => {
      const known = fault instanceof Error && "statusCode" in fault;
      throw known ? fault : new FormUnreadable(400, fault);
    });
    request.body = fields;
    Object.defineProperty(request, "uploads", { value: uploads, configurable: true });
  });
}

async function readForm(request: FastifyRequest): Promise<{ fields: FormValues; uploads: Upload[] }> {
  const { access = "public" } = request.routeOptions.config;
  const most = access === "public" ? MOST_BYTES.anybody : MOST_BYTES.known;
  const limits = access === "public" ? { ...LIMITS, files: 0 } : LIMITS;
  const fields: FormValues = {};
  const uploads: Upload[] = [];
  let taken = 0;
  for await (const part of request.parts({ limits })) {
    if (part.type === "field") {
      const value = String(part.value);
      taken += value.length;
      addValue(fields, part.fieldname, value);
    } else if (part.filename !== "") {
      const bytes = await part.toBuffer();
      taken += bytes.length;
      uploads.push({ field: part.fieldname, name: fileName(part.filename), bytes });
    } else part.file.resume();
    if (taken > most) throw new FormUnreadable(413);
  }
  return { fields, uploads };
}

/** At most 200 signs of a name, the ending kept, without what is not seen: controls and signs that turn the direction of reading. */
function fileName(sent: string): string {
  const seen = [...sent.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").normalize("NFC")];
  return seen.length <= 200 ? seen.join("") : `${seen.slice(0, 180).join("")}…${seen.slice(-19).join("")}`;
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

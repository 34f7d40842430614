/** The answer of a command or rule: a value, or a refusal that is a word of a closed union. Bugs throw instead. */
export type Result<T, R extends string> = Ok<T> | Refused<R>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends string> = {
  readonly ok: false;
  readonly refusal: R;
  /** What a person needs to understand the refusal, such as the officer who was faster. */
  readonly detail?: string;
};

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A refusal: an expected "no" with its word; the word is the message key and the API problem type. */
export function refuse<R extends string>(refusal: R, detail?: string): Refused<R> {
  return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };
}

/** What is wrong with the options of a command, in the first sentence of Node's `parseArgs`; undefined for other errors. */
export function optionMistake(error: unknown): string | undefined {
  const mistaken =
    error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
  return mistaken ? error.message.split(/\.?\n|\. To specify/)[0] : undefined;
}

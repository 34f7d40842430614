import type { Instant, Lang } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { OfficerInPost, Unit } from "../../organisation/index.ts";
import type { ProcedureInForce } from "../cases-deps.ts";
import type { FileRef } from "../domain/people.ts";
import type { PaperRow } from "./paper-rows.ts";
import type { DeskChannel } from "./receive-input.ts";

/** A stored file of a line and the token that keeps it in the form. */
export type ShownFile = { readonly file: FileRef; readonly token: string };

/** The time of a channel, and the appointment if the case came by it now. */
export type DeskTime = {
  readonly channel: DeskChannel;
  readonly limit: TimeLimit | undefined;
  readonly dueAt: Instant | null | undefined;
};

/** Everything the receiving form shows. */
export type DeskModel = {
  readonly lang: Lang;
  readonly mode: "later" | "at-once";
  readonly procedure: ProcedureInForce;
  readonly caseId: string;
  readonly desks: readonly Unit[];
  readonly units: readonly Unit[];
  /** The communes where the matter may lie; empty: it is not asked. */
  readonly places: readonly Unit[];
  readonly values: FormValues;
  readonly rows: readonly PaperRow[];
  filesOf(row: PaperRow): readonly ShownFile[];
  readonly errors: readonly FormError[];
  /** The appointment if it were received now; null: the procedure has none; undefined: unit or variant still missing. */
  readonly dueAt: Instant | null | undefined;
  /** The appointment of each variant by the channel that is chosen, by its code. */
  readonly dueOfVariant: ReadonlyMap<string, Instant | null>;
  /** The channels of the desk by which the chosen procedure or variant has different times; empty: all have the same. */
  readonly byChannel: readonly DeskTime[];
  /** Leaders of the deciding unit, for results given at once. */
  readonly leaders: readonly OfficerInPost[];
  /** The form came back from the server: its values win over a draft kept in the browser. */
  readonly returned: boolean;
  /** Looked through and found complete: the next Enter receives. */
  readonly complete: boolean;
  /** A sentence above the buttons, such as what was filled in. */
  readonly note?: string;
};

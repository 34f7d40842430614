import type { VNode } from "preact";
import { Actions, Button, errorOf, Form, type IconName, type Option } from "../../../ui/index.ts";
import { leadsStep } from "../assign/assign.ts";
import type { Possibility } from "../case-detail/case-detail.query.ts";
import { caseTexts } from "../case-detail/case-texts.ts";
import type { CaseView } from "../case-detail/case-view.ts";
import { CASE_STATUS, isFinal } from "../domain/case-status.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { atDesk } from "../domain/steps.ts";
import { refusalText, textsOf } from "../texts.ts";
import type { VerbName } from "../verbs.ts";
import { fieldTexts } from "./field-texts.ts";
import type { TypedForm } from "./typed-form.ts";
import { VERB_FIELDS } from "./verb-fields.tsx";
import { WhichStep } from "./which-step.view.tsx";

/** Lists that some forms choose from. */
export type Choices = {
  readonly officers: readonly Option[];
  readonly units: readonly Option[];
  /** Verbs after which the clock stands still: they ask for the document by which the case is sent out. */
  readonly sendsOut: ReadonlySet<VerbName>;
  /** Work that was done and may be had again, the last first. */
  readonly doneBefore: readonly Option[];
};

type PaneProps = {
  readonly view: CaseView;
  readonly choices: Choices;
  readonly typed: TypedForm | undefined;
};

/** What is lawful now, as forms, the likely one open; what is not, with the reason. */
export function ActionsPane({ view, choices, typed }: PaneProps): VNode {
  const texts = caseTexts(view.lang);
  const { possible, state } = view.detail;
  const lawful = possible.filter((one) => one.refusal === undefined);
  // A form that comes back stays on the page even where it is no longer lawful: what was typed must not vanish.
  const orphan =
    typed !== undefined && !lawful.some((one) => one.verb === typed.verb) ? typed.verb : undefined;
  const open = typed?.verb ?? lawful[0]?.verb;
  return (
    <>
      <h2 id="actions">{texts.actions}</h2>
      {lawful.length > 0 || orphan !== undefined ? null : (
        <p class="soft">{isFinal(state.status) ? texts.ended : texts.nothing}</p>
      )}
      {orphan === undefined ? null : (
        <VerbForm
          view={view}
          choices={choices}
          verb={orphan}
          typed={typed}
          open
          why={whyNot(
            view,
            possible.find((one) => one.verb === orphan),
          )}
        />
      )}
      {lawful.map(({ verb }) => (
        <VerbForm
          key={verb}
          view={view}
          choices={choices}
          verb={verb}
          typed={typed?.verb === verb ? typed : undefined}
          open={verb === open}
        />
      ))}
      <WrongProcedure view={view} />
      <NotNow view={view} except={orphan} />
    </>
  );
}

/** A page of its own: the right procedure is looked up in the catalogue. Only the desk that received the case. */
function WrongProcedure({ view }: { readonly view: CaseView }): VNode | null {
  const { state, context } = view.detail;
  const open = state.status === CASE_STATUS.received || state.status === CASE_STATUS.processing;
  if (!open || state.group?.role === "parent" || atDesk(state, context.who) !== undefined) return null;
  return (
    <p>
      <a href={`/officer/cases/${state.id}/change-procedure`}>{caseTexts(view.lang).wrongProcedure}</a>
    </p>
  );
}

type VerbFormProps = {
  readonly view: CaseView;
  readonly choices: Choices;
  readonly verb: VerbName;
  readonly typed: TypedForm | undefined;
  readonly open: boolean;
  readonly why?: string | undefined;
};

function VerbForm({ view, choices, verb, typed, open, why }: VerbFormProps): VNode {
  const { lang, detail, actor } = view;
  const { state } = detail;
  const shared = textsOf(lang);
  const claims = verb === "assign" && !state.open.some((step) => leadsStep(step, detail.context.who));
  const name = claims ? fieldTexts(lang).claim : shared.verbs[verb];
  const Fields = VERB_FIELDS[verb];
  const steps = detail.possible.find((one) => one.verb === verb)?.steps ?? [];
  return (
    <details class="verb" open={open} name={typed === undefined ? "verb" : undefined}>
      <summary>{name}</summary>
      <Form
        action={`/officer/cases/${state.id}/${verb}`}
        id={`form-${verb}`}
        multipart={TAKES_FILES.has(verb)}
        keep={`case-${state.id}-${verb}`}
        hasErrors={typed !== undefined}
      >
        <input type="hidden" name="version" value={state.version} />
        <p class="soft small">{claims ? fieldTexts(lang).claimLead : shared.verbLeads[verb]}</p>
        <WhichStep view={view} verb={verb} steps={steps} typed={typed} />
        {claims ? (
          <input type="hidden" name="officerId" value={actor.id} />
        ) : (
          <Fields
            lang={lang}
            verb={verb}
            state={state}
            {...choices}
            sendsOut={choices.sendsOut.has(verb)}
            oneStep={steps.length < 2}
            typed={(field) => [typed?.values[field]].flat().at(0)}
            error={(field) => errorOf(typed?.errors ?? [], `${verb}-${field}`)}
          />
        )}
        <Kept view={view} typed={typed} />
        <Actions stacked>
          <Button
            kind={FINAL_VERBS.has(verb) ? "danger" : open ? "primary" : "secondary"}
            icon={ICONS[verb]}
            disabledReason={why}
          >
            {name}
          </Button>
        </Actions>
      </Form>
    </details>
  );
}

function Kept({ view, typed }: Pick<VerbFormProps, "view" | "typed">): VNode | null {
  if (typed === undefined || typed.kept.length === 0) return null;
  return (
    <div>
      <p class="soft small">{fieldTexts(view.lang).kept}</p>
      <ul class="prose">
        {typed.kept.map(({ file, token }) => (
          <li key={file.sha256}>
            {file.name}
            <input type="hidden" name="kept" value={token} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What one's post knows but cannot be done now; the same reason is said once for all it stops. */
function NotNow({
  view,
  except,
}: {
  readonly view: CaseView;
  readonly except: VerbName | undefined;
}): VNode | null {
  const { lang, detail } = view;
  const shared = textsOf(lang);
  // A group has no work of its own: what is not done there is done in its members.
  if (isFinal(detail.state.status) || detail.state.group?.role === "parent") return null;
  const groups = new Map<string, VerbName[]>();
  for (const one of detail.possible) {
    const why = whyNot(view, one);
    if (why === undefined || one.verb === except) continue;
    if (one.refusal !== undefined && NOT_WORTH_SAYING.has(one.refusal)) continue;
    groups.set(why, [...(groups.get(why) ?? []), one.verb]);
  }
  if (groups.size === 0) return null;
  return (
    <>
      <h2>{caseTexts(lang).notNow}</h2>
      <div class="flow">
        {[...groups].map(([why, verbs]) => (
          <div key={why}>
            <ul class="blocked">
              {verbs.map((verb) => (
                <li key={verb}>{shared.verbs[verb]}</li>
              ))}
            </ul>
            <p class="soft small">{why}</p>
          </div>
        ))}
      </div>
    </>
  );
}

function whyNot({ lang }: CaseView, possible: Possibility | undefined): string | undefined {
  return possible?.refusal === undefined ? undefined : refusalText(lang, possible.refusal, possible.detail);
}

/** Reasons that are plain to see: one holds the step oneself, nobody urged. */
const NOT_WORTH_SAYING: ReadonlySet<CaseRefusal> = new Set([
  "already-assigned",
  "no-urge",
  "urge-own-work",
  "supplement-lawful",
  "nothing-to-accept",
]);

const TAKES_FILES: ReadonlySet<VerbName> = new Set([
  "draft-result",
  "issue",
  "complete-supplement",
  "confirm-payment",
  "end-wait",
  "withdraw",
]);

/** The law knows no way back from these. */
const FINAL_VERBS: ReadonlySet<VerbName> = new Set([
  "lapse-supplement",
  "refuse-registered",
  "withdraw",
  "stop",
]);

const ICONS: Record<VerbName, IconName> = {
  "pass-on": "arrow-right",
  "draft-result": "pen",
  approve: "check",
  issue: "stamp",
  "hand-over": "check-circle",
  "request-supplement": "file",
  "decline-supplement": "cross",
  accept: "check",
  "refuse-registered": "stop",
  "allow-supplement": "check",
  "complete-supplement": "check",
  "lapse-supplement": "stop",
  "confirm-payment": "money",
  "end-wait": "inbox",
  "give-opinion": "chat",
  "ask-opinion": "chat",
  "propose-supplement": "file",
  "note-financial-duty": "money",
  "send-back": "arrow-left",
  assign: "user",
  "answer-urge": "chat",
  urge: "bell",
  apologise: "calendar",
  "recall-result": "arrow-left",
  withdraw: "arrow-left",
  stop: "stop",
};

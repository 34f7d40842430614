import { BpmnModdle } from "bpmn-moddle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedProcedures } from "../../../seed/data/procedures.ts";
import { processFor } from "../../../seed/data/process-for.ts";
import type { DraftStep, ProcessTerms } from "../domain/process.ts";
import { processFaults } from "../process-faults.ts";
import {
  callStep,
  makeStep,
  RECEIVE,
  RETURN,
  randomProcess,
  wholeProcess,
} from "../testing/random-process.ts";
import { fromBpmn } from "./from-bpmn.ts";
import { toBpmn } from "./to-bpmn.ts";

const write = (steps: readonly DraftStep[], terms?: ProcessTerms) =>
  toBpmn({
    code: "1.000001",
    name: "Thủ tục thử <&> “ngoặc”",
    version: 3,
    steps,
    ...(terms === undefined ? {} : { terms }),
  });
const read = async (xml: string) => {
  const answer = await fromBpmn(xml);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};
/** A flow to the step below, or the end after the last step, need not be said and comes back unsaid. */
const said = (steps: readonly DraftStep[]) =>
  steps.map(({ then, ...step }, index) => {
    const below = steps[index + 1]?.id;
    const needless = then?.kind === "to" ? then.step === below : then?.kind === "end" && below === undefined;
    return then === undefined || needless ? step : { ...step, then };
  });

describe("a process as BPMN 2.0", () => {
  it("comes back without loss, whatever its choices, forks, waits and opinions", async () => {
    await fc.assert(
      fc.asyncProperty(randomProcess, async (steps) => {
        const back = await read(await write(steps));
        expect(back).toEqual({ steps: said(steps), notes: [] });
      }),
      { numRuns: 60 },
    );
  });

  it("comes back without loss for each seeded procedure", async () => {
    for (const procedure of seedProcedures.filter(({ limit }) => limit !== undefined)) {
      const { steps } = processFor(procedure, undefined, {
        committeeSigns: procedure.committeeSigns ?? false,
      });
      expect((await read(await write(steps))).steps, procedure.code).toEqual(said(steps));
    }
  });

  it("keeps appointments, the rule of silence, called procedures and what may happen at a step", async () => {
    const terms: ProcessTerms = {
      appointments: { first: { amount: 5, unit: "working-day" }, second: { amount: 3, unit: "working-day" } },
      whenSilent: { outcome: "granted", basis: "Điều 1 “a”" },
    };
    const steps = [
      RECEIVE,
      makeStep("a", { outcomes: ["send-back", "ask-opinion"] }),
      makeStep("b", { outcomes: [] }),
      callStep("c", "2.000001", {
        unit: "unit:H21.18",
        subprocess: { procedureCode: "2.000001", variantCode: "2.000001.02" },
      }),
      RETURN,
    ];
    expect(await read(await write(steps, terms))).toEqual({ steps, terms, notes: [] });
  });

  it("is understood by bpmn-moddle without a warning, every reference resolved, every node and flow drawn", async () => {
    await fc.assert(
      fc.asyncProperty(randomProcess, async (steps) => {
        const { rootElement, warnings } = await new BpmnModdle().fromXML(await write(steps));
        expect(warnings).toEqual([]);
        const [process] = rootElement.get("rootElements") as { get(name: string): { id: string }[] }[];
        const diagram = (
          rootElement.get("diagrams") as { get(name: string): { get(name: string): unknown[] } }[]
        )[0];
        const elements = process?.get("flowElements") ?? [];
        expect(diagram?.get("plane").get("planeElement")).toHaveLength(elements.length);
        expect(new Set(elements.map(({ id }) => id)).size).toBe(elements.length);
      }),
      { numRuns: 20 },
    );
  });

  it("imports a file of another modeler: tasks, gateways and names, and says what is missing", async () => {
    const flow = (id: string, from: string, to: string, name = "") =>
      `<bpmn:sequenceFlow id="${id}" name="${name}" sourceRef="${from}" targetRef="${to}"/>`;
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <bpmn:process id="p">
    <bpmn:task id="Second" name="Xem xét"/><bpmn:userTask id="First_1" name="Nhận"/>
    <bpmn:task id="A" name="Nhánh A"/><bpmn:task id="B" name="Nhánh B"/><bpmn:task id="Z" name="Hợp"/>
    <bpmn:startEvent id="s"/><bpmn:endEvent id="e"/><bpmn:intermediateThrowEvent id="odd" name="Lạ"/>
    <bpmn:exclusiveGateway id="g" default="f4"/><bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>
    ${flow("f1", "s", "First_1")}${flow("f2", "First_1", "g")}${flow("f3", "g", "Second", "đất ở")}${flow("f4", "g", "Z")}
    ${flow("f5", "Second", "fork")}${flow("f6", "fork", "A")}${flow("f7", "fork", "B")}${flow("f8", "A", "join")}
    ${flow("f9", "B", "join")}${flow("f10", "join", "Z")}${flow("f11", "Z", "e")}
  </bpmn:process>
</bpmn:definitions>`;
    const { steps, notes } = await read(xml);
    expect(steps.map(({ id, name, then }) => [id, name, then?.kind ?? "below"])).toEqual([
      ["first-1", "Nhận", "choice"],
      ["second", "Xem xét", "parallel"],
      ["a", "Nhánh A", "to"],
      ["b", "Nhánh B", "below"],
      ["z", "Hợp", "below"],
    ]);
    expect(notes.map(({ en }) => en)).toEqual([
      "condition “đất ở” must be entered anew",
      "an element we have no use for: bpmn:IntermediateThrowEvent Lạ",
      "the file does not say unit, post and time of 5 steps: “Xem xét”, “Nhận”, “Nhánh A”, “Nhánh B”, “Hợp”",
    ]);
    expect(processFaults({ steps }).map(({ fault }) => fault)).toContain("step-without-budget");
  });

  it.each([
    ["nothing", "", "not-bpmn"],
    ["half a tag", "<x", "not-bpmn"],
    ["another XML", "<a/>", "not-bpmn"],
    ["entities", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "bpmn-with-doctype"],
    ["too large a file", " ".repeat(1_000_001), "bpmn-too-large"],
    [
      "a file without a process",
      '<d:definitions xmlns:d="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"/>',
      "bpmn-without-process",
    ],
  ])("refuses %s", async (_what, xml, refusal) => {
    expect(await fromBpmn(xml)).toEqual({ ok: false, refusal });
  });

  it("survives garbage, deep nesting, circles and references to nothing", async () => {
    const deep = `${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}`;
    expect((await fromBpmn(deep)).ok).toBe(false);
    const good = await write(wholeProcess(makeStep("a")));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(200), fc.string(), async (at, cut, put) => {
        const answer = await fromBpmn(good.slice(0, at) + put + good.slice(at + cut));
        if (answer.ok) processFaults(answer.value);
      }),
      { numRuns: 300 },
    );
    const circle = good.replace(/targetRef="step_approve"/, 'targetRef="step_receive"');
    expect((await fromBpmn(circle)).ok).toBe(true);
  });
});

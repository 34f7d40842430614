import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftStep } from "../domain/process.ts";
import { ChangeDraft } from "../edit-process/change-draft.ts";
import { processFaults } from "../process-faults.ts";
import { makeStep, randomProcess, wholeProcess } from "../testing/random-process.ts";
import { fromBpmn } from "./from-bpmn.ts";
import { toBpmn } from "./to-bpmn.ts";

const NAMESPACES =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const file = (body: string, more = "") =>
  `<bpmn:definitions ${NAMESPACES} id="defs" targetNamespace="x"><bpmn:process id="p">${body}</bpmn:process>${more}</bpmn:definitions>`;
/** "a>b a>c": flows named by their ends. */
const flows = (text: string) =>
  text
    .split(" ")
    .map((pair) => pair.split(">"))
    .map(
      ([from, to]) =>
        `<bpmn:sequenceFlow id="${from}_${to}" name="đường ${to}" sourceRef="${from}" targetRef="${to}"/>`,
    )
    .join("");
const tasks = (text: string) =>
  text
    .split(" ")
    .map((id) => `<bpmn:task id="${id}" name="Việc ${id}"/>`)
    .join("");
const ENDS = '<bpmn:startEvent id="start"/><bpmn:endEvent id="end"/>';
const gateway = (kind: "exclusive" | "parallel" | "inclusive", id: string, inside = "") =>
  `<bpmn:${kind}Gateway id="${id}" ${inside.startsWith("default") ? inside : ""}>${inside.startsWith("default") ? "" : inside}</bpmn:${kind}Gateway>`;

const read = async (xml: string) => {
  const answer = await fromBpmn(xml);
  if (!answer.ok) throw new Error(answer.refusal);
  const { steps, notes } = answer.value;
  return { steps, notes: notes.map(({ en }) => en), flow: flowsOf(steps) };
};
const flowsOf = (steps: readonly DraftStep[]) =>
  Object.fromEntries(steps.map(({ id, then }) => [id, then === undefined ? "below" : said(then)]));
function said(then: NonNullable<DraftStep["then"]>): string {
  switch (then.kind) {
    case "to":
      return `to ${then.step}`;
    case "end":
      return "end";
    case "choice":
      return `choice ${then.branches.map(({ to }) => to || "?").join(" ")}, else ${then.otherwise || "?"}`;
    case "parallel":
      return `fork ${then.branches.map((to) => to || "?").join(" ")}, join ${then.join || "?"}`;
  }
}

describe("a BPMN file of another modeler", () => {
  it("keeps a gateway behind the start, behind a gateway and behind a join as a step, and says so", async () => {
    const { flow, steps, notes } = await read(
      file(
        `${ENDS}${tasks("a b c d e")}${gateway("exclusive", "first", 'default="first_a"')}` +
          gateway("exclusive", "second", 'default="second_c"') +
          `${gateway("parallel", "fork")}${gateway("parallel", "join")}${gateway("exclusive", "last", 'default="last_end"')}` +
          flows("start>first first>second first>a second>b second>c a>fork b>fork c>fork") +
          flows("fork>d fork>e d>join e>join join>last last>a last>end"),
      ),
    );
    expect(flow).toEqual({
      first: "choice second, else a",
      second: "choice b, else c",
      a: "to fork",
      b: "to fork",
      c: "to fork",
      // Joins what comes from three sides, and forks: one gateway cannot be the way on of three steps.
      fork: "fork d e, join last",
      d: "to last",
      e: "to last",
      last: "choice a, else ?",
    });
    expect(steps[0]?.id).toBe("first");
    expect(notes.filter((note) => note.includes("it became a step"))).toHaveLength(4);
    expect(notes).toContain("way “đường end” leads to the end at once: a step must be chosen");
  });

  it("takes no way for the default that is not marked as one", async () => {
    const { flow, notes } = await read(
      file(`${ENDS}${tasks("a b c")}${gateway("exclusive", "g")}${flows("start>a a>g g>b g>c b>end c>end")}`),
    );
    expect(flow.a).toBe("choice b c, else ?");
    expect(notes).toContain("gateway “g”: the file names no default way, it must be chosen");
  });

  it("asks the ways of a choice in the order of the gateway, not of the file", async () => {
    const inside = ["d", "b", "c"].map((to) => `<bpmn:outgoing>g_${to}</bpmn:outgoing>`).join("");
    const { flow } = await read(
      file(
        `${ENDS}${tasks("a b c d")}${gateway("exclusive", "g", inside)}${flows("start>a a>g g>b g>c g>d b>end c>end d>end")}`,
      ),
    );
    expect(flow.a).toBe("choice d b c, else ?");
  });

  it("finds where branches meet without a gateway that joins them, however many joins follow", async () => {
    const { flow, notes } = await read(
      file(
        `${ENDS}${tasks("a b c d e f g")}${gateway("parallel", "fork")}${gateway("parallel", "again")}${gateway("parallel", "join")}` +
          flows("start>a a>fork fork>b fork>c b>d c>d d>again again>e again>f e>join f>join join>g g>end"),
      ),
    );
    expect([flow.a, flow.d]).toEqual(["fork b c, join d", "fork e f, join g"]);
    expect(notes).toContain(
      "“fork”: no gateway joins its branches, the nearest common step “Việc d” was taken, confirm it",
    );
    const apart = await read(
      file(
        `${ENDS}${tasks("a b c")}${gateway("parallel", "fork")}${flows("start>a a>fork fork>b fork>c b>end c>end")}`,
      ),
    );
    expect(apart.flow.a).toBe("fork b c, join ?");
    expect(apart.notes).toContain("“fork”: its branches meet at no step, the join must be chosen");
  });

  it("loses no way out of a task without a gateway or of a gateway of another kind, and says how it took them", async () => {
    const { flow, notes } = await read(
      file(
        `${ENDS}${tasks("a b c d e f")}${gateway("inclusive", "some", 'default="some_e"')}` +
          flows("start>a a>b a>c b>d c>d d>some some>e some>f e>end f>end"),
      ),
    );
    expect([flow.a, flow.d]).toEqual(["fork b c, join d", "choice f, else e"]);
    expect(notes).toEqual(
      expect.arrayContaining([
        "“Việc a”: several ways out without a gateway, look at how it branches",
        "“some” (bpmn:InclusiveGateway): taken for a choice of one way, look at it",
      ]),
    );
  });

  it("says that the condition of an only way is not used", async () => {
    const condition = "<bpmn:conditionExpression>x</bpmn:conditionExpression></bpmn:sequenceFlow>";
    const xml = file(`${ENDS}${tasks("a b")}${flows("start>a a>b b>end")}`);
    const { notes } = await read(xml.replace('targetRef="b"/>', `targetRef="b">${condition}`));
    expect(notes).toContain("“Việc a”: it has one way out, condition “đường b” is not used");
  });

  it("says what further pools, lanes, several starts and repetitions it does not keep", async () => {
    const lanes =
      '<bpmn:laneSet id="l"><bpmn:lane id="l1" name="Phòng Kinh tế"><bpmn:flowNodeRef>b</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>';
    const { steps, notes } = await read(
      file(
        `${lanes}${ENDS}<bpmn:startEvent id="start2"/><bpmn:task id="a" name="Việc a"><bpmn:multiInstanceLoopCharacteristics/></bpmn:task>` +
          `${tasks("b")}${flows("start>a start2>b a>b b>end")}`,
        `<bpmn:process id="q" name="Công ty">${tasks("x y")}</bpmn:process>`,
      ),
    );
    expect(steps.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(notes).toEqual([
      "another process of the file was not read: “Công ty”",
      "several first steps, one was taken",
      "lane “Phòng Kinh tế” gives no unit and post: “Việc b”",
      "step “Việc a”: that it repeats is not kept",
      "the file does not say unit, post and time of 2 steps: “Việc a”, “Việc b”",
    ]);
  });

  it("cuts ids and names to what a draft may hold, and tells two apart that become the same", async () => {
    const long = "Activity_".repeat(20);
    const [one, two] = [`${long}1`, `${long}2`];
    const name = "x".repeat(400);
    const { steps, notes } = await read(
      file(
        `${ENDS}${tasks(`${one} ${two} A_b a-b`)}<bpmn:callActivity id="call" name="${name}" calledElement=""/>` +
          flows(`start>${one} ${one}>${two} ${two}>A_b A_b>a-b a-b>call call>end`),
      ),
    );
    const ids = steps.map(({ id }) => id);
    expect(ids.slice(2)).toEqual(["a-b", "a-b-2", "call"]);
    expect(new Set(ids).size).toBe(5);
    expect(steps.map(({ then }) => then ?? "below")).toEqual(Array(5).fill("below"));
    expect(ChangeDraft.safeParse({ steps, id: 1, version: 1 }).success).toBe(true);
    expect(notes.join()).toContain("its name is too long, 300 letters were kept");
  });

  it("is refused with its reason where it has more steps than a draft may", async () => {
    const many = Array.from({ length: 81 }, (_, index) => `t${index}`).join(" ");
    expect(await fromBpmn(file(tasks(many)))).toEqual({ ok: false, refusal: "too-many-steps" });
  });
});

describe("a file of ours that was changed in a modeler", () => {
  const steps = wholeProcess(
    makeStep("a", {
      then: {
        kind: "choice",
        branches: [{ when: { fact: "fee", is: "at-least", value: 100_000 }, to: "b" }],
        otherwise: "approve",
      },
    }),
    makeStep("b"),
  );
  const written = () => toBpmn({ code: "1.000001", name: "Thử", version: 1, steps });
  const choiceOf = (given: readonly DraftStep[]) => {
    const then = given.find(({ id }) => id === "a")?.then;
    return then?.kind === "choice" ? then.branches[0]?.when : undefined;
  };

  it.each([
    ["fee &gt;= 250000", { fact: "fee", is: "at-least", value: 250_000 }],
    ["papers &lt; 3", { fact: "papers", is: "below", value: 3 }],
    ["channel in online, post", { fact: "channel", is: "one-of", values: ["online", "post"] }],
    ["mountain in true", { fact: "mountain", is: "one-of", values: [true] }],
  ])("takes the expression that now stands there: %s", async (expression, when) => {
    const { steps, notes } = await read((await written()).replaceAll("fee &gt;= 100000", expression));
    expect(choiceOf(steps)).toEqual(when);
    expect(notes).toEqual([]);
  });

  it("asks anew where an expression cannot be read, and says that a label alone changes nothing", async () => {
    const xml = await written();
    const odd = await read(xml.replace(/fee &gt;= 100000(?=<)/, "phí cao"));
    expect(choiceOf(odd.steps)).toEqual({ fact: "variant", is: "one-of", values: [] });
    expect(odd.notes).toEqual(["condition “fee >= 100000; phí cao” must be entered anew"]);
    const label = await read(xml.replace('name="fee &#62;= 100000"', 'name="phí cao"'));
    expect(choiceOf(label.steps)).toEqual({ fact: "fee", is: "at-least", value: 100_000 });
    expect(label.notes).toEqual(["label “phí cao” changes nothing: the condition still is “fee >= 100000”"]);
  });

  it("gives a copied task an id of its own and leaves the original its", async () => {
    const xml = await written();
    const task = /<bpmn:userTask id="step_b".*?<\/bpmn:userTask>/s.exec(xml)?.[0] ?? "";
    const copy = task
      .replace('id="step_b"', 'id="Activity_0x1"')
      .replaceAll(/<bpmn:(incoming|outgoing)>.*?<\/bpmn:\1>/g, "");
    // Modelers write the copy wherever it comes to stand.
    const { steps, notes } = await read(xml.replace(task, copy + task));
    expect(steps.map(({ id }) => id)).toEqual([
      "receive",
      "a",
      "activity-0x1",
      "b",
      "approve",
      "issue",
      "return",
    ]);
    expect(notes).toEqual(["step “Bước b” is a copy of step “b”: its id now is “activity-0x1”"]);
  });

  it("has no signs that XML forbids, whatever was pasted into a name", async () => {
    const pasted = wholeProcess(
      makeStep("a", { name: "Thẩm\u0001 định\u000b\ufffe", nameEn: "\u001fAppraise" }),
    );
    const xml = await toBpmn({ code: "1.000001", name: "Thử\u0002", version: 1, steps: pasted });
    const forbidden = [...xml].filter((sign) => /[\p{Cc}\p{Cn}]/u.test(sign) && !"\t\n\r".includes(sign));
    expect(forbidden).toEqual([]);
    const { steps } = await read(xml);
    expect(steps[1]).toMatchObject({ name: "Thẩm định", nameEn: "Appraise" });
  });

  it("says which of its facts cannot be read any more", async () => {
    const xml = (await written())
      .replace('unit="receiving-desk"', 'unit="một cửa"')
      .replace('budgetMinutes="60"', 'budgetMinutes="-5"');
    expect((await read(xml)).notes).toEqual([
      "step “Bước receive”: could not read đơn vị, thời gian".replace("đơn vị, thời gian", "unit, time"),
    ]);
  });
});

describe("any file that is read", () => {
  it("fits into a draft, whatever was done to it", async () => {
    const words = fc.constantFrom("", "x", "\u0000", "&#xD800;", '"/>', "id=", "9".repeat(30));
    await fc.assert(
      fc.asyncProperty(randomProcess, fc.nat(), fc.nat(300), words, async (steps, at, cut, put) => {
        const xml = await toBpmn({ code: "1.000001", name: "Thử", version: 1, steps });
        const place = at % xml.length;
        const answer = await fromBpmn(xml.slice(0, place) + put + xml.slice(place + cut));
        if (!answer.ok) return;
        const { steps: read, terms } = answer.value;
        const input = ChangeDraft.safeParse({ steps: read, terms, id: 1, version: 1 });
        expect(input.error).toBeUndefined();
        expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        processFaults(terms === undefined ? { steps: read } : { steps: read, terms });
      }),
      { numRuns: 50 },
    );
  });

  it.each(["\u0000", "&#0;", "&#xD800;"])("loses signs that no database keeps: %j", async (sign) => {
    const { steps } = await read(file(`${ENDS}<bpmn:task id="a" name="Nh${sign}ận"/>`));
    expect(steps[0]?.name).toBe(sign === "&#xD800;" ? "Nh\uFFFDận" : "Nhận");
  });

  it("comes back from the draft as it stands there, what is not chosen yet included", async () => {
    const { steps } = await read(
      file(`${ENDS}${tasks("a b c")}${gateway("exclusive", "g")}${flows("start>a a>g g>b g>c b>end c>end")}`),
    );
    const again = await read(await toBpmn({ code: "1.000001", name: "Thử", version: 1, steps }));
    expect(again.steps).toEqual(steps);
  });
});

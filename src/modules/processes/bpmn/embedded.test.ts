import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftStep } from "../domain/process.ts";
import { makeStep, randomProcess, wholeProcess } from "../testing/random-process.ts";
import { fromBpmn } from "./from-bpmn.ts";
import { toBpmn } from "./to-bpmn.ts";

const file = (body: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="x"><bpmn:process id="p">${body}</bpmn:process></bpmn:definitions>`;
/** "a>b a>c": flows named by their ends. */
const flows = (text: string) =>
  text
    .split(" ")
    .map((pair) => pair.split(">"))
    .map(([from, to]) => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join("");
const task = (id: string, inside = "") => `<bpmn:task id="${id}" name="Việc ${id}">${inside}</bpmn:task>`;
const event = (kind: "start" | "end", id: string, inside = "") =>
  `<bpmn:${kind}Event id="${id}">${inside}</bpmn:${kind}Event>`;
const sub = (id: string, inside: string, attributes = "") =>
  `<bpmn:subProcess id="${id}" name="Nhóm ${id}" ${attributes}>${inside}</bpmn:subProcess>`;
/** Two tasks in a row between a start and an end. */
const PLAIN = `${event("start", "is")}${task("x")}${task("y")}${event("end", "ie")}${flows("is>x x>y y>ie")}`;
const around = (middle: string, more = "a>s s>b") =>
  file(
    `${event("start", "start")}${task("a")}${middle}${task("b")}${event("end", "end")}${flows(`start>a ${more} b>end`)}`,
  );

const read = async (xml: string) => {
  const answer = await fromBpmn(xml);
  if (!answer.ok) throw new Error(answer.refusal);
  const { steps, notes } = answer.value;
  return { steps, flow: flowOf(steps), vi: notes.map(({ vi }) => vi), en: notes.map(({ en }) => en) };
};
const flowOf = (steps: readonly DraftStep[]) =>
  Object.fromEntries(
    steps.map(({ id, then }, index) => [
      id,
      then === undefined
        ? (steps[index + 1]?.id ?? "end")
        : then.kind === "to"
          ? then.step
          : then.kind === "choice"
            ? [...then.branches.map(({ to }) => to), then.otherwise].join(" or ")
            : then.kind === "parallel"
              ? `${then.branches.join(" and ")}, join ${then.join}`
              : "end",
    ]),
  );
const OPENED =
  "quy trình con (subProcess) “Nhóm s”: các bước của nó vào thẳng quy trình, tên của nó không giữ";
const UNREAD = expect.stringContaining("phần tử không dùng được: quy trình con (subProcess) Nhóm s");

describe("an embedded sub-process of another modeler", () => {
  it("gives its steps to the flow around it; its start and end vanish, its name is noted", async () => {
    const { flow, vi } = await read(around(sub("s", PLAIN)));
    expect(flow).toEqual({ a: "x", x: "y", y: "b", b: "end" });
    expect(vi).toContain(OPENED);
    expect(vi.join()).not.toContain("không dùng được");
  });

  it("is read within another, one after another, and as the last thing before the end", async () => {
    const inner = sub("t", `${event("start", "ts")}${task("z")}${event("end", "te")}${flows("ts>z z>te")}`);
    const nested = `${event("start", "is")}${task("x")}${inner}${event("end", "ie")}${flows("is>x x>t t>ie")}`;
    expect((await read(around(sub("s", nested)))).flow).toEqual({ a: "x", x: "z", z: "b", b: "end" });
    const two = await read(around(sub("s", PLAIN) + inner, "a>s s>t t>b"));
    expect(two.flow).toEqual({ a: "x", x: "y", y: "z", z: "b", b: "end" });
    const last = file(`${event("start", "start")}${task("a")}${sub("s", PLAIN)}${flows("start>a a>s")}`);
    expect((await read(last)).flow).toEqual({ a: "x", x: "y", y: "end" });
  });

  it("keeps the ways of a choice, a fork and a join inside and outside", async () => {
    const inside =
      `${event("start", "is")}${task("q")}<bpmn:exclusiveGateway id="g" default="g_y"/>${task("x")}${task("y")}${event("end", "e1")}${event("end", "e2")}` +
      flows("is>q q>g g>x g>y x>e1 y>e2");
    expect((await read(around(sub("s", inside)))).flow).toEqual({
      a: "q",
      q: "x or y",
      x: "b",
      y: "b",
      b: "end",
    });
    const fork = '<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>';
    const forked = await read(
      around(fork + task("c") + sub("s", PLAIN), "a>fork fork>s fork>c s>join c>join join>b"),
    );
    expect(forked.flow).toEqual({ a: "x and c, join b", x: "y", y: "b", c: "b", b: "end" });
  });

  it("needs neither start nor end event where one step begins and one ends it", async () => {
    const { flow } = await read(around(sub("s", `${task("x")}${task("y")}${flows("x>y")}`)));
    expect(flow).toEqual({ a: "x", x: "y", y: "b", b: "end" });
  });

  it.each([
    ["a boundary event", `${sub("s", PLAIN)}<bpmn:boundaryEvent id="late" attachedToRef="s"/>`],
    ["a loop", sub("s", `<bpmn:standardLoopCharacteristics/>${PLAIN}`)],
    ["a trigger of its own", sub("s", PLAIN, 'triggeredByEvent="true"')],
    [
      "a start that waits for a message",
      sub("s", PLAIN.replace(event("start", "is"), event("start", "is", "<bpmn:messageEventDefinition/>"))),
    ],
    [
      "an end that ends everything",
      sub("s", PLAIN.replace(event("end", "ie"), event("end", "ie", "<bpmn:terminateEventDefinition/>"))),
    ],
    ["two entries", sub("s", `${event("start", "js")}${PLAIN}${flows("js>y")}`)],
    ["a step that leads nowhere", sub("s", `${PLAIN}${task("lost")}${flows("x>lost")}`)],
    ["nothing inside", sub("s", "")],
  ])("stays outside with %s, and says so", async (_what, middle) => {
    const { flow, vi } = await read(around(middle));
    expect(flow).toEqual({ a: "b", b: "end" });
    expect(vi).toContainEqual(UNREAD);
    expect(vi).not.toContain(OPENED);
  });

  it("stays outside with several ways out", async () => {
    const { steps, vi } = await read(around(sub("s", PLAIN) + task("c"), "a>s s>b s>c c>end"));
    expect(steps.map(({ id }) => id)).toEqual(["a", "c", "b"]);
    expect(vi).toContainEqual(UNREAD);
  });

  it("is found where all tasks of the file stand in it; contents count towards what a file may hold", async () => {
    const only = file(
      `${event("start", "start")}${sub("s", PLAIN)}${event("end", "end")}${flows("start>s s>end")}`,
    );
    expect((await read(only)).flow).toEqual({ x: "y", y: "end" });
    const many = Array.from({ length: 2001 }, (_, index) => event("end", `e${index}`)).join("");
    expect(await fromBpmn(around(sub("s", many)))).toEqual({ ok: false, refusal: "bpmn-too-large" });
    const deep = `${"<bpmn:subProcess>".repeat(1900)}${task("x")}${"</bpmn:subProcess>".repeat(1900)}`;
    expect((await fromBpmn(around(deep))).ok).toBe(true);
  });

  it("changes nothing of a process of ours, wherever a modeler draws it around steps that follow each other", async () => {
    await fc.assert(
      fc.asyncProperty(randomProcess, fc.nat(), async (steps, at) => {
        const xml = await toBpmn({ code: "1.000001", name: "Thử", version: 1, steps });
        const ids = [...xml.matchAll(/<bpmn:userTask id="([^"]+)"/g)].map(([, id = ""]) => id);
        const id = ids[at % ids.length] ?? "";
        const back = await read(wrapped(xml, id));
        expect(back.steps).toEqual((await read(xml)).steps);
        expect(back.vi).toEqual([expect.stringContaining("quy trình con (subProcess)")]);
      }),
      { numRuns: 30 },
    );
  });
});

/** The file with one of its tasks put into a sub-process of its own, as a modeler does it. */
function wrapped(xml: string, id: string): string {
  const whole = new RegExp(`<bpmn:userTask id="${id}".*?</bpmn:userTask>`, "s").exec(xml)?.[0] ?? "";
  const inside = whole.replaceAll(/<bpmn:(incoming|outgoing)>.*?<\/bpmn:\1>/g, "");
  const group = `<bpmn:subProcess id="group" name="Nhóm">${event("start", "gs")}${inside}${event("end", "ge")}${flows(`gs>${id} ${id}>ge`)}</bpmn:subProcess>`;
  return xml
    .replace(whole, group)
    .replaceAll(`sourceRef="${id}" targetRef`, 'sourceRef="group" targetRef')
    .replaceAll(`targetRef="${id}" />`, 'targetRef="group" />')
    .replaceAll(`targetRef="${id}">`, 'targetRef="group">')
    .replace(new RegExp(`(<bpmn:sequenceFlow id="gs_${id}" sourceRef="gs" targetRef=")group`), `$1${id}`)
    .replace(new RegExp(`(<bpmn:sequenceFlow id="${id}_ge" sourceRef=")group`), `$1${id}`);
}

describe("what people wrote beside the flow", () => {
  it("is said where it stands: the descriptions of steps and of the process, and notes on the canvas", async () => {
    const documented = (text: string) => `<bpmn:documentation>${text}</bpmn:documentation>`;
    const xml = around(
      `${documented("Theo QĐ 138/2025")}<bpmn:textAnnotation id="n"><bpmn:text>Nhớ hỏi thuế</bpmn:text></bpmn:textAnnotation>` +
        sub(
          "s",
          documented("Cả nhóm") + PLAIN.replace(task("x"), task("x", documented(" Kiểm tra  bản vẽ\n "))),
        ),
    );
    const { vi, en } = await read(xml);
    for (const text of [
      "quy trình (process) “p”: phần mô tả (documentation) không có chỗ giữ: “Theo QĐ 138/2025”",
      "công việc (task) “Việc x”: phần mô tả (documentation) không có chỗ giữ: “Kiểm tra bản vẽ”",
      "quy trình con (subProcess) “Nhóm s”: phần mô tả (documentation) không có chỗ giữ: “Cả nhóm”",
      "lời ghi chú (textAnnotation) trên sơ đồ không giữ: “Nhớ hỏi thuế”",
    ])
      expect(vi).toContain(text);
    expect(en).toContain("documentation of “Việc x” has no place here: “Kiểm tra bản vẽ”");
  });

  it("names BPMN elements in Vietnamese, with the term of the standard beside", async () => {
    const xml = around(
      `<bpmn:inclusiveGateway id="g" default="g_b"/>${task("c")}<bpmn:intermediateThrowEvent id="odd" name="Lạ"/>` +
        '<bpmn:dataObjectReference id="data" name="Sổ"/>',
      "a>g g>b g>c c>b",
    ).replace('targetRef="end"/>', 'targetRef="nowhere"/>');
    const { vi } = await read(xml);
    expect(vi).toContain(
      "“g”, cổng chọn nhiều đường (inclusiveGateway): đọc tạm như chọn một đường, hãy xem lại",
    );
    expect(vi).toContain("phần tử không dùng được: sự kiện giữa chừng phát đi (intermediateThrowEvent) Lạ");
    expect(vi).toContain("phần tử không dùng được: đối tượng dữ liệu được nhắc tới (dataObjectReference) Sổ");
    expect(vi).toContain("trong tệp không có phần tử “nowhere” được nhắc tới");
    expect(vi.join()).not.toContain("bpmn:");
    const odd = around('<bpmn:task id="a" name="Trùng"/><bpmn:oddThing/>', "a>b");
    expect((await read(odd)).vi).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^không đọc được <bpmn:task> ở dòng \d+: mã “a” có hai lần$/),
        expect.stringMatching(/^không đọc được <bpmn:oddThing\/?> ở dòng \d+: phần tử lạ “bpmn:OddThing”$/),
      ]),
    );
    const own = await toBpmn({
      code: "1.000001",
      name: "Thử",
      version: 1,
      steps: wholeProcess(makeStep("a")),
    });
    const called = own
      .replaceAll("bpmn:userTask", "bpmn:callActivity")
      .replace('name="Bước a"', 'name="Bước a" calledElement="Khác"');
    expect((await read(called)).vi).toEqual([
      "bước “Bước a”: không đọc được quy trình được gọi (calledElement) “Khác”",
    ]);
  });
});

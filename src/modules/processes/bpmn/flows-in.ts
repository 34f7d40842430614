import type { Flow } from "../domain/process.ts";
import { MOST_BRANCHES } from "../edit-process/draft-schema.ts";
import { type Element, nameOf } from "./moddle.ts";
import { conditionOfFlow, hasCondition, type Note } from "./read-condition.ts";
import { arrival, meetingOf, type Wiring } from "./wiring.ts";

/** The ways between the steps of a file. */
export type FlowsIn = {
  /** Id of the step to which the start leads. */
  readonly first: string | undefined;
  of(stepId: string): Flow | undefined;
  readonly notes: readonly Note[];
};

/**
 * Reads sequence flows over gateways: joins are passed through, choices and forks become the flow of the step before. What
 * the file leaves open stays open ("" for a target), with a note; the faults of the draft then name it.
 * @param stepIds the elements that are steps: tasks, and gateways that stand for themselves.
 */
export function flowsIn(
  elements: readonly Element[],
  stepIds: ReadonlyMap<Element, string>,
  wiring: Wiring,
): FlowsIn {
  const notes: Note[] = [];
  const note = (vi: string, en: string) => notes.push({ vi, en });
  const isStep = (element: Element) => stepIds.has(element);
  const behind = (element: Element | undefined) => arrival(element, { isStep, wiring }).at;
  const stepBehind = (element: Element | undefined): string | undefined => {
    const at = behind(element);
    return at === undefined ? undefined : stepIds.get(at);
  };
  const flowOut = (element: Element): Flow => {
    if (!wiring.branches(element)) {
      for (const flow of wiring.flowsOut(element).filter(hasCondition))
        note(
          `“${nameOf(element)}”: chỉ có một đường ra, điều kiện “${nameOf(flow)}” không dùng`,
          `“${nameOf(element)}”: it has one way out, condition “${nameOf(flow)}” is not used`,
        );
      const at = behind(wiring.targets(element)[0]);
      const step = at === undefined ? undefined : stepIds.get(at);
      if (at !== undefined && step === undefined) return branching(at);
      return step === undefined ? { kind: "end" } : { kind: "to", step };
    }
    if (element.$type.endsWith("Gateway")) return branching(element);
    const name = nameOf(element);
    note(
      `“${name}”: nhiều đường ra mà không có cổng, hãy xem lại cách rẽ`,
      `“${name}”: several ways out without a gateway, look at how it branches`,
    );
    const chooses = element.get("default") !== undefined || wiring.flowsOut(element).some(hasCondition);
    return chooses ? choice(element) : fork(element);
  };
  const read = new Map<Element, Flow>();
  /** Once for each gateway, since several steps may lead to it. */
  const branching = (gateway: Element): Flow => {
    const flow = read.get(gateway) ?? branchingOnce(gateway);
    read.set(gateway, flow);
    return flow;
  };
  const branchingOnce = (gateway: Element): Flow => {
    if (gateway.$type === "bpmn:ParallelGateway") return fork(gateway);
    if (gateway.$type !== "bpmn:ExclusiveGateway") {
      const name = nameOf(gateway);
      note(
        `“${name}” (${gateway.$type}): đọc tạm như chọn một đường, hãy xem lại`,
        `“${name}” (${gateway.$type}): taken for a choice of one way, look at it`,
      );
    }
    return choice(gateway);
  };
  const target = (flow: Element): string => {
    const step = stepBehind(flow.get("targetRef") as Element);
    if (step !== undefined) return step;
    const name = nameOf(flow);
    note(
      `đường “${name}” đi thẳng tới kết thúc: phải chọn một bước`,
      `way “${name}” leads to the end at once: a step must be chosen`,
    );
    return "";
  };
  const choice = (gateway: Element): Flow => {
    const flows = wiring.flowsOut(gateway);
    const other = gateway.get("default");
    const fallback = flows.find((flow) => flow === other);
    const name = nameOf(gateway);
    if (fallback === undefined)
      note(
        `cổng “${name}”: tệp không ghi đường mặc định, phải chọn`,
        `gateway “${name}”: the file names no default way, it must be chosen`,
      );
    else if (hasCondition(fallback))
      note(
        `cổng “${name}”: điều kiện của đường mặc định không dùng`,
        `gateway “${name}”: the condition of the default way is not used`,
      );
    const branches = flows
      .filter((flow) => flow !== fallback)
      .map((flow) => {
        const { when, notes: doubts } = conditionOfFlow(flow);
        notes.push(...doubts);
        return { when, to: target(flow) };
      });
    if (branches.length > MOST_BRANCHES) tooMany(name);
    return {
      kind: "choice",
      branches: branches.slice(0, MOST_BRANCHES),
      otherwise: fallback === undefined ? "" : target(fallback),
    };
  };
  const fork = (gateway: Element): Flow => {
    const heads = wiring.targets(gateway);
    const meeting = meetingOf(heads, isStep, wiring);
    const join = stepBehind(meeting) ?? "";
    const name = nameOf(gateway);
    if (join === "")
      note(
        `“${name}”: các nhánh không gặp nhau ở bước nào, phải chọn bước hợp`,
        `“${name}”: its branches meet at no step, the join must be chosen`,
      );
    else if (meeting !== undefined && meeting.$type !== "bpmn:ParallelGateway")
      note(
        `“${name}”: tệp không có cổng hợp, lấy bước chung gần nhất “${nameOf(meeting)}”, hãy xác nhận`,
        `“${name}”: no gateway joins its branches, the nearest common step “${nameOf(meeting)}” was taken, confirm it`,
      );
    const branches = wiring.flowsOut(gateway).map(target);
    if (branches.length > MOST_BRANCHES) tooMany(name);
    return { kind: "parallel", branches: branches.slice(0, MOST_BRANCHES), join };
  };
  const tooMany = (name: string) =>
    note(
      `“${name}”: chỉ giữ ${MOST_BRANCHES} nhánh đầu`,
      `“${name}”: the first ${MOST_BRANCHES} branches were kept`,
    );
  const byStep = new Map([...stepIds].map(([element, id]) => [id, flowOut(element)]));
  const starts = elements.filter(({ $type }) => $type === "bpmn:StartEvent");
  const firsts = new Set(starts.flatMap(wiring.targets).flatMap((head) => stepBehind(head) ?? []));
  if (firsts.size !== 1)
    note(
      firsts.size === 0 ? "tệp không ghi bước đầu, hãy xem lại" : "tệp có nhiều bước đầu, lấy bước thứ nhất",
      firsts.size === 0 ? "the file names no first step, look at it" : "several first steps, one was taken",
    );
  return { first: [...firsts][0], of: (stepId) => byStep.get(stepId), notes };
}

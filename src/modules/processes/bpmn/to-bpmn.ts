import type { DraftStep, ProcessTerms } from "../domain/process.ts";
import { conditionText } from "./condition-text.ts";
import { type FlowGraph, flowGraph, type GraphEdge, type GraphNode } from "./flow-graph.ts";
import { bpmnModel, NAMESPACE } from "./moddle.ts";
import { placeNodes, wayBetween } from "./place-nodes.ts";

/** A process to be written: published, or a draft. */
export type WrittenProcess = {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly steps: readonly DraftStep[];
  readonly terms?: ProcessTerms;
};

type Model = ReturnType<typeof bpmnModel>;
type Part = ReturnType<Model["create"]>;

/**
 * Writes a process as BPMN 2.0 (ISO/IEC 19510) with its picture: tasks, gateways, who performs them; time budgets and
 * what BPMN has no word for stand in extension elements of our own namespace.
 */
export async function toBpmn(process: WrittenProcess): Promise<string> {
  const model = bpmnModel();
  const graph = flowGraph(process.steps);
  const parts = new Map(graph.nodes.map((node) => [node.id, nodePart(model, node)]));
  const flows = new Map(graph.edges.map((edge) => [edge.id, edgePart(model, edge, parts)]));
  connect(graph, parts, flows);
  const whole = model.create("bpmn:Process", {
    id: `process_${process.code}`,
    name: process.name,
    isExecutable: false,
    flowElements: [...parts.values(), ...flows.values()],
    ...termsOf(model, process.terms),
  });
  const definitions = model.create("bpmn:Definitions", {
    id: `definitions_${process.code}_v${process.version}`,
    targetNamespace: NAMESPACE,
    exporter: "Một Cửa",
    rootElements: [whole],
    diagrams: [picture(model, whole, graph, parts, flows)],
  });
  return (await model.toXML(definitions, { format: true })).xml.replace(NOT_XML, "");
}

/** Signs that a name may hold and XML 1.0 may not (Char, section 2.2): no other program would open the file. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function nodePart(model: Model, { id, kind, step }: GraphNode): Part {
  switch (kind) {
    case "start":
      return model.create("bpmn:StartEvent", { id });
    case "end":
      return model.create("bpmn:EndEvent", { id });
    case "choice":
      return model.create("bpmn:ExclusiveGateway", { id });
    case "fork":
      return model.create("bpmn:ParallelGateway", { id, gatewayDirection: "Diverging" });
    case "join":
      return model.create("bpmn:ParallelGateway", { id, gatewayDirection: "Converging" });
    case "step":
      if (step === undefined) throw new Error(`node ${id} has no step`);
      return task(model, id, step);
  }
}

function task(model: Model, id: string, step: DraftStep): Part {
  const { subprocess, name, outcomes, work } = step;
  const type =
    work === "subprocess"
      ? "bpmn:CallActivity"
      : work === "await-payment" || work === "await-outside"
        ? "bpmn:ReceiveTask"
        : "bpmn:UserTask";
  const extension = model.create("motcua:Step", {
    step: step.id,
    ...(step.nameEn === "" ? {} : { nameEn: step.nameEn }),
    unit: step.unit,
    post: step.post,
    work,
    budgetMinutes: step.budgetMinutes,
    ...(step.uncounted === undefined ? {} : { uncounted: step.uncounted }),
    ...(step.silence === undefined ? {} : { silence: step.silence }),
    ...(outcomes === undefined ? {} : { outcomes: outcomes.join(" ") }),
    ...(subprocess === undefined ? {} : subprocess),
  });
  const expression = model.create("bpmn:FormalExpression", { body: `${step.unit}/${step.post}` });
  const owner = model.create("bpmn:PotentialOwner", {
    resourceAssignmentExpression: model.create("bpmn:ResourceAssignmentExpression", { expression }),
  });
  return model.create(type, {
    id,
    name,
    extensionElements: model.create("bpmn:ExtensionElements", { values: [extension] }),
    resources: [owner],
    ...(subprocess === undefined
      ? {}
      : { calledElement: subprocess.variantCode ?? subprocess.procedureCode }),
  });
}

function edgePart(model: Model, { id, from, to, when }: GraphEdge, parts: ReadonlyMap<string, Part>): Part {
  const condition =
    when === undefined
      ? {}
      : {
          name: conditionText(when),
          conditionExpression: model.create("bpmn:FormalExpression", { body: conditionText(when) }),
          extensionElements: model.create("bpmn:ExtensionElements", {
            values: [model.create("motcua:When", { condition: JSON.stringify(when) })],
          }),
        };
  return model.create("bpmn:SequenceFlow", {
    id,
    sourceRef: parts.get(from),
    targetRef: parts.get(to),
    ...condition,
  });
}

function connect(graph: FlowGraph, parts: ReadonlyMap<string, Part>, flows: ReadonlyMap<string, Part>): void {
  for (const { id } of graph.nodes) {
    const part = parts.get(id);
    const ofEdges = (edges: readonly GraphEdge[]) => edges.map((edge) => flows.get(edge.id));
    part?.set("incoming", ofEdges(graph.edges.filter((edge) => edge.to === id)));
    part?.set("outgoing", ofEdges(graph.edges.filter((edge) => edge.from === id)));
    const other = graph.edges.find((edge) => edge.from === id && edge.isDefault);
    if (other !== undefined) part?.set("default", flows.get(other.id));
  }
}

function termsOf(model: Model, terms: ProcessTerms | undefined): Readonly<Record<string, unknown>> {
  if (terms === undefined) return {};
  const values = [model.create("motcua:Terms", { terms: JSON.stringify(terms) })];
  return { extensionElements: model.create("bpmn:ExtensionElements", { values }) };
}

function picture(
  model: Model,
  whole: Part,
  graph: FlowGraph,
  parts: ReadonlyMap<string, Part>,
  flows: ReadonlyMap<string, Part>,
): Part {
  const boxes = placeNodes(graph);
  const shapes = graph.nodes.map(({ id, kind }) =>
    model.create("bpmndi:BPMNShape", {
      id: `shape_${id}`,
      bpmnElement: parts.get(id),
      bounds: model.create("dc:Bounds", { ...boxes.get(id) }),
      ...(kind === "choice" ? { isMarkerVisible: true } : {}),
    }),
  );
  const lines = graph.edges.flatMap(({ id, from, to }) => {
    const [begin, end] = [boxes.get(from), boxes.get(to)];
    if (begin === undefined || end === undefined) return [];
    const waypoint = wayBetween(begin, end).map((point) => model.create("dc:Point", point));
    return [model.create("bpmndi:BPMNEdge", { id: `edge_${id}`, bpmnElement: flows.get(id), waypoint })];
  });
  const plane = model.create("bpmndi:BPMNPlane", {
    id: "plane",
    bpmnElement: whole,
    planeElement: [...shapes, ...lines],
  });
  return model.create("bpmndi:BPMNDiagram", { id: "diagram", plane });
}

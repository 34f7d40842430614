import type { Element } from "./moddle.ts";

/** BPMN elements in Vietnamese (ISO/IEC 19510); the term of the standard stands beside it, since modelers show that one. */
const WORDS: Readonly<Record<string, string>> = {
  task: "công việc",
  callActivity: "gọi quy trình khác",
  subProcess: "quy trình con",
  adHocSubProcess: "quy trình con tùy tình huống",
  transaction: "giao dịch",
  startEvent: "sự kiện bắt đầu",
  endEvent: "sự kiện kết thúc",
  intermediateThrowEvent: "sự kiện giữa chừng phát đi",
  intermediateCatchEvent: "sự kiện giữa chừng chờ nhận",
  boundaryEvent: "sự kiện biên",
  exclusiveGateway: "cổng chọn một đường",
  parallelGateway: "cổng song song",
  inclusiveGateway: "cổng chọn nhiều đường",
  complexGateway: "cổng phức hợp",
  eventBasedGateway: "cổng theo sự kiện",
  dataObject: "đối tượng dữ liệu",
  dataObjectReference: "đối tượng dữ liệu được nhắc tới",
  dataStoreReference: "kho dữ liệu được nhắc tới",
  textAnnotation: "lời ghi chú",
  sequenceFlow: "đường đi",
  process: "quy trình",
};

/** "cổng chọn nhiều đường (inclusiveGateway)" for an element or its type; one without a word is "phần tử (…)". */
export function kindOf({ $type }: Pick<Element, "$type">): string {
  const term = termOf($type);
  return `${WORDS[term] ?? "phần tử"} (${term})`;
}

/** "bpmn:InclusiveGateway" as the file writes it: "inclusiveGateway". */
function termOf(type: string): string {
  const name = type.slice(type.indexOf(":") + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

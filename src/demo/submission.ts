import { uuidv7 } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import type { Errand } from "./day-plan.ts";
import type { DemoPerson } from "./people.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What the desk officer types for this person: the body of POST /api/v1/cases. */
export function submissionOf(errand: Errand, person: DemoPerson, random: SeededRandom, now: Instant) {
  const { procedure, counter } = errand;
  const variant =
    procedure.variants.length > 0 && random.chance(0.8) ? random.pick(procedure.variants) : undefined;
  const papers = procedure.papers
    .filter((paper) => paper.required && (variant?.paperIds?.includes(paper.id) ?? true))
    .map((paper) => ({
      id: paper.id,
      name: paper.name,
      form: random.weighted([
        ["original", 5],
        ["copy", 3],
        ["scanned", 2],
        ["held", 1],
      ] as const),
      count: 1,
    }));
  const amount = procedure.fees.find((fee) => fee.amount !== undefined)?.amount;
  return {
    caseId: uuidv7(now, random.bytes(10)),
    procedureCode: procedure.code,
    ...(variant === undefined ? {} : { variantCode: variant.code }),
    receivingUnitId: counter.desk.id,
    decidingUnitId: counter.deciding.id,
    ...(procedure.field === "Đất đai" ? { placeUnitId: errand.home.id } : {}),
    channel: random.chance(0.07) ? "postal" : "direct",
    applicantName: person.name,
    applicantNumber: person.number,
    applicantAddress: person.address,
    applicantPhone: person.phone,
    papers: papers.length > 0 ? papers : [{ name: "Tờ khai theo mẫu", form: "original", count: 1 }],
    ...(amount === undefined ? {} : { feeAmount: amount, feePaid: true }),
    returnMethod: random.chance(0.85) ? "counter" : "electronic",
  };
}

import type { Pool } from "pg";

/** A case that readers look at. */
export type SampleCase = {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly deskId: number;
  readonly decidingId: number;
};

const SAMPLES = 2_000;

/** Cases from all over the volume: every page of the index is as likely as another, so that no cache flatters. */
export async function sampleCases(owner: Pool): Promise<readonly SampleCase[]> {
  const found = await owner.query<SampleCase>(
    `select id, code, applicant_number as number, applicant_name as name, receiving_unit_id as "deskId",
       deciding_unit_id as "decidingId"
     from cases.case_file tablesample system (least(100, 300.0 * $1 / greatest(1, (select count(*) from cases.case_file))))
     where applicant_number is not null limit $1`,
    [SAMPLES],
  );
  return found.rows;
}

import { describe, expect, it } from "vitest";
import type { Unit } from "../../organisation/index.ts";
import { scopeOf } from "./board-model.ts";
import { boardRequest } from "./board-request.ts";

const unit = (id: number, level: string, endedOn?: string): Unit => ({
  id,
  code: `H21.${id}`,
  name: "",
  shortName: "",
  nameEn: "",
  level,
  kind: "commune",
  parentId: undefined,
  mountain: false,
  ...(endedOn === undefined ? {} : { endedOn }),
});
const all = [unit(1, "province"), unit(2, "district", "2025-07-01"), unit(3, "commune")];
const directory = { allUnits: () => all, unitByCode: () => undefined };
const unitsOf = (level: string) => scopeOf(boardRequest({ level }), directory).unitIds;

describe("the part of the province that a board shows", () => {
  it("is a level with the units that ended, so that its cases stay in its numbers", () => {
    expect(unitsOf("district")).toEqual([2]);
    expect(unitsOf("commune")).toEqual([3]);
  });

  it("is the whole province where the level is none", () => {
    expect(unitsOf("planet")).toBeUndefined();
  });
});

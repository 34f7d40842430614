import { describe, expect, it } from "vitest";
import { ok, refuse } from "./result.ts";

describe("the answer of a command", () => {
  it("is a value or a refusal with its word", () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(refuse("changed-meanwhile")).toEqual({ ok: false, refusal: "changed-meanwhile" });
    expect(refuse("changed-meanwhile", "Nguyễn Văn An")).toEqual({
      ok: false,
      refusal: "changed-meanwhile",
      detail: "Nguyễn Văn An",
    });
  });
});

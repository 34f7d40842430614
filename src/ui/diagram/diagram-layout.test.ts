import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOX, type DiagramEdge, type DiagramNode, layoutDiagram, wrapped } from "./diagram-layout.ts";

const node = (id: string): DiagramNode => ({ id, label: `Bước ${id}`, lane: "Sở" });
const edge = (from: string, to: string): DiagramEdge => ({ from, to });

describe("the layout of a diagram", () => {
  it("puts branches side by side and their join below both", () => {
    const { nodes } = layoutDiagram(["a", "b", "c", "d"].map(node), [
      edge("a", "b"),
      edge("a", "c"),
      edge("b", "d"),
      edge("c", "d"),
    ]);
    const at = Object.fromEntries(nodes.map(({ id, x, y }) => [id, { x, y }]));
    expect(at.b?.y).toBe(at.c?.y);
    expect(at.b?.x).toBeLessThan(at.c?.x ?? 0);
    expect(at.d?.y).toBeGreaterThan(at.b?.y ?? 0);
  });

  it("leaves out what leads nowhere and survives a way that goes back", () => {
    const { edges, nodes } = layoutDiagram(["a", "b"].map(node), [
      edge("a", "b"),
      edge("b", "a"),
      edge("a", "gone"),
    ]);
    expect(edges.map(({ from, to }) => `${from}${to}`)).toEqual(["ab", "ba"]);
    expect(nodes).toHaveLength(2);
  });

  it("lets no two boxes overlap and keeps all inside the picture, whatever the process", () => {
    const ids = fc.integer({ min: 1, max: 14 });
    fc.assert(
      fc.property(ids, fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 40 }), (n, pairs) => {
        const nodes = Array.from({ length: n }, (_, index) => node(String(index)));
        const {
          nodes: placed,
          width,
          height,
          edges,
        } = layoutDiagram(
          nodes,
          pairs.map(([a, b]) => edge(String(a), String(b))),
        );
        for (const [index, a] of placed.entries()) {
          expect(a.x >= 0 && a.x + BOX.width <= width && a.y >= 0 && a.y + BOX.height <= height).toBe(true);
          for (const b of placed.slice(index + 1))
            expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
        }
        for (const { points } of edges)
          for (const [x, y] of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }),
    );
  });

  it("cuts long names at two lines", () => {
    expect(wrapped("Tiếp nhận")).toEqual(["Tiếp nhận"]);
    expect(wrapped("Thẩm định hồ sơ, kiểm tra thực địa và dự thảo kết quả giải quyết thủ tục")).toEqual([
      "Thẩm định hồ sơ, kiểm tra thực",
      "địa và dự thảo kết quả giải…",
    ]);
  });
});

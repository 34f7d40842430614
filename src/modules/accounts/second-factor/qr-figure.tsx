import type { VNode } from "preact";
import { encode } from "uqr";

/** A QR code as SVG, black on white in both colour schemes, with the quiet zone that scanners need. */
export function QrFigure({ content, alt }: { readonly content: string; readonly alt: string }): VNode {
  const { data, size } = encode(content, { ecc: "M", border: 4 });
  const path = data
    .flatMap((cells, row) => cells.map((dark, column) => (dark ? `M${column} ${row}h1v1h-1z` : "")))
    .join("");
  return (
    <svg role="img" aria-label={alt} viewBox={`0 0 ${size} ${size}`} width="240" height="240">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

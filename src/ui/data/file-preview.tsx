import type { VNode } from "preact";
import { Icon } from "../icon.tsx";
import { useTexts } from "../lang.ts";

export type FilePreviewProps = {
  readonly href: string;
  readonly name: string;
  /** Media type as sniffed by the server, such as "application/pdf". */
  readonly contentType: string;
  /** As shown, such as "1,2 MB". */
  readonly size?: string | undefined;
};

const images = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

/** A paper of a case where it can be read at once: image, PDF, or a link for anything else. */
export function FilePreview({ href, name, contentType, size }: FilePreviewProps): VNode {
  const texts = useTexts();
  return (
    <div class="preview">
      <div class="bar">
        <Icon name="file" />
        <a href={href}>{name}</a>
        {size === undefined ? null : <span class="soft small">{size}</span>}
      </div>
      {images.has(contentType) ? <img src={href} alt={name} loading="lazy" /> : null}
      {contentType === "application/pdf" ? (
        <object data={href} type="application/pdf" aria-label={name}>
          <p class="empty">{texts.previewUnavailable}</p>
        </object>
      ) : null}
    </div>
  );
}

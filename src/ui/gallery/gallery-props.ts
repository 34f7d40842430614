import type { Lang } from "../lang.ts";
import type { AssetPaths } from "../shell/page-frame.tsx";

export type GalleryProps = { readonly lang: Lang; readonly assets: AssetPaths };

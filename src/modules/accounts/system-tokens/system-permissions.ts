import { PERMISSIONS, type Permission } from "../../../platform/permission.ts";

/** The permissions that a token of another system may carry. */
export const SYSTEM_PERMISSIONS: readonly Permission[] = (Object.keys(PERMISSIONS) as Permission[]).filter(
  (permission) => PERMISSIONS[permission].systems,
);

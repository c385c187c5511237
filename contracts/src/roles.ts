/**
 * Member roles, from lowest to highest: a `viewer` can read, an `operator` can also run shows, an `admin` can
 * also manage connections, settings, and members and read the audit log, and an `owner` can do everything.
 */
export const ROLES = ['viewer', 'operator', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

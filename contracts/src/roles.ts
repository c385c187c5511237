/**
 * Roles of members: a `viewer` reads, an `operator` also runs shows, an `admin` also manages connections,
 * settings, and members, and reads the audit log, and an `owner` can do everything. From lowest to highest.
 */
export const ROLES = ['viewer', 'operator', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

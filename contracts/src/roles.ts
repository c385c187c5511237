/**
 * Roles of members: `viewer` reads, `operator` runs shows, `admin` also connections, settings, members and
 * audit, `owner` everything. Ordered from lowest to highest.
 */
export const ROLES = ['viewer', 'operator', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

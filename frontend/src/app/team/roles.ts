import type { Role } from '@sellary/contracts';

/** What each role may do, as it is said to people. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  viewer: { name: 'Viewer', may: 'sees shows, summaries and exports' },
  operator: { name: 'Operator', may: 'also runs shows' },
  admin: { name: 'Admin', may: 'also connections, settings, people and the audit log' },
  owner: { name: 'Owner', may: 'everything, and makes other owners' },
};

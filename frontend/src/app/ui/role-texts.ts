import type { Role } from '@sellary/contracts';

/** Name of each role, and what its members can do. */
export const ROLE_TEXTS = {
  viewer: {
    name: $localize`:@@ui.role.viewer:Viewer`,
    rights: $localize`:@@ui.role.viewer.may:Sees shows and summaries, and exports data.`,
  },
  operator: {
    name: $localize`:@@ui.role.operator:Operator`,
    rights: $localize`:@@ui.role.operator.may:Also runs shows.`,
  },
  admin: {
    name: $localize`:@@ui.role.admin:Admin`,
    rights: $localize`:@@ui.role.admin.may:Also manages connections, settings, and people, and reads the audit log.`,
  },
  owner: {
    name: $localize`:@@ui.role.owner:Owner`,
    rights: $localize`:@@ui.role.owner.may:Can do everything, and can make other people owners.`,
  },
} satisfies Record<Role, { name: string; rights: string }>;

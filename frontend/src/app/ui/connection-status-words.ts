import type { Connection, ConnectionStatus } from '@sellary/contracts';
import type { IconName } from './icons';
import type { Severity } from './severity';

/** A connection that expires within this many days is marked, although it renews automatically. */
export const EXPIRES_SOON_DAYS = 7;

export interface ConnectionHealth {
  tone: Severity;
  icon: IconName;
  label: string;
}

const HEALTH = {
  removed: {
    tone: 'bad',
    icon: 'error',
    label: $localize`:The platform account no longer gives access|@@connections.health.removed:Access removed`,
  },
  expired: { tone: 'bad', icon: 'error', label: $localize`:@@connections.health.expired:Expired` },
  needsAttention: {
    tone: 'warn',
    icon: 'priority_high',
    label: $localize`:@@connections.health.needs-attention:Needs attention`,
  },
  expiresSoon: {
    tone: 'warn',
    icon: 'timer',
    label: $localize`:@@connections.health.expires-soon:Expires soon`,
  },
  connected: {
    tone: 'good',
    icon: 'check_circle',
    label: $localize`:@@connections.health.connected:Connected`,
  },
} satisfies Record<string, ConnectionHealth>;

/** The health implied by the status alone, or null if the connection still works. */
const HEALTH_OF_STATUS: Readonly<Record<ConnectionStatus, ConnectionHealth | null>> = {
  revoked: HEALTH.removed,
  expired: HEALTH.expired,
  active: null,
};

export function connectionHealth({ status, problem, daysLeft }: Connection): ConnectionHealth {
  const statusHealth = HEALTH_OF_STATUS[status];
  if (statusHealth !== null) return statusHealth;
  if (problem !== null) return HEALTH.needsAttention;
  return daysLeft !== null && daysLeft <= EXPIRES_SOON_DAYS ? HEALTH.expiresSoon : HEALTH.connected;
}

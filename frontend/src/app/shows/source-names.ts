import type { Connection, Source } from '@sellary/contracts';
import { platformName } from '../ui/platform-names';

type SourceAccount = Pick<Source, 'platform'> & Partial<Pick<Source, 'connectionId'>>;

/**
 * The connection that a source is read with. A source without one uses the platform's only active account.
 * Another account never takes the place of a disconnected one.
 */
export function connectionOf(
  { platform, connectionId = null }: SourceAccount,
  connections: readonly Connection[],
): Connection | undefined {
  if (connectionId !== null) return connections.find(({ id }) => id === connectionId);
  const active = connections.filter((other) => other.platform === platform && other.status === 'active');
  return active.length === 1 ? active[0] : undefined;
}

/** The platform, and the account if it is known: "Facebook · Wren & Willow". */
export const sourceName = (source: SourceAccount, connections: readonly Connection[]): string =>
  [platformName(source.platform), connectionOf(source, connections)?.displayName]
    .filter((part) => part !== undefined)
    .join(' · ');

/**
 * Returns the live video's number from its address, because the user can see it there. If the address has no
 * such number, returns the platform's id, or the address if there is no id.
 */
export const videoNumber = ({ liveUrl, liveId }: Partial<Pick<Source, 'liveUrl' | 'liveId'>>): string =>
  liveUrl?.match(/(?<=[/=])\d{5,}(?=[/?&#]|$)/g)?.at(-1) ?? liveId ?? liveUrl ?? '';

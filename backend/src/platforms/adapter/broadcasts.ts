import type { Broadcast } from '@sellary/contracts';
import type { ListedBroadcast } from '@sellary/extension-kit';

/** The broadcast as the API returns it. */
export const asBroadcast = ({ videoId: _, ...broadcast }: ListedBroadcast): Broadcast => broadcast;

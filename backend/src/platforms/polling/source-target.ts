import type { PlatformId, ShowStatus } from '@sellary/contracts';

/** A bound broadcast to be polled. */
export interface SourceTarget {
  id: string;
  showId: string;
  workspaceId: string;
  platform: PlatformId;
  liveId: string;
  connectionId: string | null;
  status: ShowStatus;
  /** ms since the epoch. */
  startedAt: number;
  endedAt: number | null;
}

export const targetKey = (target: Pick<SourceTarget, 'showId' | 'platform' | 'liveId'>): string =>
  `source ${target.showId} ${target.platform} ${target.liveId}`;

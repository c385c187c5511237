import type { ShowRules } from '@sellary/contracts';

/** A broadcast that comments come from. */
interface Source {
  platform: string;
  liveId: string;
}

/** Viewer delay of a broadcast, ms: its own rule, otherwise that of its platform. */
export function viewerDelayMs(
  { viewerDelaySeconds }: Pick<ShowRules, 'viewerDelaySeconds'>,
  { platform, liveId }: Source,
): number {
  const seconds = viewerDelaySeconds[`${platform}/${liveId}`] ?? viewerDelaySeconds[platform] ?? 0;
  return Math.round(seconds * 1_000);
}

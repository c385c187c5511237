import type { ShowRules } from '@sellary/contracts';

/** A broadcast that comments come from. */
interface Source {
  platform: string;
  liveId: string;
}

/** A broadcast's viewer delay, in ms, by its own rule or otherwise by its platform's. */
export function viewerDelayMs(
  { viewerDelaySeconds }: Pick<ShowRules, 'viewerDelaySeconds'>,
  { platform, liveId }: Source,
): number {
  const seconds = viewerDelaySeconds[`${platform}/${liveId}`] ?? viewerDelaySeconds[platform] ?? 0;
  return Math.round(seconds * 1_000);
}

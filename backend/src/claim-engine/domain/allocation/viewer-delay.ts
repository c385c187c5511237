import type { ShowRules } from '@sellary/contracts';

/** A broadcast that comments come from. */
interface Source {
  platform: string;
  liveId: string;
}

/**
 * A broadcast's viewer delay, in ms, from its own rule or, if it has none, from its platform's rule; 0 if
 * neither exists.
 */
export function viewerDelayMs(
  { viewerDelaySeconds }: Pick<ShowRules, 'viewerDelaySeconds'>,
  { platform, liveId }: Source,
): number {
  const seconds = viewerDelaySeconds[`${platform}/${liveId}`] ?? viewerDelaySeconds[platform] ?? 0;
  return Math.round(seconds * 1_000);
}

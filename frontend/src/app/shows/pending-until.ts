import type { ClaimWhy, Show } from '@sellary/contracts';

/**
 * Time at which a claim's fairness window is over, in ms since the epoch. The window begins at the claim's
 * fair time plus the longest viewer delay, but not before the claim time. By then, the viewers of every
 * source have seen what this viewer reacted to.
 */
export function pendingUntil(
  { claimTime, fairTime }: Pick<ClaimWhy, 'claimTime' | 'fairTime'>,
  { rules, sources }: Pick<Show, 'rules' | 'sources'>,
): number {
  const claimMs = Date.parse(claimTime);
  const fairMs = Date.parse(fairTime ?? claimTime);
  const delays = sources.map(
    ({ platform, liveId }) =>
      rules.viewerDelaySeconds[`${platform}/${liveId ?? ''}`] ?? rules.viewerDelaySeconds[platform] ?? 0,
  );
  return (
    fairMs +
    Math.max(claimMs - fairMs, ...delays.map((seconds) => seconds * 1_000)) +
    rules.fairnessWindowSeconds * 1_000
  );
}

/** Whole seconds from `now` to `until`. Stays at 1 after `until`, while the decision is on its way. */
export const secondsUntil = (until: number, now: number): number =>
  Math.max(1, Math.ceil((until - now) / 1_000));

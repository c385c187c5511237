import { MIN_DELAY_SAMPLES, type PlatformId, type ViewerDelayProposal } from '@sellary/contracts';
import { groupBy } from '../../kernel';

/** A source's first claim on an item after the item was shown. */
export interface FirstClaim {
  platform: PlatformId;
  liveId: string;
  /** Time from showing the item until the claim was written. */
  lagMs: number;
}

const STEP_SECONDS = 0.5;

/**
 * Proposes a viewer delay for each source. All viewers need some time to react, so only the differences
 * between sources matter. The median ignores individual viewers who already knew the item.
 */
export function proposeDelays(claims: readonly FirstClaim[]): ViewerDelayProposal[] {
  const groups = groupBy(claims, ({ platform, liveId }) => `${platform} ${liveId}`);
  const sources = groups.map((group) => {
    const [{ platform, liveId }] = group;
    return { platform, liveId, samples: group.length, medianMs: median(group.map(({ lagMs }) => lagMs)) };
  });
  const measured = sources.filter(({ samples }) => samples >= MIN_DELAY_SAMPLES);
  const fastest = Math.min(...measured.map(({ medianMs }) => medianMs));
  return sources
    .map(({ medianMs, ...source }) => ({
      ...source,
      firstClaimSeconds: Math.round(medianMs / 100) / 10,
      proposedSeconds:
        measured.length < 2 || source.samples < MIN_DELAY_SAMPLES
          ? null
          : Math.round((medianMs - fastest) / 1_000 / STEP_SECONDS) * STEP_SECONDS,
    }))
    .sort((a, b) => a.firstClaimSeconds - b.firstClaimSeconds);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

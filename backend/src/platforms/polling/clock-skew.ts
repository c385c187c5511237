const MAX_SAMPLES = 15;
/**
 * Uncertainty of one `Date` header, ms, because it is in whole seconds and the response takes time to arrive.
 */
const NOISE_MS = 2_000;

/** Minimum reported skew, ms. Such a skew means that one of the clocks is wrong. */
const MIN_REPORTED_MS = 15_000;

/** Warning for users; null if the clocks agree well enough. */
export function skewWarning(skewMs: number, platform: string): string | null {
  if (Math.abs(skewMs) < MIN_REPORTED_MS) return null;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return `This server's clock is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} ${platform}'s, so claim times are being adjusted. Correct the server's clock.`;
}

/**
 * Estimates how far the platform's clock is ahead of ours: the median of the latest responses, or 0 if it
 * is within their uncertainty.
 */
export class ClockSkew {
  private readonly samples: number[] = [];

  /** @param initialMs the skew before the first response */
  constructor(private readonly initialMs = 0) {}

  add(sampleMs: number | null): void {
    if (sampleMs === null) return;
    this.samples.push(sampleMs);
    if (this.samples.length > MAX_SAMPLES) this.samples.shift();
  }

  get ms(): number {
    if (this.samples.length === 0) return this.initialMs;
    const sorted = [...this.samples].sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return Math.abs(middle) <= NOISE_MS ? 0 : Math.round(middle);
  }
}

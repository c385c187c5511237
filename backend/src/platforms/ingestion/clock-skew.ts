const SAMPLES = 15;
/** What one `Date` header cannot tell: its cut-off second and the way of the answer. */
const NOISE_MS = 2_000;

/** How far the platform's clock is ahead of ours, from many answers: the middle of the latest, and 0 while it lies within what they cannot tell. */
export class ClockSkew {
  private readonly samples: number[] = [];

  add(sampleMs: number | null): void {
    if (sampleMs === null) return;
    this.samples.push(sampleMs);
    if (this.samples.length > SAMPLES) this.samples.shift();
  }

  get ms(): number {
    const sorted = [...this.samples].sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return Math.abs(middle) <= NOISE_MS ? 0 : Math.round(middle);
  }
}

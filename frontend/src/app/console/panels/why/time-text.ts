/** A duration for comparing two comments, such as "40 ms", "1.4 s", or "2 min 5 s". `ms` is not negative. */
export function timeText(ms: number): string {
  if (ms < 100) return $localize`:@@console.duration.ms:${ms}:count: ms`;
  if (ms < 60_000) return $localize`:@@console.duration.seconds:${(ms / 1000).toFixed(1)}:count: s`;
  const minutes = Math.floor(ms / 60_000);
  return $localize`:@@console.duration.minutes-seconds:${minutes}:minutes: min ${Math.round((ms % 60_000) / 1000)}:seconds: s`;
}

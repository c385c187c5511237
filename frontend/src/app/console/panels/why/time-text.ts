/** A duration for comparing two comments, such as "40 ms", "1.4 s", or "2 min 5 s". `ms` is not negative. */
export function timeText(ms: number): string {
  if (ms < 100) return $localize`:@@console.duration.ms:${ms}:count: ms`;
  if (ms < 59_950) return $localize`:@@console.duration.seconds:${(ms / 1000).toFixed(1)}:count: s`;
  const seconds = Math.round(ms / 1000);
  return $localize`:@@console.duration.minutes-seconds:${Math.floor(seconds / 60)}:minutes: min ${seconds % 60}:seconds: s`;
}

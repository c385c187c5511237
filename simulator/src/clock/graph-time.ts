/** `2026-11-22T19:05:12+0000`: one-second resolution, no colon in the offset. */
export function graphTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+0000`;
}

export const inSeconds = (ms: number): number => Math.floor(ms / 1000);

/** A time in the format of error messages: `Sunday, 22-Nov-26 10:00:00 PST`. */
export function pacificTime(ms: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    weekday: 'long',
    day: '2-digit',
    month: 'short',
    year: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  const day = `${part('weekday')}, ${part('day')}-${part('month')}-${part('year')}`;
  return `${day} ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`;
}

/**
 * Parses the `since` parameter: Unix seconds or an ISO time.
 * @returns milliseconds, or null if the text is neither
 */
export function parseGraphTime(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const time = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(time) ? null : time;
}

import type { SourceHealth, SourceProblem } from '@sellary/contracts';
import { clock } from '../../../ui/times';
import { formatNumber } from '../../../i18n/format-locale';
import type { Severity } from '../../../ui/severity';

/** Source problems in a few words. */
const WORDS: Readonly<Partial<Record<string, string>>> = {
  CONNECTION_EXPIRED: $localize`:State of a comment source@@console.source.signed-out:sign-in expired`,
  NO_CONNECTION: $localize`:State of a comment source@@console.source.not-connected:not connected`,
  PERMISSION_MISSING: $localize`:State of a comment source@@console.source.no-permission:permission missing`,
  THROTTLED: $localize`:The platform limits how often comments are read@@console.source.throttled:slowed down`,
  LIVE_GONE: $localize`:State of a comment source@@console.source.broadcast-gone:broadcast gone`,
  UNREACHABLE: $localize`:State of a comment source@@console.source.unreachable:not reachable`,
  PLATFORM_ERROR: $localize`:The platform rejects requests for comments@@console.source.refused:request refused`,
  COMMENTS_MISSING: $localize`:State of a comment source@@console.source.comments-missing:comments missing`,
  CLOCK_WAS_AHEAD: $localize`:Claims from this source do not count yet@@console.source.not-counting:not counting yet`,
  LIVE_ENDED: $localize`:State of a comment source@@console.source.ended:broadcast ended`,
  SILENT: $localize`:State of a comment source@@console.source.silent:silent`,
} satisfies Record<SourceProblem, string>;

/** Place to fix a problem: the Connections page, the choice of broadcast, or neither. */
type RepairPlace = 'connections' | 'broadcast' | 'elsewhere';

const REPAIR_PLACES: Readonly<Partial<Record<string, RepairPlace>>> = {
  CONNECTION_EXPIRED: 'connections',
  NO_CONNECTION: 'connections',
  PERMISSION_MISSING: 'connections',
  THROTTLED: 'elsewhere',
  LIVE_GONE: 'broadcast',
  UNREACHABLE: 'elsewhere',
  PLATFORM_ERROR: 'elsewhere',
  COMMENTS_MISSING: 'connections',
  CLOCK_WAS_AHEAD: 'elsewhere',
  LIVE_ENDED: 'broadcast',
  SILENT: 'broadcast',
} satisfies Record<SourceProblem, RepairPlace>;

/** Problems shown as a warning instead of an error, because it is possible that no comment was lost. */
const WARNINGS: ReadonlySet<SourceProblem> = new Set(['COMMENTS_MISSING', 'LIVE_ENDED', 'SILENT']);

// A newer server may report a problem that this page does not know.
export function problemWord({ problem, endedAt }: SourceHealth): string {
  if (endedAt !== undefined) return endedWord(endedAt);
  return WORDS[problem ?? ''] ?? $localize`:State of a comment source@@console.source.trouble:problem`;
}
const endedWord = (at: string): string =>
  $localize`:State of a comment source@@console.source.ended-at:broadcast ended at ${clock(at)}:time:`;
export const problemTone = ({ problem }: SourceHealth): Severity =>
  problem !== undefined && WARNINGS.has(problem) ? 'warn' : 'bad';
export const repairPlace = ({ problem }: SourceHealth): RepairPlace =>
  REPAIR_PLACES[problem ?? ''] ?? 'elsewhere';

/**
 * Explains a problem or a new broadcast, and what to do. Returns null if there is neither, or if the server's
 * message explains the problem.
 */
export function sourceText({ problem, successor, countedSince }: SourceHealth): string | null {
  if (problem === 'SILENT') return silenceText(countedSince);
  if (problem === 'LIVE_ENDED' || (problem === undefined && successor)) {
    return successor
      ? $localize`:@@console.source.successor-text:“${successor.title}:title:” is running. If you add it, comments written on it since the show began will count, too.`
      : $localize`:@@console.source.ended-text:Late comments are still read. If you start a new broadcast, it’ll be offered here.`;
  }
  return null;
}

function silenceText(count: number | undefined): string {
  if (count === undefined) {
    return $localize`:@@console.source.silent-unknown:No comments for over a minute. Check that the broadcast is running.`;
  }
  return count === 0
    ? $localize`:@@console.source.silent-quiet:No comments for over a minute. The platform counts none either, so viewers may just be quiet.`
    : $localize`:@@console.source.silent-count:No comments for over a minute. The platform counts ${formatNumber(count)}:count: more that did not arrive.`;
}

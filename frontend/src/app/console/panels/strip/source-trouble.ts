import type { SourceHealth, SourceProblem } from '@sellary/contracts';
import type { Severity } from '../../../ui/severity';

/** The problems of a source in two words. */
const WORDS: Readonly<Partial<Record<string, string>>> = {
  CONNECTION_EXPIRED: $localize`:State of a comment source@@console.source.signed-out:sign-in expired`,
  NO_CONNECTION: $localize`:State of a comment source@@console.source.not-connected:not connected`,
  PERMISSION_MISSING: $localize`:State of a comment source@@console.source.no-permission:permission missing`,
  THROTTLED: $localize`:The platform limits how often comments are read@@console.source.throttled:slowed down`,
  LIVE_GONE: $localize`:State of a comment source@@console.source.broadcast-gone:broadcast gone`,
  UNREACHABLE: $localize`:State of a comment source@@console.source.unreachable:not reachable`,
  PLATFORM_ERROR: $localize`:The platform refuses to give comments@@console.source.refused:request refused`,
  COMMENTS_MISSING: $localize`:State of a comment source@@console.source.comments-missing:comments missing`,
  CLOCK_WAS_AHEAD: $localize`:Claims of this source do not count yet@@console.source.not-counting:not counting yet`,
} satisfies Record<SourceProblem, string>;

/**
 * The place where a problem is fixed: on the Connections page, on the show's page, or outside the product.
 */
export type RepairPlace = 'connections' | 'show' | 'elsewhere';

const REPAIR_PLACES: Readonly<Partial<Record<string, RepairPlace>>> = {
  CONNECTION_EXPIRED: 'connections',
  NO_CONNECTION: 'connections',
  PERMISSION_MISSING: 'connections',
  THROTTLED: 'elsewhere',
  LIVE_GONE: 'show',
  UNREACHABLE: 'elsewhere',
  PLATFORM_ERROR: 'elsewhere',
  COMMENTS_MISSING: 'elsewhere',
  CLOCK_WAS_AHEAD: 'elsewhere',
} satisfies Record<SourceProblem, RepairPlace>;

/** Problems with which the source still delivers comments. */
const DOUBTFUL: ReadonlySet<SourceProblem> = new Set<SourceProblem>(['COMMENTS_MISSING']);

// A newer server may report a problem that this page does not know.
export const troubleWord = ({ problem }: SourceHealth): string =>
  WORDS[problem ?? ''] ?? $localize`:State of a comment source@@console.source.trouble:has a problem`;
export const troubleTone = ({ problem }: SourceHealth): Severity =>
  problem !== undefined && DOUBTFUL.has(problem) ? 'warn' : 'bad';
export const repairPlace = ({ problem }: SourceHealth): RepairPlace =>
  REPAIR_PLACES[problem ?? ''] ?? 'elsewhere';

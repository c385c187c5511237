import type { ShowHeartbeat, Source, SourceHealth, SourceState } from '@sellary/contracts';
import type { IconName } from '../../../ui/icons';
import { platformName } from '../../../ui/platform-names';
import type { Severity } from '../../../ui/severity';
import type { LinkHealth } from '../../state/link/link-health';
import { troubleTone, troubleWord } from './source-trouble';

interface Look {
  readonly word: string;
  readonly tone: Severity;
  readonly icon: IconName;
}

/** A source as the strip and the list of sources show it. */
interface SourceView extends Look {
  readonly id: string;
  readonly name: string;
  /** Undefined before the first heartbeat, and when the last one is old. */
  readonly pulse: SourceHealth | undefined;
}

const SOURCE_STATES: Record<SourceState, Look> = {
  live: {
    word: $localize`:State of a comment source@@console.source.delivering:delivering`,
    tone: 'good',
    icon: 'check_circle',
  },
  waiting: {
    word: $localize`:The source has delivered no comment yet@@console.source.nothing-yet:nothing yet`,
    tone: 'mute',
    icon: 'hourglass_empty',
  },
  idle: {
    word: $localize`:State of a comment source@@console.source.idle:idle`,
    tone: 'mute',
    icon: 'pause',
  },
  ended: {
    word: $localize`:State of a comment source@@console.source.ended:broadcast ended`,
    tone: 'mute',
    icon: 'stop_circle',
  },
  trouble: {
    word: $localize`:State of a comment source@@console.source.trouble:has a problem`,
    tone: 'bad',
    icon: 'error',
  },
};
/** The state before the first heartbeat, and when the last one is old. */
const UNKNOWN: Look = {
  word: $localize`:State of a comment source@@console.source.unknown:unknown`,
  tone: 'mute',
  icon: 'help',
};

export function sourceStates(
  sources: readonly Source[],
  heartbeat: ShowHeartbeat | null,
  health: LinkHealth,
): SourceView[] {
  const pulses = new Map((heartbeat?.sources ?? []).map((source) => [source.id, source]));
  const fresh = health.state !== 'no_response';
  return sources.map(({ id, platform }) => {
    const pulse = fresh ? pulses.get(id) : undefined;
    return { id, name: platformName(platform), ...lookOf(pulse), pulse };
  });
}

function lookOf(pulse: SourceHealth | undefined): Look {
  if (pulse === undefined) return UNKNOWN;
  const state = SOURCE_STATES[pulse.state];
  const isTrouble = pulse.state === 'trouble' || pulse.problem !== undefined;
  return {
    ...state,
    ...((isTrouble || pulse.endedAt !== undefined) && { word: troubleWord(pulse) }),
    ...(isTrouble && { tone: troubleTone(pulse), icon: 'error' }),
  };
}

/** The tooltip of a source: the delay of its comments, or its problem. */
export function detailsOf(source: SourceHealth | undefined): string {
  if (!source) return $localize`:@@console.source.no-state:The state of this source is unknown right now.`;
  if (source.state === 'trouble') {
    return source.message ?? $localize`:@@console.source.no-comments:Comments are not arriving.`;
  }
  const parts = [source.message ?? ''];
  if (source.lagMs !== null) {
    parts.push(
      $localize`:@@console.source.lag:Comments arrive ${(source.lagMs / 1000).toFixed(1)}:seconds: s after they are written.`,
    );
  }
  return parts.filter(Boolean).join(' ') || $localize`:@@console.source.no-comment-yet:No comments yet.`;
}

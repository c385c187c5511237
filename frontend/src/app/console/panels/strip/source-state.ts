import type { ShowHeartbeat, Source, SourceHealth, SourceState } from '@sellary/contracts';
import type { IconName } from '../../../ui/icons';
import { shortSourceName } from '../../../ui/platform-names';
import type { Severity } from '../../../ui/severity';
import type { LinkHealth } from '../../state/link/link-health';
import { problemTone, problemWord, sourceText } from './source-problem';

interface SourceLook {
  readonly word: string;
  readonly tone: Severity;
  readonly icon: IconName;
}

/** A source as shown in the strip and the source list. */
interface SourceView extends SourceLook {
  readonly id: string;
  readonly name: string;
  /** Undefined before the first heartbeat, or if the last heartbeat is old. */
  readonly health: SourceHealth | undefined;
  /** Its problem and what to do, and the delay of its comments. */
  readonly details: string;
}

const SOURCE_STATES: Record<SourceState, SourceLook> = {
  live: {
    word: $localize`:State of a comment source@@console.source.delivering:delivering`,
    tone: 'good',
    icon: 'check_circle',
  },
  waiting: {
    word: $localize`:The source has not delivered any comments yet@@console.source.nothing-yet:no comments yet`,
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
    word: $localize`:State of a comment source@@console.source.trouble:problem`,
    tone: 'bad',
    icon: 'error',
  },
};
/** The state before the first heartbeat, or if the last heartbeat is old. */
const UNKNOWN: SourceLook = {
  word: $localize`:State of a comment source@@console.source.unknown:status unknown`,
  tone: 'mute',
  icon: 'help',
};

export function sourceStates(
  sources: readonly Source[],
  heartbeat: ShowHeartbeat | null,
  link: LinkHealth,
): SourceView[] {
  const healthById = new Map((heartbeat?.sources ?? []).map((source) => [source.id, source]));
  const isFresh = link.state !== 'no_response';
  return sources.map((source) => {
    const { id } = source;
    const health = isFresh ? healthById.get(id) : undefined;
    return {
      id,
      name: shortSourceName(source, sources),
      ...lookOf(health),
      health,
      details: detailsOf(health),
    };
  });
}

function lookOf(health: SourceHealth | undefined): SourceLook {
  if (health === undefined) return UNKNOWN;
  const state = SOURCE_STATES[health.state];
  const hasProblem = health.state === 'trouble' || health.problem !== undefined;
  return {
    ...state,
    ...((hasProblem || health.endedAt !== undefined) && { word: problemWord(health) }),
    ...(hasProblem && { tone: problemTone(health), icon: 'error' }),
  };
}

function detailsOf(source: SourceHealth | undefined): string {
  if (!source) return $localize`:@@console.source.no-state:The state of this source is unknown right now.`;
  const problem = sourceText(source) ?? source.message;
  if (source.state === 'trouble') {
    return problem ?? $localize`:@@console.source.no-comments:Comments are not arriving.`;
  }
  const parts = [problem ?? ''];
  if (source.lagMs !== null) {
    parts.push(
      $localize`:@@console.source.lag:Comments arrive ${(source.lagMs / 1000).toFixed(1)}:seconds: s after they are written.`,
    );
  }
  return parts.filter(Boolean).join(' ') || $localize`:@@console.source.no-comment-yet:No comments yet.`;
}

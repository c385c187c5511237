import { formatNumber } from '../../../i18n/format-locale';
import type { Severity } from '../../../ui/severity';

/** The state of the link: whether the page is up to date. */
export interface LinkHealth {
  state: 'connecting' | 'up_to_date' | 'catching_up' | 'no_response' | 'lost';
  tone: Severity;
  word: string;
  /** A whole sentence for the health strip, or null if no heartbeat is overdue. */
  warning: string | null;
  /** True if acts may be sent, which requires recent heartbeats over the current connection. */
  mayAct: boolean;
}

interface Facts {
  /** Ms since the last heartbeat, or null before the first. */
  sinceBeat: number | null;
  /** Ms since the first attempt to connect. */
  sinceStart: number;
  /** True if the show's room is joined and a heartbeat came over this connection. */
  isConfirmed: boolean;
  /** Number of ledger rows missing from this page, according to the last heartbeat. */
  missing: number;
  /** True if the server responds but no live connection gets through. */
  isBlocked: boolean;
}

const AMBER_AFTER_MS = 5_000;
const RED_AFTER_MS = 15_000;

/** Computes the link health. Only a recent heartbeat makes the link green. */
export function linkHealth({ sinceBeat, sinceStart, isConfirmed, missing, isBlocked }: Facts): LinkHealth {
  const silence = sinceBeat ?? sinceStart;
  if (silence >= AMBER_AFTER_MS) {
    const length = durationText(silence);
    return {
      state: 'no_response',
      tone: silence >= RED_AFTER_MS ? 'bad' : 'warn',
      word: isBlocked
        ? $localize`:@@console.link.blocked:Live connection blocked`
        : $localize`:@@console.link.silent:No response for ${length}:duration:`,
      warning: isBlocked
        ? $localize`:@@console.link.blocked-warning:The server responds, but the network or a proxy blocks the live connection. This view may be out of date, so changes are paused.`
        : $localize`:@@console.link.silent-warning:No response from the server for ${length}:duration:. This view may be out of date, so changes are paused.`,
      mayAct: false,
    };
  }
  if (sinceBeat === null) {
    return {
      state: 'connecting',
      tone: 'mute',
      word: $localize`:@@console.link.connecting:Connecting`,
      warning: null,
      mayAct: false,
    };
  }
  if (!isConfirmed) {
    return {
      state: 'lost',
      tone: 'warn',
      word: $localize`:@@console.link.reconnecting:Reconnecting`,
      warning: null,
      mayAct: false,
    };
  }
  if (missing > 0) {
    return {
      state: 'catching_up',
      tone: 'wait',
      word: $localize`:Number of updates still missing@@console.link.catching-up:Catching up: ${formatNumber(missing)}:count: updates`,
      warning: null,
      mayAct: true,
    };
  }
  return {
    state: 'up_to_date',
    tone: 'good',
    word: $localize`:@@console.link.up-to-date:Up to date`,
    warning: null,
    mayAct: true,
  };
}

/**
 * A duration such as "6 s", "12 min", or "3 h". A long duration is rounded down to whole minutes or hours.
 */
function durationText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 120) return $localize`:@@console.duration.seconds:${seconds}:count: s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120
    ? $localize`:@@console.duration.minutes:${minutes}:count: min`
    : $localize`:@@console.duration.hours:${Math.floor(minutes / 60)}:count: h`;
}

import type { Tone } from '../../ui/tone';

/** How sure one can be that the page shows what is so. */
export interface LinkHealth {
  state: 'connecting' | 'up_to_date' | 'catching_up' | 'no_response' | 'lost';
  tone: Tone;
  word: string;
  /** A whole sentence for the strip when it must be read; null when all is well. */
  warning: string | null;
  /** Acts are held back while what is on the screen may be old. */
  mayAct: boolean;
}

export interface LinkFacts {
  /** Ms since the last pulse; null before the first. */
  sincePulse: number | null;
  /** Ms since the connection was first asked for. */
  sinceStart: number;
  /** Whether the room is joined and a pulse came over this connection. */
  confirmed: boolean;
  /** Ledger rows the server has and this page has not, by the last pulse. */
  behind: number;
  /** Whether no live connection gets through although the server answers. */
  isBlocked: boolean;
}

export const AMBER_AFTER_MS = 5_000;
export const RED_AFTER_MS = 15_000;

/** Green is earned by each pulse: silence is never taken for good news. */
export function linkHealth({ sincePulse, sinceStart, confirmed, behind, isBlocked }: LinkFacts): LinkHealth {
  const silence = sincePulse ?? sinceStart;
  if (silence >= AMBER_AFTER_MS) {
    const length = lengthOf(silence);
    return {
      state: 'no_response',
      tone: silence >= RED_AFTER_MS ? 'bad' : 'warn',
      word: isBlocked ? 'Live connection blocked' : `No response for ${length}`,
      warning: isBlocked
        ? 'The server answers, but the network or a proxy blocks the live connection. This view may be out of date, so actions are paused.'
        : `No response from the server for ${length}. This view may be out of date, so actions are paused.`,
      mayAct: false,
    };
  }
  if (sincePulse === null) return { state: 'connecting', tone: 'mute', word: 'Connecting', warning: null, mayAct: false };
  if (!confirmed) return { state: 'lost', tone: 'warn', word: 'Reconnecting', warning: null, mayAct: false };
  if (behind > 0) {
    return { state: 'catching_up', tone: 'wait', word: `Catching up ${behind.toLocaleString('en')}`, warning: null, mayAct: true };
  }
  return { state: 'up_to_date', tone: 'good', word: 'Up to date', warning: null, mayAct: true };
}

/** "6 s", "12 min", "3 h": after a night's sleep nobody counts seconds. */
function lengthOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

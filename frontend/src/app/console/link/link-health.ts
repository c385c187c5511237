import type { Tone } from '../../ui/tone';

/** How sure one can be that the page shows what is so. */
export interface LinkHealth {
  state: 'connecting' | 'in_step' | 'catching_up' | 'no_word' | 'lost';
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
  joined: boolean;
  /** Ledger rows the server has and this page has not, by the last pulse. */
  behind: number;
}

export const AMBER_AFTER_MS = 5_000;
export const RED_AFTER_MS = 15_000;

/** Green is earned by each pulse: silence is never taken for good news. */
export function linkHealth({ sincePulse, sinceStart, joined, behind }: LinkFacts): LinkHealth {
  const silence = sincePulse ?? sinceStart;
  if (silence >= AMBER_AFTER_MS) {
    const seconds = Math.floor(silence / 1000);
    return {
      state: 'no_word',
      tone: silence >= RED_AFTER_MS ? 'bad' : 'warn',
      word: `No word for ${seconds} s`,
      warning: `No word from the server for ${seconds} s. What you see may be old; acts are held back.`,
      mayAct: false,
    };
  }
  if (sincePulse === null) return { state: 'connecting', tone: 'mute', word: 'Connecting', warning: null, mayAct: false };
  if (!joined) return { state: 'lost', tone: 'warn', word: 'Reconnecting', warning: null, mayAct: false };
  if (behind > 0) {
    return { state: 'catching_up', tone: 'wait', word: `Catching up ${behind.toLocaleString('en')}`, warning: null, mayAct: true };
  }
  return { state: 'in_step', tone: 'good', word: 'In step', warning: null, mayAct: true };
}

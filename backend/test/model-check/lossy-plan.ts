import { seeded } from '../seeded';
import type { OracleComment } from './oracle-types';
import { PHRASES } from './plan';
import type { ViewerComment } from './viewer-comment';

/** A planned comment. `at` is in ms from the start of the show, as everywhere in the plan. */
interface PlannedComment {
  at: number;
  text: string;
  meaning: OracleComment['meaning'];
  author: { id: string; name: string };
  byHost: boolean;
  /** The platform hides its author. */
  anonymous: boolean;
  /** The platform's list of comments omits it by default. */
  lowQuality: boolean;
  /** A reply to the previous comment. */
  reply: boolean;
  /** Time for which the platform holds the comment back, in ms. */
  heldMs: number;
}

export interface LossyPlan {
  comments: PlannedComment[];
  /** Times at which the program is killed, and the time until it starts again. */
  kills: { at: number; awayMs: number }[];
  /** The platform's throttling errors. */
  throttles: { at: number; code: number }[];
  /** Percentage that the usage headers report, beginning at the time `at`. */
  usage: { at: number; percent: number }[];
  stopAt: number;
}

const MAX_HOLD_MS = 90_000;
export const LOSSY_ITEMS = Array.from({ length: 14 }, (_, index) => ({
  itemNumber: String(index + 1),
  totalQuantity: 1 + ((index * 7) % 30),
}));
/** Item numbers, including one that no item has. */
const KEYS = [...LOSSY_ITEMS.map(({ itemNumber }) => itemNumber), '77'];
const VIEWERS = 240;
const BEFORE_MS = 10_000;
const AFTER_MS = 8_000;

/**
 * Plans some comments before the show and after its end, and the rest during it. `perSecond` is the comment
 * rate.
 */
export function planLossyDay(
  seed: number,
  count: number,
  kills: number,
  perSecond: number,
  hostId: string,
): LossyPlan {
  const chance = seeded(seed);
  const commentingMs = (count / perSecond) * 1_000 - BEFORE_MS - AFTER_MS;
  const comments = Array.from({ length: count }, (_, index) => {
    const key = KEYS[Math.floor(chance() ** 2 * KEYS.length)] ?? '1';
    const phrase = PHRASES[Math.floor(chance() * PHRASES.length)];
    const viewer = Math.floor(chance() * VIEWERS);
    const byHost = chance() < 0.01;
    return {
      at: Math.floor((index / count) * (commentingMs + BEFORE_MS + AFTER_MS) - BEFORE_MS),
      text: phrase?.text(key) ?? '',
      meaning: phrase?.meaning(key) ?? ('chatter' as const),
      author: byHost
        ? { id: hostId, name: 'The page' }
        : { id: `9${String(viewer).padStart(6, '0')}`, name: `Viewer ${viewer}` },
      byHost,
      anonymous: !byHost && chance() < 0.05,
      lowQuality: chance() < 0.15,
      reply: chance() < 0.1,
      heldMs: chance() < 0.15 ? Math.floor(chance() * MAX_HOLD_MS) : 0,
    };
  });
  const at = (share: number): number => Math.floor(commentingMs * share);
  return {
    comments,
    kills: Array.from({ length: kills }, (_, index) => ({
      at: at((index + 0.3 + chance() * 0.4) / kills),
      awayMs: 1_000 + chance() * 40_000,
    })),
    // The last throttle hits the scan after the show's end.
    throttles: [
      ...(commentingMs > 600_000
        ? [4, 32, 80_001].map((code, index) => ({ at: at(0.2 + index * 0.25), code }))
        : []),
      { at: commentingMs + 50, code: 80_001 },
    ],
    usage: [
      { at: at(0.05), percent: 80 },
      { at: at(0.1), percent: 92 },
      { at: at(0.15), percent: 1 },
    ],
    stopAt: commentingMs,
  };
}

/** Returns a planned comment as the oracle receives it. `at` is when it was written, in ms. */
export function viewerCommentOf(
  commentId: string,
  { author, anonymous, meaning, byHost }: LossyPlan['comments'][number],
  at: number,
): ViewerComment {
  return {
    commentId,
    userId: anonymous ? `hidden:${commentId}` : author.id,
    authorId: author.id,
    timestamp: `${new Date(Math.floor(at / 1_000) * 1_000).toISOString().slice(0, 19)}Z`,
    meaning,
    byHost,
  };
}

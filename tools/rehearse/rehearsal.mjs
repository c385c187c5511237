// Runs one rehearsal: a show on the product, its audience, and a report on the comments' outcomes.
import { setTimeout as delay } from 'node:timers/promises';
import { audience } from '../../simulator/src/audience/audience.cjs';
import { STOCK } from '../../simulator/src/audience/stock.cjs';
import { CLAIM_WORDS, PASS_WORDS } from '../../simulator/src/audience/voices.cjs';
import { DEMO, Product, ProductError } from './product.mjs';

/**
 * @typedef {{ url: string, rate: number, minutes: number | null, seed: number, burst: number }}
 * RehearsalOptions
 */
/** @typedef {{ sent: number, failed: number, outcomes: Record<string, number> }} Tally */

const NAME_PREFIX = 'Rehearsal';
/**
 * Maximum number of requests without a response. At this maximum, the product is the bottleneck, so the
 * audience waits and the rate falls to what the product can handle.
 */
const MAX_CONCURRENT = 500;
const PROGRESS_EVERY_MS = 10_000;

/**
 * @param {RehearsalOptions} options
 * @param {AbortSignal} ending
 * @param {(line: string) => void} print
 * @returns {Promise<Tally>}
 */
export async function rehearse({ url, rate, minutes, seed, burst }, ending, print) {
  const product = new Product(url.replace(/\/+$/, ''));
  await product.signIn();
  const show = await openShow(product);
  print(`Console   ${product.url}/shows/${show.id}/console`);
  print(`Sign in   ${DEMO.email} / ${DEMO.password}`);
  print(
    `Audience  ${rate} comments/s, seed ${seed}, ${minutes === null ? 'until Ctrl-C' : `for ${minutes} min`}`,
  );

  /** @type {Tally} */
  const tally = { sent: 0, failed: 0, outcomes: {} };
  const progressTimer = setInterval(() => print(formatTally(tally)), PROGRESS_EVERY_MS);
  /** @type {Set<Promise<void>>} */
  const inFlight = new Set();
  const deadline = minutes === null ? Infinity : Date.now() + minutes * 60_000;
  let dueAt = Date.now();
  try {
    for (const event of audience({ seed, items: STOCK, rate, burst })) {
      dueAt += event.afterMs;
      if (dueAt > deadline) break;
      // Scheduled by the clock, not by the previous response, so that a slow product does not slow down its
      // audience.
      await delay(Math.max(0, dueAt - Date.now()), undefined, { signal: ending }).catch(() => undefined);
      if (ending.aborted) break;
      if (inFlight.size >= MAX_CONCURRENT) await Promise.race(inFlight);
      const work =
        event.type === 'comment'
          ? sendComment(product, show.id, event, ending, tally)
          : showItem(product, show, event.itemNumber);
      inFlight.add(work);
      void work.finally(() => inFlight.delete(work));
    }
    await Promise.all(inFlight);
  } finally {
    clearInterval(progressTimer);
  }
  return tally;
}

/** @param {Tally} tally */
export function formatTally({ sent, failed, outcomes }) {
  const parts = Object.entries(outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${count} ${outcome}`);
  return `${sent} sent: ${parts.join(', ') || 'no response yet'}${failed > 0 ? `; ${failed} FAILED` : ''}`;
}

/** @param {Product} product */
async function openShow(product) {
  // The previous rehearsal was left open so that its claims could be inspected. Two audiences at once would
  // be confusing.
  const { shows } = await product.call('GET', '/api/shows?status=active&limit=200');
  for (const { id, name } of shows) {
    if (name.startsWith(NAME_PREFIX)) await product.call('POST', `/api/shows/${id}/stop`);
  }
  const name = `${NAME_PREFIX} ${new Date().toISOString().slice(0, 16).replace('T', ' ')}`;
  const show = await product.call('POST', '/api/shows', {
    name,
    sources: [{ platform: 'rehearsal' }],
    claimWords: CLAIM_WORDS,
    passWords: PASS_WORDS,
  });
  const { items } = await product.call('POST', `/api/shows/${show.id}/items`, { items: STOCK });
  await product.call('POST', `/api/shows/${show.id}/activate`, {});
  /** @type {Map<string, string>} */
  const itemIds = new Map(
    items.map((/** @type {{ itemNumber: string, id: string }} */ item) => [item.itemNumber, item.id]),
  );
  return { id: String(show.id), itemIds };
}

/**
 * @param {Product} product
 * @param {string} showId
 * @param {import('../../simulator/src/audience/audience.cjs').AudienceComment} comment
 * @param {AbortSignal} ending
 * @param {Tally} tally
 */
async function sendComment(product, showId, { key, userId, userHandle, text }, ending, tally) {
  tally.sent += 1;
  try {
    const { outcome } = await product.comment(
      { showId, commentId: `${showId}-${key}`, userId, userHandle, text },
      ending,
    );
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
  } catch (error) {
    if (!(error instanceof ProductError)) throw error;
    tally.failed += 1;
  }
}

/**
 * @param {Product} product
 * @param {{ id: string, itemIds: Map<string, string> }} show
 * @param {string} itemNumber
 */
async function showItem(product, show, itemNumber) {
  const itemId = show.itemIds.get(itemNumber);
  // A failure is harmless: an operator may have removed the item or ended the show.
  await product.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId }).catch(() => undefined);
}

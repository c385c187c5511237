import type { ShowEvent } from '@sellary/contracts';
import { eventually } from '../eventually';
import { WaveRequests, type Call, type Edit } from './wave-requests';
import { COUNTED_WORD, pickFrom, ITEM_KEYS, ITEM_NUMBERS, type PlannedAct, SIZED_ITEM, SIZES } from './plan';
import { addsVariants } from './act-inputs';
import type { OracleItem, OracleIntent } from './oracle-types';
import { type GetJson, readEvents } from './show-audit';
import type { ViewerComment } from './viewer-comment';
import { SentComments } from './sent-comments';
import type { Witness } from './witness';

/** Lets several callers act on a show at once, wave by wave, and compares every response with the oracle. */
export class Driver {
  private readonly comments: SentComments;
  private waveRequests: WaveRequests;
  private nextCaller = 0;

  constructor(
    private readonly callers: readonly Call[],
    private readonly get: GetJson,
    private readonly showId: string,
    private readonly witness: Witness,
    private seq: number,
    private readonly deleteComment: (commentId: string) => Promise<void>,
  ) {
    this.comments = new SentComments(() => this.caller(), showId, witness);
    this.waveRequests = this.newWaveRequests();
  }

  /** Sends all acts at the same time, then follows the ledger to its end. */
  async wave(acts: readonly PlannedAct[]): Promise<void> {
    this.waveRequests = this.newWaveRequests();
    // Every act is planned from the state before the wave, as if the operators acted at the same time.
    const requests = acts.flatMap((act) => this.prepare(act));
    await Promise.all(requests.map((send) => send()));
    await this.catchUp();
  }

  /** Makes many viewers each send `times` copies of a comment, all at the same time. */
  async crowd(
    viewers: { userId: string; text: string; meaning: ViewerComment['meaning']; times: number }[],
  ): Promise<void> {
    this.waveRequests = this.newWaveRequests();
    const comments = viewers.map(({ text, times, ...viewer }) => {
      const comment = this.comments.add({ ...viewer, timestamp: null }, text);
      return repeat(times, () => this.comments.say(comment));
    });
    await Promise.all(comments.flat().map((say) => say()));
    await this.catchUp();
  }

  /** Waits until the fairness window is over for all comments or a difference is found. */
  async awaitWindow(): Promise<void> {
    await eventually(
      () => this.wave([]).then(() => this.witness.oracle.allPending().length),
      (waiting) => waiting === 0 || this.witness.differences.length > 0,
    );
  }

  private async catchUp(): Promise<void> {
    const events = await readEvents(this.get, this.showId, this.seq);
    this.seq = events[events.length - 1]?.seq ?? this.seq;
    this.follow(events);
    this.comments.compareOutcomes();
  }

  private follow(events: ShowEvent[]): void {
    const unmet = this.waveRequests.allConditions();
    this.witness.follow(events, (step) => this.waveRequests.removeTrue(step, unmet));
    for (const { text, seq } of unmet) {
      this.witness.reportDifference(`never true${seq === null ? '' : ` (row ${seq})`}: ${text}`);
    }
  }

  private newWaveRequests(): WaveRequests {
    return new WaveRequests(() => this.caller(), this.showId, this.witness, this.seq);
  }

  private caller(): Call {
    const caller = pickFrom(this.callers, (this.nextCaller += 1));
    if (caller === undefined) throw new Error('there are no callers');
    return caller;
  }

  private prepare(act: PlannedAct): (() => Promise<void>)[] {
    const { oracle } = this.witness;
    const show = `/api/shows/${this.showId}`;
    switch (act.kind) {
      case 'say': {
        const comment = this.comments.compose(act.comment);
        return repeat(act.times, () => this.comments.say(comment));
      }
      case 'bulk': {
        const comments = act.comments.map((comment) => this.comments.compose(comment));
        return [() => this.comments.bulk(comments)];
      }
      case 'repeat': {
        const comment = this.comments.redelivery(act.pick, act.edited);
        return comment === undefined ? [] : [() => this.comments.say(comment)];
      }
      case 'delete': {
        const comment = pickFrom(this.comments.sent, act.pick);
        return comment === undefined ? [] : [() => this.deleteComment(comment.commentId)];
      }
      case 'release': {
        const claim = pickFrom(oracle.claims, act.pick);
        return claim === undefined ? [] : repeat(act.times, () => this.waveRequests.release(claim.id));
      }
      case 'award':
        return this.onItem(act.item, ({ id }) => repeat(act.times, () => this.waveRequests.award(id, act)));
      case 'undo': {
        // An undo never removes the item with variants, so that comments that name a variant keep their
        // meaning.
        const acts = this.witness.acts.filter((row) => !addsVariants(row.act)).reverse();
        const row = acts[act.pick % Math.max(1, acts.length)];
        return row === undefined ? [] : repeat(act.times, () => this.waveRequests.undo(row.seq));
      }
      case 'quantity':
        return this.onItem(act.item, ({ id }) => [() => this.waveRequests.setQuantity(id, act.total)]);
      case 'addItem': {
        const key = pickFrom(ITEM_KEYS, act.item) ?? '';
        const body = {
          items: [
            {
              itemNumber: pickFrom(ITEM_NUMBERS, act.item),
              price: act.total * 7,
              ...(act.hasVariants
                ? { variants: SIZES.map((name) => ({ name, totalQuantity: act.total })) }
                : { totalQuantity: act.total }),
            },
          ],
        };
        return this.perform('POST', `${show}/items`, body, {
          201: () => oracle.hasItem(key),
          ITEM_NUMBER_TAKEN: () => oracle.hasItem(key),
        });
      }
      case 'removeItem':
        return this.onPlainItem(act.item, ({ id, key }) =>
          this.perform('DELETE', `${show}/items/${id}`, undefined, {
            204: () => oracle.itemById(id) === undefined,
            ITEM_HAS_CLAIMS: () =>
              oracle.claims.some((claim) => claim.key === key || claim.key === oracle.itemById(id)?.key),
            NOT_FOUND: () => oracle.itemById(id) === undefined,
          }),
        );
      case 'withdraw':
        return this.onItem(act.item, ({ id: line }) => {
          const [id = ''] = line.split('/');
          const isDone = (): boolean =>
            oracle.linesOf(id).some(({ withdrawn }) => withdrawn === (act.to === 'withdraw'));
          const path = `${show}/items/${id}/${act.to}`;
          const expected = { 200: isDone, NOT_FOUND: () => oracle.linesOf(id).length === 0 };
          return repeat(act.times, () => this.waveRequests.perform('POST', path, {}, expected));
        });
      case 'renumber': {
        const to = pickFrom(ITEM_KEYS, act.to) ?? '';
        const body = { itemNumber: pickFrom(ITEM_NUMBERS, act.to) };
        return this.onPlainItem(act.item, ({ id, key }) =>
          this.perform('PATCH', `${show}/items/${id}`, body, {
            200: () => oracle.itemById(id)?.key === to,
            ITEM_HAS_CLAIMS: () =>
              oracle.claims.some((claim) => claim.key === key || claim.key === oracle.itemById(id)?.key),
            ITEM_WITHDRAWN: () => oracle.itemById(id)?.withdrawn === true,
            ITEM_NUMBER_TAKEN: () => oracle.hasItem(to) && oracle.item(to)?.id !== id,
            NOT_FOUND: () => oracle.itemById(id) === undefined,
          }),
        );
      }
      case 'status': {
        const from: readonly string[] = { pause: ['active'], resume: ['paused'], stop: ['active', 'paused'] }[
          act.step
        ];
        const to = { pause: 'paused', resume: 'active', stop: 'ended' }[act.step];
        const expected = {
          200: () => oracle.status === to,
          INVALID_TRANSITION: () => !from.includes(oracle.status),
        };
        return this.perform('POST', `${show}/${act.step}`, {}, expected);
      }
      case 'rules':
        return this.perform('PATCH', `${show}/rules`, act.rules, ALWAYS);
      case 'flag': {
        const claim = pickFrom(oracle.claims, act.pick);
        const body = { flagged: act.pick % 2 === 0 };
        return claim === undefined ? [] : this.perform('PATCH', `/api/claims/${claim.id}`, body, ALWAYS);
      }
      case 'accept': {
        const review = pickFrom(oracle.reviews, act.pick);
        const edit = this.editOf(act);
        return review === undefined ? [] : repeat(act.times, () => this.waveRequests.accept(review, edit));
      }
      case 'dismiss': {
        const review = pickFrom(oracle.reviews, act.pick);
        return review === undefined ? [] : [() => this.waveRequests.dismiss(review)];
      }
      case 'resolve': {
        const reviews = oracle.reviews.slice(-act.count);
        return reviews.length === 0
          ? []
          : repeat(act.times, () => this.waveRequests.resolve(reviews, act.action));
      }
      case 'countWord':
        return [() => this.waveRequests.countWord(COUNTED_WORD)];
      case 'nowShowing':
        return this.onPlainItem(act.item, ({ id }) => {
          const expected = { ...ALWAYS, NOT_FOUND: () => oracle.itemById(id) === undefined };
          return this.perform('PUT', `${show}/now-showing`, { itemId: id }, expected);
        });
      case 'dismissNumber': {
        const body = { itemNumbers: [pickFrom(ITEM_NUMBERS, act.item)], dismissed: act.dismissed };
        return this.perform('PUT', `${show}/dismissed-numbers`, body, ALWAYS);
      }
    }
  }

  private perform(...request: Parameters<WaveRequests['perform']>): (() => Promise<void>)[] {
    return [() => this.waveRequests.perform(...request)];
  }

  private editOf({ edit, item }: Pick<Extract<PlannedAct, { kind: 'accept' }>, 'edit' | 'item'>): Edit {
    if (edit === 'none') return { body: {} };
    if (edit === 'variant') {
      const size = pickFrom(SIZES, item) ?? 'S';
      const quantity = 1 + (item % 3);
      const as: OracleIntent = { act: 'claim', key: `${SIZED_ITEM}/${size}`, units: quantity };
      this.witness.edits.push(as);
      return { body: { itemNumber: SIZED_ITEM, act: 'claim', variant: size, quantity }, as };
    }
    const as: OracleIntent = {
      act: edit === 'pass' ? 'pass' : 'claim',
      key: pickFrom(ITEM_KEYS, item) ?? '',
    };
    this.witness.edits.push(as);
    return { body: { act: as.act, itemNumber: pickFrom(ITEM_NUMBERS, item) }, as };
  }

  /** Returns the requests that act on an item without variants. */
  private onPlainItem(pick: number, acts: ActsOn): (() => Promise<void>)[] {
    return actsOn(
      this.witness.oracle.items.filter(({ key }) => !key.includes('/')),
      pick,
      acts,
    );
  }

  private onItem(pick: number, acts: ActsOn): (() => Promise<void>)[] {
    return actsOn(this.witness.oracle.items, pick, acts);
  }
}

/** The request succeeds whatever the state is. */
const ALWAYS = { 200: () => true };

const repeat = <T>(times: number, make: () => T): (() => T)[] => Array.from({ length: times }, () => make);

type ActsOn = (item: OracleItem) => (() => Promise<void>)[];

function actsOn(items: OracleItem[], pick: number, acts: ActsOn): (() => Promise<void>)[] {
  const item = pickFrom(items, pick);
  return item === undefined ? [] : acts(item);
}

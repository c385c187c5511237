import type {
  AcceptResult,
  AwardResult,
  Claim,
  DismissResult,
  Item,
  ReleaseResult,
  ResolveResult,
  UndoResult,
} from '@sellary/contracts';
import { variantsWith } from './act-inputs';
import type { OracleReview, OracleIntent } from './oracle-types';
import { pickFrom, STRANGER, VIEWERS } from './plan';
import type { Witness } from './witness';

export type Call = <T>(method: string, path: string, body?: unknown) => Promise<{ status: number; body: T }>;

/**
 * A condition that follows from a response. `seq` is the new ledger row that the response refers to. If it is
 * null, the condition must have been true at some point between the request and the response.
 */
interface Condition {
  seq: number | null;
  holds: () => boolean;
  text: string;
}

/**
 * Body of a request to accept a comment, and the intent to accept. Without `as`, the comment's own intents
 * are accepted.
 */
export interface Edit {
  body: object;
  as?: OracleIntent;
}

type ErrorAnswer = { error?: { code?: string } };

/** Sends one wave of operators' acts and collects the conditions that follow from the responses. */
export class WaveRequests {
  private readonly conditions: Condition[] = [];

  /** `seqBefore` is the last ledger row before the wave. */
  constructor(
    private readonly caller: () => Call,
    private readonly showId: string,
    private readonly witness: Witness,
    private readonly seqBefore: number,
  ) {}

  /** Removes the conditions that are true after row `seq` and refer to it or to no row. */
  removeTrue(seq: number, open: Set<Condition>): void {
    for (const condition of open) {
      if ((condition.seq === null || condition.seq === seq) && condition.holds()) open.delete(condition);
    }
  }

  allConditions(): Set<Condition> {
    return new Set(this.conditions);
  }

  async release(claimId: string): Promise<void> {
    const { oracle } = this.witness;
    const { status, body } = await this.caller()<ReleaseResult>('POST', `/api/claims/${claimId}/release`, {});
    if (status !== 200) return this.witness.reportDifference(`release of ${claimId} returned ${status}`);
    const statusNow = (): string | undefined => oracle.claim(claimId)?.status;
    const isNewAct = body.actSeq !== null && body.actSeq > this.seqBefore;
    this.addCondition(
      isNewAct ? body.actSeq : null,
      `released ${claimId}`,
      () =>
        body.claim.id === claimId &&
        statusNow() === body.claim.status &&
        ['released', 'passed', 'closed'].includes(body.claim.status),
    );
    if (body.actSeq !== null) this.checkNamedAct(body.actSeq, 'release', 'claimId', claimId);
    const { promoted } = body;
    if (isNewAct && promoted !== undefined) {
      this.addCondition(
        body.actSeq,
        `promoted ${promoted.id}`,
        () => oracle.claim(promoted.id)?.status === 'winner',
      );
    }
  }

  async award(lineId: string, act: { user: number; by: 'id' | 'handle' }): Promise<void> {
    const { witness } = this;
    const [itemId = '', variant] = lineId.split('/');
    const key = this.keyOf(lineId);
    const request = `award of ${key()} to `;
    const viewer = pickFrom([...VIEWERS, { userId: STRANGER, handle: STRANGER }], act.user) ?? VIEWERS[0];
    const platformUserId = act.by === 'id' ? viewer.userId : undefined;
    const response = await this.caller()<AwardResult & ErrorAnswer>(
      'POST',
      `/api/shows/${this.showId}/items/${itemId}/award`,
      {
        userHandle: viewer.handle,
        ...(platformUserId === undefined ? {} : { platformUserId }),
        ...(variant === undefined ? {} : { variant }),
      },
    );
    const expectedBuyer = (): string | null => witness.buyers.expected(viewer.handle, platformUserId);
    const hasUnit = (): boolean =>
      witness.oracle.claimsOf(key(), expectedBuyer() ?? '').some((claim) => claim.status === 'winner');
    const { status, body } = response;
    if (status === 201) {
      // A repeated call may return the first call's act, but no other.
      if (body.actSeq !== null) this.checkNamedAct(body.actSeq, 'award', 'itemId', itemId);
      const isExpected = (): boolean =>
        expectedBuyer() === body.claim.buyer.id &&
        witness.oracle.claim(body.claim.id)?.status === 'winner' &&
        body.claim.status === 'winner';
      this.addCondition(
        body.actSeq !== null && body.actSeq > this.seqBefore ? body.actSeq : null,
        request + viewer.handle,
        isExpected,
      );
      return;
    }
    this.checkRefusal(response, request + viewer.handle, {
      ITEM_SOLD_OUT: () =>
        witness.oracle.item(key()) !== undefined && witness.oracle.freeUnits(key()) <= 0 && !hasUnit(),
      ITEM_WITHDRAWN: () => witness.oracle.item(key())?.withdrawn === true && !hasUnit(),
      HANDLE_AMBIGUOUS: () => expectedBuyer() === 'ambiguous',
      NOT_FOUND: () => witness.oracle.itemById(lineId) === undefined,
    });
  }

  async setQuantity(line: string, total: number): Promise<void> {
    const { oracle } = this.witness;
    const [itemId = '', variant] = line.split('/');
    const key = this.keyOf(line);
    const request = `quantity ${total} of ${key()}`;
    // The request sets the quantities of all variants, and another caller may change them in the same wave.
    const before = oracle.items.map((item) => ({ key: item.key, total: item.total }));
    const response = await this.caller()<Item & ErrorAnswer>(
      'PATCH',
      `/api/shows/${this.showId}/items/${itemId}`,
      variant === undefined
        ? { totalQuantity: total }
        : { variants: variantsWith(oracle.items, line, total) },
    );
    if (response.status === 200) {
      const { actSeq, variants } = response.body;
      const { claimedCount, waitlistCount } = variants?.find(({ name }) => name === variant) ?? response.body;
      const holds = (): boolean =>
        oracle.itemById(line)?.total === total &&
        oracle.winners(key()).length === claimedCount &&
        oracle.line(key()).length === waitlistCount;
      this.addCondition(actSeq ?? null, request, holds);
      return;
    }
    this.checkRefusal(response, request, {
      QUANTITY_BELOW_CLAIMED: () =>
        oracle.winners(key()).length > total ||
        (request.includes('/') && before.some((item) => oracle.winners(item.key).length > item.total)),
      NOT_FOUND: () => oracle.itemById(line) === undefined,
    });
  }

  async undo(seq: number): Promise<void> {
    const { oracle } = this.witness;
    const response = await this.caller()<UndoResult & ErrorAnswer>(
      'POST',
      `/api/shows/${this.showId}/acts/${seq}/undo`,
      {},
    );
    if (response.status === 200) {
      const { claims, actSeq } = response.body;
      const text = `undo of ${seq}: ${claims.map((claim) => `${claim.buyer.handle} ${claim.status} ${claim.waitlistPosition ?? ''}`).join(', ')}`;
      this.addCondition(actSeq, text, () => claims.every((claim) => this.matchesOracle(claim)));
      return;
    }
    this.checkRefusal(
      response,
      `undo of ${seq} ${JSON.stringify(this.witness.acts.find((act) => act.seq === seq)?.act)}`,
      {
        UNDO_STALE: () => oracle.undoRefusal(seq) !== null,
        NOT_FOUND: () => oracle.undoRefusal(seq) !== null,
      },
    );
  }

  async accept(review: OracleReview, { body: sent, as }: Edit): Promise<void> {
    const path = `/api/comments/${review.id}/accept`;
    const response = await this.caller()<AcceptResult & ErrorAnswer>('POST', path, sent);
    if (response.status === 200) this.checkResolved([review], 'accepted', response.body);
    else {
      this.checkRefusal(response, path, {
        ALREADY_RESOLVED: () => review.resolved !== null,
        VALIDATION_FAILED: () => this.witness.oracle.isUnclear(review, as),
      });
    }
  }

  async dismiss(review: OracleReview): Promise<void> {
    const path = `/api/comments/${review.id}/dismiss`;
    const response = await this.caller()<DismissResult & ErrorAnswer>('POST', path, {});
    if (response.status === 200) this.checkResolved([review], 'dismissed', { ...response.body, claims: [] });
    else this.checkRefusal(response, path, { ALREADY_RESOLVED: () => review.resolved !== null });
  }

  async resolve(reviews: OracleReview[], action: 'accept' | 'dismiss'): Promise<void> {
    const commentIds = reviews.map(({ id }) => id);
    const response = await this.postResolve({ commentIds, action });
    if (action === 'accept' && response.status === 400) {
      this.addCondition(null, 'group accept: a variant is missing', () =>
        reviews.some((review) => this.witness.oracle.isUnclear(review)),
      );
    } else this.checkResolvedMany(response, `group ${action}`, action);
  }

  async countWord(word: string): Promise<void> {
    this.checkResolvedMany(await this.postResolve({ action: 'count-word', word }), `count ${word}`, 'accept');
  }

  private postResolve(body: object): Promise<{ status: number; body: ResolveResult & ErrorAnswer }> {
    return this.caller()('POST', `/api/shows/${this.showId}/review/resolve`, body);
  }

  private checkResolvedMany(
    { status, body }: { status: number; body: ResolveResult },
    request: string,
    action: 'accept' | 'dismiss',
  ): void {
    if (status !== 200) return this.witness.reportDifference(`${request} returned ${status}`);
    const { claims, actSeq } = body;
    if (actSeq === null) return;
    const ids = new Set(body.resolved.map(({ id }) => id));
    const reviews = this.witness.oracle.reviews.filter(({ id }) => ids.has(id));
    this.checkResolved(reviews, action === 'accept' ? 'accepted' : 'dismissed', { claims, actSeq });
  }

  private checkResolved(
    reviews: OracleReview[],
    as: 'accepted' | 'dismissed',
    { claims, actSeq }: { claims: Claim[]; actSeq: number },
  ): void {
    this.addCondition(
      actSeq,
      `${as} ${reviews.map(({ commentId }) => commentId).join(', ')}`,
      () =>
        reviews.every(({ resolved }) => resolved?.seq === actSeq && resolved.as === as) &&
        claims.every((claim) => this.matchesOracle(claim)),
    );
  }

  private matchesOracle(claim: Claim): boolean {
    const { oracle } = this.witness;
    const expected = oracle.claim(claim.id);
    const place = oracle.line(expected?.key ?? '').findIndex(({ id }) => id === claim.id) + 1 || null;
    return expected?.status === claim.status && place === claim.waitlistPosition;
  }

  /**
   * Performs an act without checking the response body. `expected`: the conditions by status or error code.
   */
  async perform(
    method: string,
    path: string,
    body: unknown,
    expected: Record<string, () => boolean>,
  ): Promise<void> {
    const response = await this.caller()<ErrorAnswer>(method, path, body);
    const holds = expected[response.status];
    if (holds !== undefined) this.addCondition(null, `${method} ${path} ${response.status}`, holds);
    else this.checkRefusal(response, `${method} ${path}`, expected);
  }

  /** The item's number at the time of the check, because another caller may change it in the same wave. */
  private keyOf(itemId: string): () => string {
    return () => this.witness.oracle.itemById(itemId)?.key ?? '';
  }

  private checkRefusal(
    { status, body }: { status: number; body: ErrorAnswer },
    request: string,
    expected: Record<string, () => boolean>,
  ): void {
    const code = body.error?.code ?? '';
    const holds = expected[code];
    if (holds === undefined) this.witness.reportDifference(`${request} returned ${status} ${code}`);
    else this.addCondition(null, `${request}: ${code}`, holds);
  }

  /** Checks that the row in a response is the requested act or an undo. */
  private checkNamedAct(seq: number, name: string, key: string, value: string): void {
    const isRequested = (): boolean =>
      this.witness.acts.some(
        ({ seq: row, act }) =>
          row === seq &&
          (act.act === 'undo' ||
            (act.act === name &&
              Object.entries(act.input).some(([field, input]) => field === key && input === value))),
      );
    this.addCondition(null, `row ${seq} is the ${name} of ${value}`, isRequested);
  }

  private addCondition(seq: number | null, text: string, holds: () => boolean): void {
    this.conditions.push({ seq, text, holds });
  }
}

import { Injectable } from '@nestjs/common';
import type {
  Actor,
  Basket,
  BasketExtrasRequest,
  BasketOutcome,
  BasketOutcomes,
  BasketRef,
  BasketStep,
  ErrorBody,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { type ActCaller, actorOf, type Principal } from '../../auth';
import { ApiError, Clock, poolReader, reportFailure, toApiError, Transactions, type Tx } from '../../kernel';
import { ShowTransactions } from '../../shows';
import { changeExtras } from './basket-extras';
import { readBasket } from './basket-reads';
import { type HoldRule, readBasketRecords, toBasketRows } from './basket-rows';
import { BasketRules } from './basket-settings';
import { type LockedBasket, lockBasket } from './locked-basket';
import { basketChangedError } from './step-rules';
import { type StepDetails, stepForward } from './steps';
import { undoStep } from './undo-step';

const HOLD_EXPIRED: Actor = { kind: 'engine', reason: 'hold expired' };
/** Steps that change claims and therefore need their shows' locks. */
const STEPS_WITH_CLAIMS: ReadonlySet<BasketStep> = new Set(['pay', 'cancel', 'expire', 'undo']);
const MAX_ATTEMPTS = 5;

interface StepRequest {
  step: BasketStep;
  /** Version that the basket must have, or null for any version. */
  version: string | null;
  actor: Actor;
  caller: ActCaller | null;
  details: StepDetails;
}

/**
 * Moves baskets from open to shipped, cancels or expires them, and undoes steps. The steps of a shipped
 * basket cannot be undone. Each basket is processed in its own transaction. A step that changes claims also
 * locks their shows, so that a payment, a pass, a release, and the end of a hold exclude each other.
 */
@Injectable()
export class BasketSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly showTransactions: ShowTransactions,
    private readonly rules: BasketRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the same step for several baskets. A basket that fails does not stop the others.
   * @throws ApiError the basket's error, if the request contains only one basket
   */
  async take(
    principal: Principal,
    step: Exclude<BasketStep, 'expire'>,
    refs: readonly BasketRef[],
    details: StepDetails = {},
  ): Promise<BasketOutcomes> {
    const { workspaceId } = principal;
    const { hold } = await this.rules.read(workspaceId);
    const results: (boolean | ApiError)[] = [];
    for (const { id, version } of refs) {
      const request: StepRequest = { step, version, actor: actorOf(principal), caller: principal, details };
      results.push(await this.apply(workspaceId, id, hold, request).catch(toReportedApiError));
    }
    const [firstResult] = results;
    if (refs.length === 1 && firstResult instanceof ApiError) throw firstResult;
    return { outcomes: await this.outcomesOf(workspaceId, refs, results, hold) };
  }

  /**
   * Releases a basket's units when its hold is over, exactly once even if several processes try.
   * @returns false if there was nothing to release
   */
  async expire(workspaceId: string, id: string): Promise<boolean> {
    // Read for each basket because an admin may change the rule while many baskets are being released.
    const { hold } = await this.rules.read(workspaceId);
    const request: StepRequest = {
      step: 'expire',
      version: null,
      actor: HOLD_EXPIRED,
      caller: null,
      details: {},
    };
    return this.apply(workspaceId, id, hold, request);
  }

  /**
   * Replaces the extra lines.
   * @throws ApiError NOT_FOUND, BASKET_CHANGED, INVALID_TRANSITION, NO_CURRENCY, VALIDATION_FAILED
   */
  async setExtras(principal: Principal, id: string, request: BasketExtrasRequest): Promise<Basket> {
    const { workspaceId } = principal;
    const { hold } = await this.rules.read(workspaceId);
    const at = this.clock.iso();
    await this.transactions.run(async (tx) => {
      const locked = await lockBasket(tx, workspaceId, id, hold, false);
      const actor = actorOf(principal);
      await changeExtras(
        { tx, workspaceId, ...locked, shows: new Map(), actor, caller: principal, at },
        request,
      );
    });
    return this.transactions.snapshot((tx) => readBasket(tx, workspaceId, id, hold, this.clock.now()));
  }

  /** @returns true if the basket changed */
  private async apply(
    workspaceId: string,
    id: string,
    hold: HoldRule,
    request: StepRequest,
  ): Promise<boolean> {
    const needsShows = STEPS_WITH_CLAIMS.has(request.step);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const showIds = needsShows ? await this.showIdsOf(workspaceId, id) : [];
      const hasChanged = await this.showTransactions.runAcross(workspaceId, showIds, async (tx, shows) => {
        const { record, lines } = await lockBasket(
          tx,
          workspaceId,
          id,
          hold,
          needsShows && request.step !== 'pay',
        );
        // Retries with more locks because a unit from another show was added after `showIdsOf` read the shows.
        if (needsShows && lines.some(({ showId, claimId }) => claimId !== '' && !shows.has(showId))) {
          return null;
        }
        const { actor, caller } = request;
        const basket = { tx, workspaceId, record, lines, shows, actor, caller, at: this.clock.iso() };
        return this.stepLocked(basket, request, hold);
      });
      if (hasChanged !== null) return hasChanged;
    }
    throw basketChangedError();
  }

  private async stepLocked(basket: LockedBasket, request: StepRequest, hold: HoldRule): Promise<boolean> {
    const { record, tx } = basket;
    const { step, version, details } = request;
    if (step === 'expire') {
      if (!isHoldOver(basket, hold)) return false;
    } else if (version !== record.version) {
      if (await isRepeated(tx, record.id, request)) return false;
      throw basketChangedError();
    }
    if (step === 'undo') await undoStep(basket, record.version);
    else await stepForward(basket, step, record.version, details);
    return true;
  }

  private async showIdsOf(workspaceId: string, id: string): Promise<string[]> {
    const rows = await poolReader(this.dataSource).query<{ id: string }>(
      `SELECT DISTINCT c.show_id AS id FROM basket_lines n JOIN baskets b ON b.id = n.basket_id JOIN claims c ON c.id = n.claim_id
       WHERE b.id = $1 AND b.workspace_id = $2`,
      [id, workspaceId],
    );
    return rows.map((row) => row.id);
  }

  private async outcomesOf(
    workspaceId: string,
    refs: readonly BasketRef[],
    results: readonly (boolean | ApiError)[],
    hold: HoldRule,
  ): Promise<BasketOutcome[]> {
    const rows = await this.transactions.snapshot(async (tx) => {
      const ids = [...new Set(refs.map(({ id }) => id))];
      return toBasketRows(tx, await readBasketRecords(tx, workspaceId, ids, hold), hold, this.clock.now());
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return refs.map(({ id }, index) => {
      const result = results[index];
      const basket = byId.get(id);
      if (result instanceof ApiError) return { id, ok: false, error: errorOf(result) };
      if (basket === undefined) return { id, ok: false, error: errorOf(ApiError.notFound('basket')) };
      return { id, ok: true, changed: result === true, basket };
    });
  }
}

/** The error as the caller may see it. Server failures are also reported. */
function toReportedApiError(error: unknown): ApiError {
  const refused = toApiError(error);
  if (refused.status >= 500) reportFailure('basket step', error);
  return refused;
}

const errorOf = ({ code, message, details }: ApiError): ErrorBody['error'] => ({
  code,
  message,
  ...(details === undefined ? {} : { details }),
});

/** True if the basket's hold is over and it has units to release. */
const isHoldOver = ({ record, at }: LockedBasket, { atEnd }: HoldRule): boolean =>
  atEnd === 'release' &&
  record.units > 0 &&
  record.holdEndsAt !== null &&
  record.holdEndsAt.getTime() <= Date.parse(at);

/** True if the basket's latest change is this very step by the same actor, so the request was sent twice. */
async function isRepeated(
  tx: Tx,
  basketId: string,
  { step, version, actor, details }: StepRequest,
): Promise<boolean> {
  const [last] = await tx.query<{ step: string; version: string; by: Actor; details: StepDetails }>(
    'SELECT step, from_version AS version, by, details FROM basket_changes WHERE basket_id = $1 ORDER BY id DESC LIMIT 1',
    [basketId],
  );
  if (last?.step !== step || last.version !== version || idOf(last.by) !== idOf(actor)) return false;
  return (['method', 'reference', 'reason'] as const).every((key) => last.details[key] === details[key]);
}

const idOf = (actor: Actor): string =>
  actor.kind === 'person' ? actor.id : actor.kind === 'extension' ? actor.name : actor.reason;

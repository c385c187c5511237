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
import { type Hold, readBasketRecords, toBasketRows } from './basket-rows';
import { BasketRules } from './basket-settings';
import { type LockedBasket, lockBasket } from './locked-basket';
import { changedSince } from './step-rules';
import { type StepDetails, stepForward } from './steps';
import { undoStep } from './undo-step';

const HOLD_EXPIRED: Actor = { kind: 'engine', reason: 'hold expired' };
/** Steps that mark or move claims, so that they need the locks of the shows. */
const MOVES_CLAIMS: ReadonlySet<BasketStep> = new Set(['pay', 'cancel', 'expire', 'undo']);
const MAX_ATTEMPTS = 5;

interface Wanted {
  step: BasketStep;
  /** null: as it is now. */
  version: string | null;
  actor: Actor;
  caller: ActCaller | null;
  details: StepDetails;
}

/**
 * Takes baskets from open to shipped, and back. Each basket has its own transaction, with the locks of the shows of
 * its lines, so that a payment, a pass, a release, and the end of a hold exclude each other.
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
   * The same step for several baskets. One that fails does not stop the others.
   * @throws ApiError the error of the basket, if there is only one
   */
  async take(
    principal: Principal,
    step: Exclude<BasketStep, 'expire'>,
    refs: readonly BasketRef[],
    details: StepDetails = {},
  ): Promise<BasketOutcomes> {
    const { workspaceId } = principal;
    const { hold } = await this.rules.read(workspaceId);
    const done: (boolean | ApiError)[] = [];
    for (const { id, version } of refs) {
      const wanted: Wanted = { step, version, actor: actorOf(principal), caller: principal, details };
      done.push(await this.step(workspaceId, id, hold, wanted).catch(refusalOf));
    }
    const [only] = done;
    if (refs.length === 1 && only instanceof ApiError) throw only;
    return { outcomes: await this.outcomesOf(workspaceId, refs, done, hold) };
  }

  /**
   * Releases the units of a basket whose hold is over, once, however many processes try.
   * @returns false if there was nothing left to release
   */
  async expire(workspaceId: string, id: string): Promise<boolean> {
    // Read for each basket: an admin may change the rule while many are released.
    const { hold } = await this.rules.read(workspaceId);
    const wanted: Wanted = { step: 'expire', version: null, actor: HOLD_EXPIRED, caller: null, details: {} };
    return this.step(workspaceId, id, hold, wanted);
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
  private async step(workspaceId: string, id: string, hold: Hold, wanted: Wanted): Promise<boolean> {
    const needsShows = MOVES_CLAIMS.has(wanted.step);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const showIds = needsShows ? await this.showsOf(workspaceId, id) : [];
      const done = await this.showTransactions.runAcross(workspaceId, showIds, async (tx, shows) => {
        const { record, lines } = await lockBasket(
          tx,
          workspaceId,
          id,
          hold,
          needsShows && wanted.step !== 'pay',
        );
        // A unit of another show came into the basket before it was locked.
        if (needsShows && lines.some(({ showId, claimId }) => claimId !== '' && !shows.has(showId))) {
          return null;
        }
        const { actor, caller } = wanted;
        const basket = { tx, workspaceId, record, lines, shows, actor, caller, at: this.clock.iso() };
        return this.onLocked(basket, wanted, hold);
      });
      if (done !== null) return done;
    }
    throw changedSince();
  }

  private async onLocked(basket: LockedBasket, wanted: Wanted, hold: Hold): Promise<boolean> {
    const { record, tx } = basket;
    const { step, version, details } = wanted;
    if (step === 'expire') {
      if (!isDue(basket, hold)) return false;
    } else if (version !== record.version) {
      if (await isRepeated(tx, record.id, wanted)) return false;
      throw changedSince();
    }
    if (step === 'undo') await undoStep(basket, record.version);
    else await stepForward(basket, step, record.version, details);
    return true;
  }

  private async showsOf(workspaceId: string, id: string): Promise<string[]> {
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
    done: readonly (boolean | ApiError)[],
    hold: Hold,
  ): Promise<BasketOutcome[]> {
    const rows = await this.transactions.snapshot(async (tx) => {
      const ids = [...new Set(refs.map(({ id }) => id))];
      return toBasketRows(tx, await readBasketRecords(tx, workspaceId, ids, hold), hold, this.clock.now());
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return refs.map(({ id }, index) => {
      const result = done[index];
      const basket = byId.get(id);
      if (result instanceof ApiError) return { id, ok: false, error: errorOf(result) };
      if (basket === undefined) return { id, ok: false, error: errorOf(ApiError.notFound('basket')) };
      return { id, ok: true, changed: result === true, basket };
    });
  }
}

/** The error as the caller may see it. Failures of ours are reported, as those of a single act are. */
function refusalOf(error: unknown): ApiError {
  const refused = toApiError(error);
  if (refused.status >= 500) reportFailure('basket step', error);
  return refused;
}

const errorOf = ({ code, message, details }: ApiError): ErrorBody['error'] => ({
  code,
  message,
  ...(details === undefined ? {} : { details }),
});

/** True if the hold of the basket is over and its units are still reserved. */
const isDue = ({ record, at }: LockedBasket, { atEnd }: Hold): boolean =>
  atEnd === 'release' &&
  record.units > 0 &&
  record.holdEndsAt !== null &&
  record.holdEndsAt.getTime() <= Date.parse(at);

/** True if the latest change of the basket is this very step by the same actor: the request was sent twice. */
async function isRepeated(
  tx: Tx,
  basketId: string,
  { step, version, actor, details }: Wanted,
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

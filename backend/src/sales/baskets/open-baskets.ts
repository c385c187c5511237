import { Injectable } from '@nestjs/common';
import type { BasketSettings, BasketState, Currency } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Clock, poolReader, Transactions, type Tx, uuidV7 } from '../../kernel';
import { lockBasketLines, readProgress, readShowsBehind, writeMark } from './basket-marks';
import { moveBasketsWithUnits, PERSON } from './move-baskets';

/** Maximum number of units that one transaction puts into baskets. */
const MAX_UNITS = 2_000;
/** Maximum number of such transactions per show in one update. */
const MAX_ROUNDS = 200;
const DAY_MS = 24 * 3_600_000;

type Rule = Pick<BasketSettings, 'openBox' | 'closeBoxAfterDays'>;

interface UnplacedUnit {
  claimId: string;
  /** The unpaid basket that wrongly contains the unit, or null if there is none. */
  wrongBasketId: string | null;
  showId: string;
  personId: string;
  currency: Currency | null;
  /** The currency's code and digits. */
  currencyKey: string;
  wonAt: Date;
}

interface UnpaidBasket {
  id: string;
  showId: string | null;
  personId: string;
  currencyKey: string;
  state: BasketState;
  createdAt: Date;
}

/**
 * Two shows may store the same currency with different numbers of decimal places, so their minor units
 * differ.
 */
const CURRENCY_KEY = (currency: string): string =>
  `concat(${currency}->>'code', ' ', ${currency}->>'digits')`;
/**
 * Won, unpaid units that are not in a basket, or are in another person's basket (after a merge or its undo)
 * or in the wrong kind of basket (the open box was turned on or off, or the show got a currency). A basket
 * for which payment was requested keeps its units, unless they now belong to another person.
 */
const UNPLACED = `claims c JOIN shows s ON s.id = c.show_id LEFT JOIN person_accounts pa ON pa.buyer_id = c.buyer_id
  JOIN show_events won ON won.show_id = c.show_id AND won.seq = c.won_seq
  LEFT JOIN basket_lines n ON n.claim_id = c.id AND n.active LEFT JOIN baskets b ON b.id = n.basket_id
  LEFT JOIN person_accounts ba ON ba.buyer_id = b.person_id
  WHERE s.workspace_id = $1 AND c.show_id = $2 AND c.status = 'winner' AND NOT c.paid
    AND (n.id IS NULL OR (b.state = 'open' AND (b.person_id <> ${PERSON} OR (b.show_id IS NULL) <> $3::bool
        OR ${CURRENCY_KEY('b.currency')} <> ${CURRENCY_KEY('s.currency')}))
      OR (b.state = 'requested' AND coalesce(ba.person_id, b.person_id) <> ${PERSON}))`;

/**
 * Puts won units into their buyers' baskets. It runs when baskets are read, so that it does not slow down
 * comments. Each show has a mark that stores how far its ledger has been read. If no claim has changed since
 * then, the show's claims are not read and its baskets are not changed.
 */
@Injectable()
export class OpenBaskets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Puts a show's units into baskets. If `showId` is null, it does this for all shows. */
  async update(workspaceId: string, showId: string | null, rule: Rule): Promise<void> {
    const showIds = await readShowsBehind(poolReader(this.dataSource), workspaceId, showId, rule.openBox);
    for (const id of showIds) {
      for (let round = 0; round < MAX_ROUNDS; round++) {
        if (await this.transactions.run((tx) => this.collect(tx, workspaceId, id, rule))) break;
      }
    }
  }

  /** @returns true if the show is done */
  private async collect(tx: Tx, workspaceId: string, showId: string, rule: Rule): Promise<boolean> {
    await lockBasketLines(tx, workspaceId);
    const progress = await readProgress(tx, showId, rule.openBox);
    if (progress === null) return true;
    const { seq, claimIds } = progress;
    if (claimIds === null || claimIds.length > 0) {
      await moveBasketsWithUnits(tx, workspaceId, showId, claimIds);
      const count = await this.placeUnits(tx, workspaceId, showId, claimIds, rule);
      if (count === MAX_UNITS) return false;
    }
    await writeMark(tx, showId, seq, rule.openBox);
    return true;
  }

  /** @returns the number of units that were not in the right basket, up to `MAX_UNITS` */
  private async placeUnits(
    tx: Tx,
    workspaceId: string,
    showId: string,
    claimIds: readonly string[] | null,
    rule: Rule,
  ): Promise<number> {
    const units = await tx.query<UnplacedUnit>(
      `SELECT c.id AS "claimId", b.id AS "wrongBasketId", c.show_id AS "showId", ${PERSON} AS "personId", s.currency,
         ${CURRENCY_KEY('s.currency')} AS "currencyKey", won.at AS "wonAt" FROM ${UNPLACED} ${claimIds === null ? '' : 'AND c.id = ANY($4::uuid[])'}
       ORDER BY won.at, c.id LIMIT ${MAX_UNITS}`,
      [workspaceId, showId, rule.openBox, ...(claimIds === null ? [] : [claimIds])],
    );
    const unpaid = await lockUnpaid(tx, workspaceId, units);
    const byId = new Map(unpaid.map((basket) => [basket.id, basket]));
    // Units stay in a basket that has since been paid.
    const movableUnits = units.filter(
      ({ wrongBasketId }) => wrongBasketId === null || byId.has(wrongBasketId),
    );
    const targetIds = await this.basketIdsFor(tx, workspaceId, movableUnits, unpaid, rule);
    await tx.query(
      'DELETE FROM basket_lines WHERE active AND written IS NULL AND claim_id = ANY($1::uuid[]) AND basket_id = ANY($2::uuid[])',
      [movableUnits.map(({ claimId }) => claimId), [...byId.keys()]],
    );
    await tx.query(
      `INSERT INTO basket_lines (id, basket_id, claim_id, active)
       SELECT n.id, n.basket_id, n.claim_id, true FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS n(id, basket_id, claim_id)
       ON CONFLICT (claim_id) WHERE active DO NOTHING`,
      [movableUnits.map(() => uuidV7()), targetIds, movableUnits.map(({ claimId }) => claimId)],
    );
    return units.length;
  }

  /** Finds the basket id for each unit, and opens missing baskets. */
  private async basketIdsFor(
    tx: Tx,
    workspaceId: string,
    units: readonly UnplacedUnit[],
    unpaid: readonly UnpaidBasket[],
    { openBox, closeBoxAfterDays }: Rule,
  ): Promise<string[]> {
    const earliestOpening = closeBoxAfterDays === 0 ? 0 : this.clock.now() - closeBoxAfterDays * DAY_MS;
    const acceptsUnits = ({ showId, state, createdAt }: UnpaidBasket): boolean =>
      showId !== null || (state === 'open' && createdAt.getTime() >= earliestOpening);
    const targets = new Map<string, string>();
    for (const basket of unpaid.filter(acceptsUnits)) {
      const key = keyOf(basket.showId, basket);
      if (!targets.has(key) || basket.state === 'open') targets.set(key, basket.id);
    }
    const unitsWithoutBasket = new Map<string, UnplacedUnit>();
    const keys = units.map((unit) => {
      const key = keyOf(openBox ? null : unit.showId, unit);
      if (!targets.has(key) && !unitsWithoutBasket.has(key)) unitsWithoutBasket.set(key, unit);
      return key;
    });
    const openedIds = await this.open(tx, workspaceId, openBox, [...unitsWithoutBasket.values()]);
    [...unitsWithoutBasket.keys()].forEach((key, index) => targets.set(key, openedIds[index] ?? ''));
    return keys.map((key) => targets.get(key) ?? '');
  }

  /**
   * Opens the next basket for each unit's person. No two units may have the same person, show, and currency.
   * @returns the basket ids
   */
  private async open(
    tx: Tx,
    workspaceId: string,
    isOpenBox: boolean,
    units: readonly UnplacedUnit[],
  ): Promise<string[]> {
    const ids = units.map(() => uuidV7());
    await tx.query(
      `INSERT INTO baskets (id, workspace_id, show_id, person_id, currency, currency_code, number, state, version, created_at, updated_at)
       SELECT n.id, $1, n.show_id, n.person_id, n.currency, coalesce(n.currency->>'code', ''),
         last.number + row_number() OVER (PARTITION BY n.person_id, n.show_id, n.currency->>'code' ORDER BY n.id), 'open', 1, n.won_at, $2
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::timestamptz[]) AS n(id, show_id, person_id, currency, won_at)
       CROSS JOIN LATERAL (SELECT coalesce(max(o.number), 0) AS number FROM baskets o WHERE o.person_id = n.person_id AND o.workspace_id = $1
         AND o.show_id IS NOT DISTINCT FROM n.show_id AND o.currency_code = coalesce(n.currency->>'code', '')) last`,
      [
        workspaceId,
        this.clock.iso(),
        ids,
        units.map(({ showId }) => (isOpenBox ? null : showId)),
        units.map(({ personId }) => personId),
        units.map(({ currency }) => (currency === null ? null : JSON.stringify(currency))),
        units.map(({ wonAt }) => wonAt),
      ],
    );
    return ids;
  }
}

/**
 * Locks the unpaid baskets that contain the units, and all unpaid baskets of the people who have the units
 * now, in id order.
 */
const lockUnpaid = (tx: Tx, workspaceId: string, units: readonly UnplacedUnit[]): Promise<UnpaidBasket[]> =>
  tx.query<UnpaidBasket>(
    `SELECT id, show_id AS "showId", person_id AS "personId", ${CURRENCY_KEY('currency')} AS "currencyKey", state, created_at AS "createdAt" FROM baskets
     WHERE workspace_id = $1 AND state IN ('open', 'requested') AND (person_id = ANY($2::uuid[]) OR id = ANY($3::uuid[]))
     ORDER BY id FOR UPDATE`,
    [
      workspaceId,
      [...new Set(units.map(({ personId }) => personId))],
      units.flatMap(({ wrongBasketId }) => wrongBasketId ?? []),
    ],
  );

const keyOf = (
  showId: string | null,
  { personId, currencyKey }: Pick<UnpaidBasket, 'personId' | 'currencyKey'>,
): string => `${showId ?? ''} ${personId} ${currencyKey}`;

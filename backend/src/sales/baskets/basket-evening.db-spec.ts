import type {
  BasketList,
  BasketRow,
  BasketTotals,
  ShowEvent,
  ShowSummary,
  ShowWithItems,
} from '@sellary/contracts';
import Papa from 'papaparse';
import { useCaller, useTestApp } from '../../../test';
import { baskets as basketSteps } from '../../../test/baskets';

const VIEWERS = Array.from({ length: 14 }, (_, n) => `viewer${n}`);
const ITEMS = Array.from({ length: 12 }, (_, n) => ({
  itemNumber: String(n + 1),
  totalQuantity: 1 + (n % 4),
  price: 999 + n * 137,
}));

/** Counts the units that each buyer won, and adds up their paid and unpaid amounts, from the ledger alone. */
function sumsFromLedger(events: readonly ShowEvent[]) {
  const claims = new Map<string, { handle: string; status: string; price: number; paid: boolean }>();
  for (const { type, data } of events) {
    if (type !== 'claim.created' && type !== 'claim.updated' && type !== 'claim.released') continue;
    const rows = [data.claim, ...('promotedClaim' in data && data.promotedClaim ? [data.promotedClaim] : [])];
    for (const { id, buyer, status, price = 0, paid = false } of rows) {
      claims.set(id, { handle: buyer.handle, status, price, paid });
    }
  }
  const sums = new Map<string, { paid: number; unpaid: number; units: number }>();
  for (const { handle, status, price, paid } of claims.values()) {
    if (status !== 'winner') continue;
    const sum = sums.get(handle) ?? { paid: 0, unpaid: 0, units: 0 };
    sum[paid ? 'paid' : 'unpaid'] += price;
    sum.units += 1;
    sums.set(handle, sum);
  }
  return sums;
}

describe("A whole show's baskets", () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;
  // A fixed seed, so that every run uses the same numbers.
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };

  beforeAll(async () => (show = await operator.activeShow(ITEMS, { currency: 'EUR' })));

  const readBaskets = async (): Promise<BasketRow[]> => {
    const all: BasketRow[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await operator.call<BasketList>('GET', `/api/baskets?show=${show.id}&limit=5${query}`);
      all.push(...body.baskets);
      cursor = body.nextCursor;
    }
    return all;
  };

  async function takeRandomStep(): Promise<void> {
    const baskets = await readBaskets();
    const basket = baskets[random(Math.max(1, baskets.length))];
    if (basket === undefined) return;
    const step = ['request', 'pay', 'pay', 'pack', 'undo', 'cancel', 'ship'][random(7)];
    await basketSteps(operator).sendStep(step ?? '', [basket]);
  }

  it("The basket sums match the ledger, the export, and the show's counters to the cent.", async () => {
    for (let n = 0; n < 160; n++) {
      const viewer = VIEWERS[random(VIEWERS.length)] ?? '';
      const word = random(10) === 0 ? 'pass' : 'sold';
      await operator.say(show.id, viewer, `${word} ${1 + random(ITEMS.length)}`);
      if (n % 3 === 0) await takeRandomStep();
    }
    const baskets = await readBaskets();
    expect(new Set(baskets.map(({ id }) => id)).size).toBe(baskets.length);
    expect(new Set(baskets.map(({ state }) => state)).size).toBeGreaterThanOrEqual(5);
    const events: ShowEvent[] = [];
    for (let seq = 0; ;) {
      const page = await operator.readEvents(show.id, `afterSeq=${seq}&limit=200`);
      events.push(...page);
      if (page.length === 0) break;
      seq = page.at(-1)?.seq ?? 0;
    }
    const ledgerSums = sumsFromLedger(events);
    const sums = new Map<string, { paid: number; unpaid: number; units: number }>();
    for (const { state, units, total = 0, buyer } of baskets) {
      if (state === 'cancelled' || state === 'expired') continue;
      const handle = buyer.accounts[0]?.handle ?? '';
      const sum = sums.get(handle) ?? { paid: 0, unpaid: 0, units: 0 };
      sum[state === 'open' || state === 'requested' ? 'unpaid' : 'paid'] += total;
      sum.units += units;
      sums.set(handle, sum);
    }
    const sortedEntries = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sortedEntries(sums)).toEqual(sortedEntries(ledgerSums));
    const exported = async (type: string): Promise<Record<string, string>[]> => {
      const path = `/api/shows/${show.id}/export?type=${type}`;
      const csv = (await operator.call<string>('GET', path)).body.replace('\ufeff', '');
      return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    };
    const won = (await exported('claims')).filter(({ status }) => status === 'winner');
    const exportedTotal = won.reduce((sum, row) => sum + Math.round(Number(row['price']) * 100), 0);
    const { body: totals } = await operator.call<BasketTotals>('GET', `/api/baskets/totals?show=${show.id}`);
    const { paid, unpaid } = totals.totals[0] ?? { paid: { total: 0, units: 0 }, unpaid: { total: 0 } };
    expect(paid.total).toBeGreaterThan(0);
    expect(paid.total + unpaid.total).toBe(exportedTotal);
    expect(paid.total + unpaid.total).toBe((await operator.readShow(show.id)).stats.amountWon);
    const sumOfPaid = won
      .filter((row) => row['paid'] === 'yes')
      .reduce((sum, row) => sum + Math.round(Number(row['price']) * 100), 0);
    expect(sumOfPaid).toBe(paid.total);
    const { body: summary } = await operator.call<ShowSummary>('GET', `/api/shows/${show.id}/summary`);
    expect([summary.totals.amountPaid, summary.totals.unitsPaid]).toEqual([paid.total, paid.units]);
    const paidByBuyer = (await exported('buyers')).map(
      (row) => [row['user_handle'] ?? '', Math.round(Number(row['amount_paid']) * 100)] as const,
    );
    expect(sortedEntries(new Map(paidByBuyer))).toEqual(
      sortedEntries(new Map([...ledgerSums].map(([handle, sum]) => [handle, sum.paid]))),
    );
  }, 120_000);
});

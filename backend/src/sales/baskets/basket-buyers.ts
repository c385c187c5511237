import type { BasketBuyer, Buyer, BuyerLanguage } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { ACCOUNTS_OF, BUYER_JSON } from '../people/person-rows';

interface BuyerRow {
  id: string;
  name: string | null;
  language: BuyerLanguage | null;
  accounts: Buyer[];
}

/** Basket buyers by person id. */
export class BasketBuyers {
  private readonly byId: ReadonlyMap<string, BasketBuyer>;

  constructor(rows: readonly BuyerRow[]) {
    this.byId = new Map(rows.map((row) => [row.id, { ...row, name: row.name ?? nameOf(row.accounts[0]) }]));
  }

  buyerOf(personId: string): BasketBuyer {
    return this.byId.get(personId) ?? { id: personId, name: '', accounts: [], language: null };
  }
}

const nameOf = (account: Buyer | undefined): string => account?.displayName || account?.handle || '';

export async function readBasketBuyers(reader: Reader, personIds: readonly string[]): Promise<BasketBuyers> {
  if (personIds.length === 0) return new BasketBuyers([]);
  return new BasketBuyers(
    await reader.query<BuyerRow>(
      `SELECT r.id, p.name, p.language, o.accounts FROM unnest($1::uuid[]) AS r(id) LEFT JOIN people p ON p.id = r.id
       CROSS JOIN LATERAL (SELECT json_agg(${BUYER_JSON} ORDER BY o.id <> r.id, o.created_at, o.id) AS accounts
         FROM buyers o WHERE o.id = ANY (${ACCOUNTS_OF('r.id')})) o`,
      [[...new Set(personIds)]],
    ),
  );
}

import type { BasketBuyer, Buyer, BuyerLanguage } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { ACCOUNTS_OF, BUYER_JSON } from '../people/person-rows';

interface BuyerRow {
  id: string;
  name: string | null;
  language: BuyerLanguage | null;
  accounts: Buyer[];
}

export type BasketBuyers = ReadonlyMap<string, BasketBuyer>;

const nameOf = (account: Buyer | undefined): string => account?.displayName || account?.handle || '';

/** Reads the baskets' buyers, by person id. */
export async function readBasketBuyers(reader: Reader, personIds: readonly string[]): Promise<BasketBuyers> {
  if (personIds.length === 0) return new Map();
  const rows = await reader.query<BuyerRow>(
    `SELECT r.id, p.name, p.language, o.accounts FROM unnest($1::uuid[]) AS r(id) LEFT JOIN people p ON p.id = r.id
     CROSS JOIN LATERAL (SELECT json_agg(${BUYER_JSON} ORDER BY o.id <> r.id, o.created_at, o.id) AS accounts
       FROM buyers o WHERE o.id = ANY (${ACCOUNTS_OF('r.id')})) o`,
    [[...new Set(personIds)]],
  );
  return new Map(rows.map((row) => [row.id, { ...row, name: row.name ?? nameOf(row.accounts[0]) }]));
}

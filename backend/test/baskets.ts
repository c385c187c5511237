import type { BasketList, BasketOutcomes, BasketRow, ErrorBody } from '@sellary/contracts';
import type { Answer, Caller } from './caller';

/** Reads baskets and performs basket steps through the API. A `query` is a query string without the `?`. */
export function baskets(operator: Caller) {
  const list = async (query = ''): Promise<BasketRow[]> =>
    (await operator.call<BasketList>('GET', `/api/baskets?limit=200&${query}`)).body.baskets;
  /** @throws if the viewer has no basket */
  const basketOf = async (handle: string, query?: string): Promise<BasketRow> => {
    const found = (await list(query)).find(({ buyer }) =>
      buyer.accounts.some((account) => account.handle === handle),
    );
    if (found === undefined) throw new Error(`${handle} has no basket`);
    return found;
  };
  const sendStep = (
    step: string,
    rows: readonly BasketRow[],
    more: object = {},
  ): Promise<Answer<BasketOutcomes & ErrorBody>> =>
    operator.call('POST', `/api/baskets/${step}`, {
      baskets: rows.map(({ id, version }) => ({ id, version })),
      ...more,
    });
  /** @throws if the step fails */
  const takeStep = async (step: string, basket: BasketRow, more?: object): Promise<BasketRow> => {
    const { status, body } = await sendStep(step, [basket], more);
    const outcome = status === 200 ? body.outcomes[0] : undefined;
    if (outcome?.ok !== true) throw new Error(JSON.stringify(body));
    return outcome.basket;
  };
  return { list, basketOf, sendStep, takeStep };
}

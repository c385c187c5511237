import type { Basket, BasketRow } from '@sellary/contracts';
import { hasRole, type Principal } from '../../auth';

/** The user who reads baskets. */
export type BasketCaller = Pick<Principal, 'workspaceId' | 'role'>;

/**
 * True if the caller may read what identifies a payment, such as the number of a transfer. Only users who handle
 * payments need it; a user with the role `viewer` does not.
 */
export const maySeeReferences = ({ role }: BasketCaller): boolean => hasRole(role, 'operator');

/** The basket in a list, as this caller may see it. */
export const rowFor = <T extends BasketRow>(caller: BasketCaller, row: T): T =>
  maySeeReferences(caller) ? row : { ...row, reference: null };

/** The basket with its history, as this caller may see it. */
export const basketFor = (caller: BasketCaller, basket: Basket): Basket =>
  maySeeReferences(caller)
    ? basket
    : { ...rowFor(caller, basket), history: basket.history.map(({ reference, ...change }) => change) };

import type { Basket, BasketRow } from '@sellary/contracts';
import { hasRole, type Principal } from '../../auth';

/** The user who is reading baskets. */
export type BasketCaller = Pick<Principal, 'workspaceId' | 'role'>;

/**
 * True if the caller may read data that identifies a payment, such as a transfer number. Only users who
 * handle payments need it. A user with the role `viewer` does not.
 */
export const maySeeReferences = ({ role }: BasketCaller): boolean => hasRole(role, 'operator');

/** The basket's list row, as this caller may see it. */
export const rowFor = <T extends BasketRow>(caller: BasketCaller, row: T): T =>
  maySeeReferences(caller) ? row : { ...row, reference: null };

/** The basket with its history, as this caller may see it. */
export const basketFor = (caller: BasketCaller, basket: Basket): Basket =>
  maySeeReferences(caller)
    ? basket
    : { ...rowFor(caller, basket), history: basket.history.map(({ reference, ...change }) => change) };

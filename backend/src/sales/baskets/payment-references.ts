import type { Basket, BasketRow } from '@sellary/contracts';
import { hasRole, type Principal } from '../../auth';

/** The user who reads baskets. */
export type BasketReader = Pick<Principal, 'workspaceId' | 'role'>;

/**
 * True if the caller may read what identifies a payment, such as the number of a transfer. Only users who handle
 * payments need it; a user with the role `viewer` does not.
 */
export const seesReferences = ({ role }: BasketReader): boolean => hasRole(role, 'operator');

/** The basket in a list, as this caller may see it. */
export const rowFor = <T extends BasketRow>(reader: BasketReader, row: T): T =>
  seesReferences(reader) ? row : { ...row, reference: null };

/** The basket with its history, as this caller may see it. */
export const basketFor = (reader: BasketReader, basket: Basket): Basket =>
  seesReferences(reader)
    ? basket
    : { ...rowFor(reader, basket), history: basket.history.map(({ reference, ...change }) => change) };

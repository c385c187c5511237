/**
 * Handles a sale after its claims are decided: the buyers of a workspace across its shows, and what they pay. It
 * moves no claim itself: the acts of a basket on claims are those of the claim engine. Terms: *person* = the human
 * behind one or several buyers, as operators see it; *account* = one of these buyers, a platform identity; *merge* =
 * an operator's act that makes the accounts of two people those of one. The allocation never asks who a person is;
 * a policy may ask for tags, and gets those of each account's person.
 */
export { BasketChangeEntity } from './baskets/basket-change.entity';
export { BasketLineEntity } from './baskets/basket-line.entity';
export { BasketMarkEntity } from './baskets/basket-mark.entity';
export { BasketSettingsEntity } from './baskets/basket-settings.entity';
export { BasketEntity } from './baskets/basket.entity';
export { PersonAccountEntity } from './people/person-account.entity';
export { PersonMergeEntity } from './people/person-merge.entity';
export { PersonEntity } from './people/person.entity';
export { SalesModule } from './sales.module';

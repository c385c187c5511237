/**
 * Handles a sale after its claims are decided: a workspace's buyers across its shows, and what they pay. It
 * changes claims only through the claim engine. The allocation treats each account as a separate buyer, but
 * an allocation policy that uses tags gets the person's tags. For *person*, *account*, and *merge*, see the
 * glossary.
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

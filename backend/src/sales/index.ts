/**
 * Handles a sale after its claims are decided: the buyers of a workspace across its shows. It moves no claim.
 * Terms: *person* = the human behind one or several buyers, as operators see it; *account* = one of these buyers,
 * a platform identity; *merge* = an operator's act that makes the accounts of two people those of one. The
 * allocation never asks who a person is: a policy may ask for tags, and is given those of each account's person.
 */
export { PersonAccountEntity } from './people/person-account.entity';
export { PersonMergeEntity } from './people/person-merge.entity';
export { PersonEntity } from './people/person.entity';
export { SalesModule } from './sales.module';

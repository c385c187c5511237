/**
 * Loads, checks, and hosts extensions: packages that others add to the product. It follows the ledger for
 * them. See `docs/extending.md`. Terms: *follower* = a class of an extension that receives rows of the ledger;
 * *cursor* = its place in the ledger of a show; *parked* = set aside after too many failures.
 */
export { ExtensionsModule } from './extensions.module';
export { ExtensionProblems } from './extension-problems';
export { checkExtensions } from './check-extensions';
export { loadExtensions } from './load-extensions';
export { FollowerCursorEntity } from './followers/follower-cursor.entity';
export { ParkedEventEntity } from './followers/parked-event.entity';
export { RegisteredFollowerEntity } from './followers/registered-follower.entity';

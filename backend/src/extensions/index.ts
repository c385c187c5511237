/**
 * Loads, checks, and hosts extensions (packages that others add to the product), and delivers ledger rows to
 * their followers. See `docs/extending.md`. Terms: *follower* = an extension class that receives ledger rows;
 * *cursor* = a follower's place in a show's ledger; *parked* = set aside after too many failures.
 */
export { EXTENSIONS_SECTION } from './extensions.config';
export { ExtensionsModule } from './extensions.module';
export { ExtensionProblems } from './check/extension-problems';
export { checkExtensions } from './check/check-extensions';
export { ownerOfObject } from './check/prefixes';
export { loadExtensions } from './load-extensions';
export { startupFailure } from './host/startup-failure';
export {
  extensionOfMigration,
  extensionMigrations,
  uncheckedMigrations,
} from './migrations/extension-migrations';
export { ExtensionSwitchEntity } from './switches/extension-switch.entity';
export { FollowerCursorEntity } from './followers/follower-cursor.entity';
export { ParkedEventEntity } from './followers/parked-event.entity';
export { ChannelRateEntity } from './outgoing/channel-rate.entity';
export { RUNS_SCHEMA } from './outgoing/job-runs';
export { OutgoingJobEntity } from './outgoing/outgoing-job.entity';
export { RegisteredFollowerEntity } from './followers/registered-follower.entity';

import { shareProductPackages } from './installed-product';

// Must run before the test imports its extension.
shareProductPackages();

/**
 * Checks that an extension fulfills the contracts of the ports that it implements, and provides the whole
 * product for its tests. Everything throws plain errors, so it works with node:test, jest, and other test
 * runners.
 */
export {
  type AdapterCheck,
  adapterChecks,
  type AdapterCheckOptions,
  type AdapterRig,
  checkAdapter,
} from './adapter-checks';
export { type Answer, call, type Caller, newCaller } from './caller';
export { checkFollower, type FollowerRig } from './check-follower';
export { checkGrammar, type GrammarCheck } from './check-grammar';
export { checkPolicy, type PolicyCheck } from './check-policy';
export { ConformanceError } from './conformance-error';
export { eventually } from './eventually';
export { FLOOR, type FloorComment } from './floor-table';
export { checkReplies, type ReplyRig } from './reply-checks';
export type { SourceInput } from '@sellary/contracts';
export type { Product, ProductOptions, RunningProduct } from './product';
export {
  startTestApp,
  type TestApp,
  type TestAppOptions,
  type TestItem,
  type TestShow,
} from './start-test-app';

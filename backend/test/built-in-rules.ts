/** The default policy and grammar of the product, for tests of what extensions bring beside them. */
export { firstCome } from '../src/claim-engine/domain/allocation/first-come.policy';
export { builtinGrammar } from '../src/claim-engine/domain/grammar';

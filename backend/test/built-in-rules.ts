/** The default policy and grammar of the product, for tests of policies and grammars that extensions add. */
export { firstCome } from '../src/claim-engine/domain/allocation/first-come.policy';
export { builtinGrammar } from '../src/claim-engine/domain/grammar';

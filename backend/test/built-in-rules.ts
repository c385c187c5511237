/** The product's default policy and grammar, for tests of policies and grammars added by extensions. */
export { firstCome } from '../src/claim-engine/domain/allocation/first-come.policy';
export { builtinGrammar } from '../src/claim-engine/domain/grammar';

/**
 * The pure ports of the claim engine: policies and grammars. Nothing here reads a clock, a file, or a
 * database.
 */
export {
  type AllocationPolicy,
  type BuyerFacts,
  type BuyerView,
  type ClaimRequest,
  type Fact,
  fairTimeOf,
  type ItemView,
  policyId,
  PolicyViolation,
  type RequestTimes,
  type Verdict,
  VERDICTS,
  type Waiter,
  type WaitingClaim,
} from './allocation-policy';
export { grammarFault, sampleVocabulary } from './grammar-fault';
export { policyFault, type PolicySearch } from './policy-fault';
export { CheckedPolicy } from './checked-policy';
export {
  type ClaimGrammar,
  grammarId,
  grammarProblem,
  type GrammarResult,
  type GrammarVocabulary,
  MAX_GRAMMAR_INTENTS,
} from './claim-grammar';

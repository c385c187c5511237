import type { ShowRules } from '@sellary/contracts';
import type { AllocationPolicy } from '@sellary/extension-kit/domain';
import type { BoardFact } from './buyer-facts';
import { limitFacts } from './limits';

/** The facts needed to decide a show with this policy and these rules. */
export const factsFor = (policy: AllocationPolicy, rules: ShowRules): ReadonlySet<BoardFact> =>
  new Set([...policy.needs, ...limitFacts(rules)]);

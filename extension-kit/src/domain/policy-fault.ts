import { DEFAULT_RULES, MAX_TAG_LENGTH } from '@sellary/contracts';
import type { AllocationPolicy } from './allocation-policy';
import { sampleSale } from './sample-sale';
import { messageOf } from './message-of';

export interface PolicySearch {
  /** Number of random sales. */
  sales: number;
  /** The same seed gives the same sales. */
  seed?: number;
}

/**
 * Tries random sales to find one in which the policy fails: it returns a promise or no verdict, throws, gives
 * away a unit that does not exist, answers the same question in two ways, or decides differently when the
 * sale is replayed.
 * @returns the fault as the end of a sentence, with the sale's seed; null if none was found
 */
export function policyFault(policy: AllocationPolicy, { sales, seed = 1 }: PolicySearch): string | null {
  const problem = shapeFault(policy);
  if (problem !== null) return problem;
  for (let sale = seed; sale < seed + sales; sale++) {
    const where = `(sale ${sale})`;
    try {
      const run = sampleSale(policy, DEFAULT_RULES, sale);
      const replay = sampleSale(policy, DEFAULT_RULES, sale);
      if (run.join() !== replay.join()) return `decided a sale differently when it was replayed ${where}`;
    } catch (error) {
      return `${faultOf(error)} ${where}`;
    }
  }
  return null;
}

/** Maximum number of tags that one policy may ask about. All of them are looked up for each decision. */
const MAX_POLICY_TAGS = 20;

function hasUsableTags({ needs, tags = [] }: AllocationPolicy): boolean {
  if (!needs.includes('tags')) return true;
  const distinct = new Set(tags.map((tag) => (typeof tag === 'string' ? tag.trim().toLowerCase() : '')));
  const isUsable = [...distinct].every((tag) => tag !== '' && tag.length <= MAX_TAG_LENGTH);
  return isUsable && distinct.size === tags.length && tags.length > 0 && tags.length <= MAX_POLICY_TAGS;
}

function shapeFault(policy: AllocationPolicy): string | null {
  const { name, version, needs } = policy;
  if (!/^[a-z](?:-?[a-z0-9]){0,39}$/.test(name)) {
    return `has the invalid name "${name}". Use lowercase letters, digits, and single hyphens`;
  }
  if (!Number.isInteger(version) || version < 1) {
    return `has the invalid version ${String(version)}. Use 1, 2, 3 …`;
  }
  if (!Array.isArray(needs)) return 'has no `needs` list. Use [] if it needs no facts';
  if (!hasUsableTags(policy)) {
    return `needs the fact \`tags\` but has no valid \`tags\` list. List the tags that it asks about, such as ['vip']: 1 to ${MAX_POLICY_TAGS} different tags of 1–${MAX_TAG_LENGTH} characters`;
  }
  for (const method of ['order', 'decide', 'next'] as const) {
    if (typeof policy[method] !== 'function') return `has no ${method} method`;
    if (policy[method].constructor.name === 'AsyncFunction') {
      return `has the asynchronous method ${method}. A policy must be synchronous: load facts with \`needs\``;
    }
  }
  return null;
}

/** An error's message, as the end of a sentence. */
function faultOf(error: unknown): string {
  return messageOf(error).replace(/^The allocation policy \S+ /, '');
}

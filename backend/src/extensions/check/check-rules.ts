import type { ExtensionDefinition } from '@sellary/extension-kit';
import {
  type AllocationPolicy,
  type ClaimGrammar,
  grammarFault,
  grammarId,
  policyFault,
  policyId,
} from '@sellary/extension-kit/domain';
import { BUILT_IN_RULES } from '../../claim-engine';
import { BUILT_IN_PLATFORMS, isPlatformId } from '../../platforms';
import { foundProblems } from './extension-problems';
import { repeatedNames } from './repeated-names';

/**
 * Number of random sales that each policy is tested with. They take about 10 ms, and are enough to find a
 * policy that oversells.
 */
const CHECKED_SALES = 50;
const CHECKED_TEXTS = 100;

/** Reports problems with the extensions' platforms, policies, and grammars. */
export function ruleProblems(extensions: readonly ExtensionDefinition[]): string[] {
  return [
    ...extensions.flatMap(({ name, adapters = [] }) =>
      adapters
        .filter(({ id }) => !isPlatformId(id))
        .map(
          ({ id }) =>
            `"${name}" has a platform with the id "${id}". A platform id must have 2 to 32 lowercase letters, digits, and hyphens.`,
        ),
    ),
    ...duplicateProblems(
      extensions,
      'platform',
      ({ adapters = [] }) => adapters.map(({ id }) => String(id)),
      BUILT_IN_PLATFORMS,
    ),
    ...duplicateProblems(
      extensions,
      'allocation policy',
      ({ policies = [] }) => policies.map(policyId),
      (BUILT_IN_RULES.policies ?? []).map(({ name }) => name),
    ),
    ...duplicateProblems(
      extensions,
      'grammar',
      ({ grammars = [] }) => grammars.map(grammarId),
      (BUILT_IN_RULES.grammars ?? []).map(({ name }) => name),
    ),
    ...extensions.flatMap(({ name, policies = [], grammars = [] }) => [
      ...policies.flatMap((policy) => policyProblems(name, policy)),
      ...grammars.flatMap((grammar) => grammarProblems(name, grammar)),
    ]),
  ];
}

/**
 * Reports names used by two extensions or by an extension and the product, and ids repeated within an
 * extension. An extension may have several versions under the same name (such as `vip@1` and `vip@2`).
 */
function duplicateProblems(
  extensions: readonly ExtensionDefinition[],
  kind: string,
  idsOf: (extension: ExtensionDefinition) => readonly string[],
  builtIn: readonly string[],
): string[] {
  const problems: string[] = [];
  const owners = new Map(builtIn.map((name) => [name, 'the product']));
  for (const extension of extensions) {
    const ids = idsOf(extension);
    for (const id of repeatedNames(ids)) {
      const remedy = id.includes('@') ? 'raise its version' : 'rename it';
      problems.push(`"${extension.name}" has the ${kind} "${id}" twice. Remove one, or ${remedy}.`);
    }
    for (const name of new Set(ids.map((id) => id.split('@')[0] ?? id))) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, `"${extension.name}"`);
      else {
        problems.push(
          `"${extension.name}" has the ${kind} "${name}", which ${owner} already has. Rename it, or load only one of them.`,
        );
      }
    }
  }
  return problems;
}

function policyProblems(extension: string, policy: AllocationPolicy): string[] {
  const fault = policyFault(policy, { sales: CHECKED_SALES });
  return foundProblems(
    fault !== null &&
      `"${extension}" has the allocation policy ${policyId(policy)}, which ${fault}. Fix it so that checkPolicy() from @sellary/extension-kit/testing passes.`,
  );
}

function grammarProblems(extension: string, grammar: ClaimGrammar): string[] {
  const fault = grammarFault(grammar, { texts: CHECKED_TEXTS });
  return foundProblems(
    fault !== null &&
      `"${extension}" has the grammar ${grammarId(grammar)}, which ${fault}. Fix it so that checkGrammar() from @sellary/extension-kit/testing passes.`,
  );
}

import { Injectable } from '@nestjs/common';
import type { RuleChoices, ShowRules } from '@sellary/contracts';
import { type AllocationPolicy, type ClaimGrammar, grammarId, policyId } from '@sellary/extension-kit/domain';
import { ApiError, type Reader } from '../../kernel';

/** Policies that decide claims, and grammars that read comments. */
export interface CatalogEntries {
  policies?: readonly AllocationPolicy[];
  grammars?: readonly ClaimGrammar[];
}

/**
 * Reads which of `tags` each buyer has. Buyers with none of the tags may be left out.
 * @returns tags by buyer, spelled and ordered as in `tags`
 */
export type TagReader = (
  reader: Reader,
  buyerIds: readonly string[],
  tags: readonly string[],
) => Promise<ReadonlyMap<string, readonly string[]>>;

/**
 * This server's allocation policies and grammars. The claim engine and the extensions add theirs at startup.
 * A policy may have several versions because older shows' ledgers refer to them. Only the newest version of a
 * grammar is used.
 */
@Injectable()
export class RuleCatalog {
  private readonly policies = new Map<string, AllocationPolicy>();
  private readonly grammars = new Map<string, ClaimGrammar>();
  private tagReader: TagReader = () => Promise.resolve(new Map());

  /** Reads tags with the reader from the module that owns them. */
  readTags(...request: Parameters<TagReader>): ReturnType<TagReader> {
    return this.tagReader(...request);
  }

  /** Binds the tag reader at startup. */
  readTagsWith(reader: TagReader): void {
    this.tagReader = reader;
  }

  add({ policies = [], grammars = [] }: CatalogEntries): void {
    for (const policy of policies) this.policies.set(policyId(policy), policy);
    for (const grammar of grammars) {
      const known = this.grammars.get(grammar.name);
      if (known === undefined || known.version < grammar.version) this.grammars.set(grammar.name, grammar);
    }
  }

  /**
   * @returns the policy that a ledger refers to, for example `first-come@1`, or undefined if it is not loaded
   */
  policy(id: string): AllocationPolicy | undefined {
    return this.policies.get(id);
  }

  /** @returns the newest version of the grammar, or undefined if it is not loaded */
  grammar(name: string): ClaimGrammar | undefined {
    return this.grammars.get(name);
  }

  /** @returns the id of the newest version of the policy that `id` refers to */
  newestPolicyId(id: string): string {
    const [newest] = this.newestPolicies().filter(({ name }) => id.startsWith(`${name}@`));
    return newest === undefined ? id : policyId(newest);
  }

  /** The grammar's name and version, as recorded in the ledger, or only the name if it is not loaded. */
  grammarIdOf(name: string): string {
    const grammar = this.grammar(name);
    return grammar === undefined ? name : grammarId(grammar);
  }

  /** Policies and grammars that a show can use, in the order in which they were loaded. */
  choices(): RuleChoices {
    return {
      policies: this.newestPolicies().map((policy) => ({
        id: policyId(policy),
        label: policy.label ?? policy.name,
      })),
      grammars: [...this.grammars.values()].map(({ name, version, label = name }) => ({
        name,
        version,
        label,
      })),
    };
  }

  /** @throws ApiError VALIDATION_FAILED if this server does not have the policy or the grammar */
  assertKnown({ policy, grammar }: Partial<ShowRules>): void {
    if (policy !== undefined && this.policy(policy) === undefined) {
      throw ApiError.invalid('policy', `policy must be one of ${[...this.policies.keys()].join(', ')}`);
    }
    if (grammar !== undefined && this.grammar(grammar) === undefined) {
      throw ApiError.invalid('grammar', `grammar must be one of ${[...this.grammars.keys()].join(', ')}`);
    }
  }

  private newestPolicies(): AllocationPolicy[] {
    const newest = new Map<string, AllocationPolicy>();
    for (const policy of this.policies.values()) {
      const known = newest.get(policy.name);
      if (known === undefined || known.version < policy.version) newest.set(policy.name, policy);
    }
    return [...newest.values()];
  }
}

import { Injectable } from '@nestjs/common';
import type { ShowRules } from '@sellary/contracts';
import { ApiError } from '../../kernel';

interface Versions {
  /** The grammar that reads comments now, for example `builtin@3`. */
  grammar: string;
  /** Allocation policies that a show can use, for example `first-come@1`. */
  policies: readonly string[];
}

/**
 * Versions of the grammar and of the allocation policies of this server. The claim engine sets them at start.
 */
@Injectable()
export class EngineVersions {
  private versions: Versions = { grammar: 'none', policies: [] };

  get grammar(): string {
    return this.versions.grammar;
  }

  bind(versions: Versions): void {
    this.versions = versions;
  }

  /** @throws ApiError VALIDATION_FAILED if this version of the product does not have the policy */
  assertKnown({ policy }: Partial<ShowRules>): void {
    const { policies } = this.versions;
    if (policy === undefined || policies.includes(policy)) return;
    throw ApiError.invalid('policy', `policy must be one of ${policies.join(', ')}`);
  }
}

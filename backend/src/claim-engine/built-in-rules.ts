import type { CatalogEntries } from '../shows';
import { BUILT_IN_POLICIES } from './domain/allocation';
import { builtinGrammar } from './domain/grammar';

/** The policies and the grammar built into every server. */
export const BUILT_IN_RULES: CatalogEntries = { policies: BUILT_IN_POLICIES, grammars: [builtinGrammar] };

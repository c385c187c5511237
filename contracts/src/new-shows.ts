import type { Currency } from './money';
import type { ShowRules } from './show-rules';
import type { SourceInput } from './shows';
import type { VariantInput } from './variants';

/** An item of the copied show, and the number of units in the copy. */
export interface CopiedItem {
  itemId: string;
  /** Default: the unsold units. */
  totalQuantity?: number;
  /** Default: the variants with unsold units. */
  variants?: VariantInput[];
}

/** Copies a show into a new draft: its rules, its currency, and items with their prices and variants. */
export interface CopyShowRequest {
  /** Default: a name based on the show's date. */
  name?: string;
  /** Default: none, because a broadcast belongs to one show. */
  sources?: SourceInput[];
  /** Default: every item that has unsold units and is not withdrawn. */
  items?: CopiedItem[];
}

/** Placeholder in a template's title for the new show's date. */
export const TITLE_DATE = '{date}';

/** Rules, a currency, and perhaps items to start a show from. */
export interface ShowTemplate {
  id: string;
  name: string;
  /** Name for new shows. `{date}` is replaced by the show's date. */
  title: string;
  rules: ShowRules;
  /** Absent if new shows sell without prices. */
  currency?: Currency;
  /** Number of its items. */
  items: number;
  createdAt: string;
  updatedAt: string;
}

export interface ShowTemplateList {
  templates: ShowTemplate[];
  nextCursor: string | null;
}

/** Saves a show as a template. */
export interface CreateTemplateRequest {
  name: string;
  /** Default: `name`. */
  title?: string;
  /** Default: false. */
  withItems?: boolean;
}

export interface UpdateTemplateRequest {
  name?: string;
  title?: string;
}

export interface UseTemplateRequest {
  /** Default: the template's title. */
  name?: string;
  sources?: SourceInput[];
}

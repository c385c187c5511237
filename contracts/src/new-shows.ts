import type { Currency } from './money';
import type { ShowRules } from './show-rules';
import type { SourceInput } from './shows';
import type { VariantInput } from './variants';

/** An item of the copied show, and how many units the copy gets. */
export interface CopiedItem {
  itemId: string;
  /** Default: the units that are not won. */
  totalQuantity?: number;
  /** Default: the variants with units that are not won. */
  variants?: VariantInput[];
}

/** Copies a show into a new draft: its rules, its currency, and items with their prices and variants. */
export interface CopyShowRequest {
  /** Default: the show is named after its day. */
  name?: string;
  /** Default: none, because a broadcast belongs to one show. */
  sources?: SourceInput[];
  /** Default: every item that has unsold units and is not withdrawn. */
  items?: CopiedItem[];
}

/** Placeholder in the title of a template: the day of the new show. */
export const TITLE_DATE = '{date}';

/** Rules, a currency, and perhaps items to start a show from. */
export interface ShowTemplate {
  id: string;
  name: string;
  /** Name of new shows. `{date}` becomes their day. */
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
  /** Default: the name. */
  title?: string;
  /** Default: false. */
  withItems?: boolean;
}

export interface UpdateTemplateRequest {
  name?: string;
  title?: string;
}

export interface UseTemplateRequest {
  /** Default: the title of the template. */
  name?: string;
  sources?: SourceInput[];
}

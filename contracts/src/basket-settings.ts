import type { BuyerLanguage } from './people';

/** Effect of a hold ending: none, the basket is marked as overdue, or its units are released. */
export const HOLD_END_EFFECTS = ['nothing', 'remind', 'release'] as const;
export type HoldEndEffect = (typeof HOLD_END_EFFECTS)[number];

/** Maximum value of `closeBoxAfterDays`. */
export const MAX_BOX_DAYS = 365;
/** Maximum length of a hold, in hours. */
export const MAX_HOLD_HOURS = 2_160;
/** Maximum length of a template or of the payment instructions, in characters. */
export const MAX_BASKET_TEXT = 2_000;

/** `GET /api/baskets/settings` (all roles). `PATCH` (admin): fields that are left out keep their values. */
export interface BasketSettings {
  /** One basket per buyer across all shows until payment is requested, instead of one per show. */
  openBox: boolean;
  /** Days after which an open box takes no more units, or 0 for no limit. */
  closeBoxAfterDays: number;
  /**
   * The hold starts when payment is requested, or otherwise when the basket's shows have ended. It starts
   * again with each later win. `hours: 0`: no hold.
   */
  hold: { hours: number; atEnd: HoldEndEffect };
  /** The text for `{howToPay}`. It may contain the other placeholders. */
  howToPay: string;
  /** The workspace's templates by language. Other languages use the product's (`defaultTemplates`). */
  templates: Partial<Record<BuyerLanguage, string>>;
  /** Language for buyers whose language is not known. */
  language: BuyerLanguage;
}
export interface BasketSettingsView extends BasketSettings {
  defaultTemplates: Partial<Record<BuyerLanguage, string>>;
}
export type UpdateBasketSettingsRequest = Partial<BasketSettings>;

/** Template placeholders, written in braces: `{name}`. Others are rejected when the template is saved. */
export const BASKET_PLACEHOLDERS = [
  'name',
  'show',
  'items',
  'units',
  'amount',
  'extras',
  'total',
  'howToPay',
  'holdEnds',
  'code',
] as const;
export type BasketPlaceholder = (typeof BASKET_PLACEHOLDERS)[number];

/** Format of `{holdEnds}`, in the language of the text. */
export const HOLD_END_FORMAT = { dateStyle: 'medium', timeStyle: 'short' } as const;

/**
 * `GET /api/baskets/:id/text?language=&timeZone=`: the text for the buyer, ready to copy. Default `language`:
 * the buyer's, else the workspace's. `timeZone`: IANA name, for `{holdEnds}`; default UTC.
 */
export interface BasketText {
  text: string;
  language: BuyerLanguage;
  /** False if the requested language, or else the buyer's, has no template. */
  inOwnLanguage: boolean;
}

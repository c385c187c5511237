import type { BuyerLanguage } from './people';

/** Effect of the end of a hold: none, the basket is marked as overdue, or its units are released. */
export const HOLD_ENDS = ['nothing', 'remind', 'release'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** Maximum of `closeBoxAfterDays`. */
export const MAX_BOX_DAYS = 365;
/** Maximum length of a hold, in hours. */
export const MAX_HOLD_HOURS = 2_160;
/** Maximum length of a template, or of the text about how to pay, in characters. */
export const MAX_BASKET_TEXT = 2_000;

/** `GET /api/baskets/settings` (all roles). `PATCH` (admin): fields that are left out keep their values. */
export interface BasketSettings {
  /** One basket per buyer over all shows until payment is requested, instead of one per show. */
  openBox: boolean;
  /** Days after which an open box takes no more units; 0: never. */
  closeBoxAfterDays: number;
  /** Runs from the request for payment, or without one, from the end of the show. `hours: 0`: no hold. */
  hold: { hours: number; atEnd: HoldEnd };
  /** The text for `{howToPay}`. It may contain the other placeholders. */
  howToPay: string;
  /** Texts of the workspace by language; a language without one uses the product's (`defaultTemplates`). */
  templates: Partial<Record<BuyerLanguage, string>>;
  /** Language for buyers whose language is not known. */
  language: BuyerLanguage;
}
export interface BasketSettingsView extends BasketSettings {
  defaultTemplates: Partial<Record<BuyerLanguage, string>>;
}
export type UpdateBasketSettingsRequest = Partial<BasketSettings>;

/** Placeholders of a template, in braces: `{name}`. Others are refused when the template is saved. */
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

/**
 * `GET /api/baskets/:id/text?language=&timeZone=`: the text for the buyer, ready to copy. Without `language`:
 * that of the buyer, else of the workspace. `timeZone`: IANA name, for `{holdEnds}`; default UTC.
 */
export interface BasketText {
  text: string;
  language: BuyerLanguage;
  /** False if the requested language, or else the buyer's, has no template. */
  inOwnLanguage: boolean;
}

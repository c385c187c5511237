import type { ErrorCode } from '@sellary/contracts';

/**
 * Texts for codes with a single meaning. The messages for other codes describe what is wrong with the
 * request, and stay in English.
 */
export const ERROR_TEXTS: Partial<Record<ErrorCode, string>> = {
  ALREADY_MEMBER: $localize`:@@api.error.already-member:This person is already a member.`,
  ALREADY_MERGED: $localize`:@@api.error.already-merged:Both accounts already belong to this buyer. Nothing was changed.`,
  ALREADY_RESOLVED: $localize`:@@api.error.already-resolved:Another operator already decided this. Nothing was changed.`,
  BASKET_CHANGED: $localize`:@@api.error.basket-changed:The basket changed in the meantime, so nothing was done. Check it, then try again.`,
  BASKET_SHIPPED: $localize`:@@api.error.basket-shipped:The basket has already been shipped, so nothing was changed.`,
  CLAIM_PAID: $localize`:@@api.error.claim-paid:The unit is paid, so nothing was changed. Undo the payment in the basket first.`,
  CONNECTION_EXPIRED: $localize`:@@api.error.connection-expired:The connection to the account has expired. Connect the account again.`,
  EMAIL_TAKEN: $localize`:@@api.error.email-taken:This email address already has an account. Sign in instead.`,
  FORBIDDEN: $localize`:@@api.error.forbidden:You are not allowed to do this. Ask an admin or owner.`,
  INTERNAL: $localize`:@@api.error.internal:The server could not do this because of an internal error. Try again in a moment.`,
  INVALID_CREDENTIALS: $localize`:@@api.error.invalid-credentials:The email address or password is wrong.`,
  INVITE_EXPIRED: $localize`:@@api.error.invite-expired:This invitation has expired. Ask for a new one.`,
  INVITE_REVOKED: $localize`:@@api.error.invite-revoked:This invitation was revoked. Ask for a new one.`,
  INVITE_USED: $localize`:@@api.error.invite-used:This invitation was already used. Ask for a new one.`,
  ITEM_HAS_CLAIMS: $localize`:@@api.error.item-has-claims:The item has claims, so it cannot be changed this way.`,
  ITEM_NUMBER_TAKEN: $localize`:@@api.error.item-number-taken:Another item already has this number. Nothing was changed.`,
  ITEM_WITHDRAWN: $localize`:@@api.error.item-withdrawn:The item is withdrawn, so nothing was changed. Restore it first.`,
  ITEM_SOLD_OUT: $localize`:@@api.error.item-sold-out:The item is sold out. Nothing was changed.`,
  LAST_OWNER: $localize`:@@api.error.last-owner:A workspace needs an owner. Make another member an owner first.`,
  LIMIT_REACHED: $localize`:@@api.error.limit-reached:The limit was reached. Nothing was changed.`,
  LIVE_ALREADY_BOUND: $localize`:@@api.error.live-already-bound:Another live or paused show already uses this live video.`,
  NO_SOURCE: $localize`:@@api.error.no-source:The show has no live video. Add one first.`,
  NO_CURRENCY: $localize`:@@api.error.no-currency:No currency is set, so there can be no prices. Nothing was changed.`,
  NOT_FOUND: $localize`:@@api.error.not-found:Not found. It may have been deleted.`,
  PHOTO_NOT_STORED: $localize`:@@api.error.photo-not-stored:Photo storage is not working, so the photo was not saved. The sale continues. Try again in a moment.`,
  PHOTO_UNREADABLE: $localize`:@@api.error.photo-unreadable:The photo is damaged or incomplete, so it was not saved. Choose another one.`,
  PLATFORM_ERROR: $localize`:@@api.error.platform-error:The platform refused this. Try again in a moment.`,
  QUANTITY_BELOW_CLAIMED: $localize`:@@api.error.quantity-below-claimed:More units than that are already claimed. Choose a higher quantity.`,
  RATE_LIMITED: $localize`:@@api.error.rate-limited:Too many attempts. Wait a moment, then try again.`,
  REGISTRATION_CLOSED: $localize`:@@api.error.registration-closed:Registration is closed on this server. Ask an owner for an invitation.`,
  SHOW_HAS_PRICES: $localize`:@@api.error.show-has-prices:The currency can be changed only while no item has a price. Nothing was changed.`,
  SHOW_NOT_DRAFT: $localize`:@@api.error.show-not-draft:This works only while the show is a draft.`,
  UNAVAILABLE: $localize`:@@api.error.unavailable:The server is too busy. Try again in a moment.`,
  UNDO_STALE: $localize`:@@api.error.undo-stale:This can no longer be undone. Nothing was changed.`,
};

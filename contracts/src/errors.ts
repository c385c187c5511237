/** Error codes that any endpoint may return, each with its HTTP status. */
export const GENERIC_ERROR_STATUS = {
  VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

/** Error codes that only some endpoints return, each with its HTTP status. */
export const SPECIFIC_ERROR_STATUS = {
  EMAIL_TAKEN: 409,
  LAST_OWNER: 409,
  ALREADY_MEMBER: 409,
  INVITE_USED: 409,
  INVITE_REVOKED: 410,
  INVITE_EXPIRED: 410,
  REGISTRATION_CLOSED: 403,
  INVALID_CREDENTIALS: 401,
  INVALID_REFRESH_TOKEN: 401,
  SHOW_NOT_DRAFT: 409,
  INVALID_TRANSITION: 409,
  NO_SOURCE: 409,
  LIVE_ALREADY_BOUND: 409,
  ITEM_NUMBER_TAKEN: 409,
  ITEM_HAS_CLAIMS: 409,
  QUANTITY_BELOW_CLAIMED: 409,
  ITEM_SOLD_OUT: 409,
  ITEM_WITHDRAWN: 409,
  NO_CURRENCY: 409,
  PHOTO_UNREADABLE: 400,
  PHOTO_NOT_STORED: 503,
  SHOW_HAS_PRICES: 409,
  HANDLE_AMBIGUOUS: 409,
  UNDO_STALE: 409,
  ALREADY_RESOLVED: 409,
  ALREADY_MERGED: 409,
  BASKET_CHANGED: 409,
  BASKET_SHIPPED: 409,
  CLAIM_PAID: 409,
  LIMIT_REACHED: 409,
  CONNECTION_EXPIRED: 409,
  EXTENSION_OFF: 409,
  EXTENSION_REFUSED: 409,
  EXTENSION_FAILED: 502,
  ACTION_NOT_RECORDED: 500,
  PLATFORM_ERROR: 502,
} as const;

export const ERROR_STATUS = { ...GENERIC_ERROR_STATUS, ...SPECIFIC_ERROR_STATUS } as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field of a rejected request, or one candidate of an ambiguous one. */
export interface ErrorDetail {
  field: string;
  message: string;
}

/** The body of every error response. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; details?: ErrorDetail[] };
}

import { SetMetadata } from '@nestjs/common';

/** The request body that a route accepts. */
export interface BodyRule {
  maxBytes: number;
  /** `raw`: the bytes as they arrived, because a signature covers them. */
  kind: 'json' | 'raw';
}

export const MAX_BODY_BYTES = 5 * 1024 * 1024;
/** A body up to this size is read immediately; a larger one may wait for memory. */
export const MAX_SMALL_BODY_BYTES = 100 * 1024;
export const DEFAULT_BODY_RULE: BodyRule = { maxBytes: MAX_SMALL_BODY_BYTES, kind: 'json' };

export const BODY_RULE = 'sellary:body-rule';

/** Declares a request body that is not JSON or may be larger than 100 KB. */
export const RequestBody = (rule: Partial<BodyRule>): MethodDecorator =>
  SetMetadata(BODY_RULE, { ...DEFAULT_BODY_RULE, ...rule });

import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';

/** A call as another system sent it. Nothing in it can be trusted yet. */
export interface CallbackRequest {
  /** The unchanged bytes, because signatures are computed over them. Empty if there is no body. */
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
  /** Path parameters, by their names in the route. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** A call with a verified sender. */
export interface VerifiedCallback extends CallbackRequest {
  /** Workspace id that the verifier returned. The extension is on in this workspace. */
  readonly workspaceId: string;
}

/** Checks who sent a call. A provider in the extension's module. */
export interface VerifiesCallbacks {
  /**
   * Checks the signature, in constant time (`timingSafeEqual`), and the age of the call, so that a recorded
   * call cannot be replayed. May take up to 10 seconds.
   * @returns id of the workspace that the call is for; null to reject the call with 403
   */
  verify(request: CallbackRequest): Promise<string | null> | string | null;
}

export interface CallbackOptions {
  readonly verifier: Type<VerifiesCallbacks>;
  /** Maximum body size, 1 byte to 1 MB; 64 KB if left out. */
  readonly maxBytes?: number;
}

/** Metadata keys of `@Callback`; used by the product. */
export const CALLBACK = 'sellary:callback';
const PUBLIC = 'sellary:public';
const BODY_RULE = 'sellary:body-rule';

/** Request key under which the product stores the verified call; used by the product. */
export const REQUEST_CALLBACK = Symbol.for('sellary.extension-callback');

const DEFAULT_MAX_BYTES = 64 * 1024;

/**
 * Marks a route that another system, such as a payment provider, a shop, or a chat service, calls without a
 * session. The verifier checks each call before the route receives it. The body is not parsed.
 *
 * ```ts
 * @Post('payments/:account')
 * @Callback({ verifier: PaymentSignature })
 * @HttpCode(204)
 * paid(@CurrentCallback() { workspaceId, body }: VerifiedCallback) { … }
 * ```
 */
export const Callback = (options: CallbackOptions): MethodDecorator =>
  applyDecorators(
    SetMetadata(CALLBACK, options),
    SetMetadata(PUBLIC, true),
    SetMetadata(BODY_RULE, { kind: 'raw', maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES }),
  );

/** Parameter for a route with `@Callback`: the verified call, as `VerifiedCallback`. */
export const CurrentCallback = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<{ [REQUEST_CALLBACK]?: VerifiedCallback }>();
  const callback = request[REQUEST_CALLBACK];
  if (callback === undefined) throw new Error('@CurrentCallback() works only in a route with @Callback(…).');
  return callback;
});

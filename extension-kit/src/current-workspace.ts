import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role } from '@sellary/contracts';

/** A request's workspace, and the user who sent the request. */
export interface ExtensionWorkspace {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  /** The user's role in this workspace: `viewer`, `operator`, `admin`, or `owner`. */
  readonly role: Role;
  readonly user: { readonly id: string; readonly name: string };
}

/** Request key under which the product stores the workspace; used by the product. */
export const REQUEST_WORKSPACE = Symbol.for('sellary.extension-workspace');

/** Metadata key of `@RequireRole`; used by the product. */
export const REQUIRED_ROLE = 'sellary:minimum-role';

/**
 * Route parameter: the signed-in user's workspace, as `ExtensionWorkspace`. Every extension route without
 * `@Callback` requires a signed-in user, and a workspace in which the extension is on.
 *
 * ```ts
 * @Get('greetings')
 * greetings(@CurrentWorkspace() workspace: ExtensionWorkspace) { … }
 * ```
 */
export const CurrentWorkspace = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<{ [REQUEST_WORKSPACE]?: ExtensionWorkspace }>();
  const workspace = request[REQUEST_WORKSPACE];
  if (workspace === undefined) {
    throw new Error('@CurrentWorkspace() works only in a controller of an extension module.');
  }
  return workspace;
});

/**
 * Limits a route, or all of a controller's routes, to users with this role or a higher one. Other users
 * receive 403 `FORBIDDEN`. Without this decorator, any workspace member may call the route. Roles from lowest
 * to highest: `viewer`, `operator`, `admin`, `owner`.
 */
export const RequireRole = (role: Role): ClassDecorator & MethodDecorator => SetMetadata(REQUIRED_ROLE, role);

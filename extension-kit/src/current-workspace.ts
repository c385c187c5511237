import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role } from '@sellary/contracts';

/** Workspace of a request, and the user who sent it. */
export interface ExtensionWorkspace {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  /** Role of the user in this workspace: `viewer`, `operator`, `admin`, or `owner`. */
  readonly role: Role;
  readonly user: { readonly id: string; readonly name: string };
}

/** Key of a request under which the product stores its workspace; used by the product. */
export const REQUEST_WORKSPACE = Symbol.for('sellary.extension-workspace');

/** Metadata key of `@RequireRole`; used by the product. */
export const REQUIRED_ROLE = 'sellary:minimum-role';

/**
 * Parameter of a route: the workspace of the signed-in user, as `ExtensionWorkspace`. Every route of an
 * extension requires a user who is signed in, and a workspace in which the extension is on.
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
    throw new Error('@CurrentWorkspace() works only in a controller of the module of an extension.');
  }
  return workspace;
});

/**
 * Limits a route, or all routes of a controller, to users with this role or a higher one. Other users receive
 * 403 `FORBIDDEN`. Without it, each member of the workspace may call the route. Roles from lowest to highest:
 * `viewer`, `operator`, `admin`, `owner`.
 */
export const RequireRole = (role: Role): ClassDecorator & MethodDecorator => SetMetadata(REQUIRED_ROLE, role);

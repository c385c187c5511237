import type { Type } from '@nestjs/common';
import type { Buyer, Claim, Role, Show } from '@sellary/contracts';
import type { ExtensionWorkspace } from './current-workspace';

/** Objects that may have actions. */
export interface ActionTargets {
  readonly claim: Claim;
  readonly buyer: Buyer;
  readonly show: Show;
}
export type ActionTarget = keyof ActionTargets;

/** One use of an action. */
export interface ActionContext<On extends ActionTarget = ActionTarget> {
  /** The workspace, and the user who chose the action. */
  readonly workspace: ExtensionWorkspace;
  /** The claim, buyer, or show, read when the action begins. */
  readonly target: ActionTargets[On];
  /** @returns a provider of the extension's module, or a kit service, such as `ClaimCommands` */
  get<Provider>(token: Type<Provider> | AbstractProvider<Provider>): Provider;
}

/** An abstract class that is an injection token, such as `ClaimCommands`. */
export type AbstractProvider<Provider> = abstract new (...args: never[]) => Provider;

/** Text that the user sees when the action is done. */
export interface ActionResult {
  readonly message?: string;
}

/** A button on a claim, a buyer, or a show in the console. */
export interface ExtensionAction<On extends ActionTarget = ActionTarget> {
  readonly on: On;
  /** Lowercase letters, digits, and hyphens. Unique in the extension. */
  readonly id: string;
  /** Button text. Begins with a verb, in sentence case: `Send invoice`. */
  readonly label: string;
  /** Question that the user answers first, for an action that is hard to undo. */
  readonly confirm?: string;
  /** Minimum role required; `operator` if left out. */
  readonly role?: Role;
  /**
   * Does the work in at most 10 seconds. The audit log records the use. Throw `ExtensionRefusal` for an
   * expected refusal; the user sees its message, or that of an uncaught error from a kit service such as
   * `ClaimCommands`. Any other error is logged, and the user sees only that the action failed.
   */
  run(context: ActionContext<On>): Promise<ActionResult | void> | ActionResult | void;
}

/** Declares an action, so that the compiler knows the type of the target in `run`. */
export const defineAction = <On extends ActionTarget>(action: ExtensionAction<On>): ExtensionAction<On> =>
  Object.freeze(action);

/**
 * An expected refusal by an action or a route: `This buyer has no email address. Add one first.` The caller
 * receives 409 `EXTENSION_REFUSED` with this message, which explains what happened and what to do.
 */
export class ExtensionRefusal extends Error {
  override readonly name = 'ExtensionRefusal';
}

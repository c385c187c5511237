import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { RunActionResult } from '@sellary/contracts';
import {
  type ActionContext,
  type AnyExtensionAction,
  type ExtensionAction,
  ExtensionRefusal,
} from '@sellary/extension-kit';
import { auditedBy, hasRole, type Principal } from '../../auth';
import { ApiError, Clock, recordAudit, reportFailure, Transactions } from '../../kernel';
import { ExtensionMetrics } from '../health/extension-metrics';
import { inIsolation } from '../host/isolated-call';
import { isExtensionService, extensionServicesModule } from '../host/extension-services';
import { ExtensionSwitches } from '../switches/extension-switches';
import { ActionTargetReads } from './action-target-reads';

export const DEFAULT_ACTION_ROLE = 'operator';

/** Runs the actions that extensions add to claims, buyers, and shows. */
@Injectable()
export class ExtensionActions {
  constructor(
    private readonly switches: ExtensionSwitches,
    private readonly targets: ActionTargetReads,
    private readonly modules: ModuleRef,
    private readonly transactions: Transactions,
    private readonly metrics: ExtensionMetrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs an action and records it in the audit log, even if it fails.
   * @throws ApiError NOT_FOUND, EXTENSION_OFF, FORBIDDEN, EXTENSION_REFUSED, EXTENSION_FAILED,
   * ACTION_NOT_RECORDED, and any ApiError thrown by a product service that the action uses
   */
  async run(caller: Principal, name: string, actionId: string, targetId: string): Promise<RunActionResult> {
    const { definition } = this.switches.get(name);
    const action = definition.actions?.find(({ id }) => id === actionId);
    if (action === undefined) throw ApiError.notFound('action');
    const workspace = await this.switches.checkedWorkspace(name, caller);
    const minimumRole = action.role ?? DEFAULT_ACTION_ROLE;
    if (!hasRole(caller.role, minimumRole)) {
      throw new ApiError(
        'FORBIDDEN',
        `"${action.label}" requires the ${minimumRole} role. Your role is ${caller.role}. Ask an admin or owner.`,
      );
    }
    const target = await this.targets.read(action.on, caller.workspaceId, targetId);
    const context = { workspace, target, get: this.getter(name) } as ActionContext;
    const audit = (error?: string): Promise<boolean> => this.audit(caller, name, action, targetId, error);
    const result = await inIsolation(name, `Action ${actionId}`, () =>
      // The cast is safe, because `target` was read for `action.on`.
      (action as ExtensionAction).run(context),
    ).catch(async (error: unknown) => {
      const apiError = this.toApiError(name, action, error);
      await audit(apiError.code);
      throw apiError;
    });
    if (!(await audit())) {
      // A database error would say that nothing was saved, and invite a second run.
      throw new ApiError(
        'ACTION_NOT_RECORDED',
        `"${action.label}" ran, but its entry may be missing from the audit log. Check the result before you run it again.`,
      );
    }
    return { message: result?.message ?? null };
  }

  private getter(name: string): ActionContext['get'] {
    return (token) =>
      isExtensionService(token)
        ? this.modules.get(extensionServicesModule(name), { strict: false }).ref.get(token)
        : this.modules.get(token, { strict: false });
  }

  private toApiError(name: string, action: AnyExtensionAction, error: unknown): ApiError {
    if (error instanceof ExtensionRefusal) return new ApiError('EXTENSION_REFUSED', error.message);
    if (error instanceof ApiError) return error;
    this.metrics.recordFailure(name);
    reportFailure(`extension ${name}`, error);
    return new ApiError(
      'EXTENSION_FAILED',
      `"${action.label}" from the extension "${name}" failed. The server log contains the reason. Try again.`,
    );
  }

  /**
   * Records an action without its message. It may name a viewer, and an erasure would not find it.
   * @returns false if the entry could not be stored
   */
  private audit(
    caller: Principal,
    name: string,
    action: AnyExtensionAction,
    targetId: string,
    error: string | undefined,
  ): Promise<boolean> {
    return this.transactions
      .run((tx) =>
        recordAudit(tx, {
          ...auditedBy(caller, this.clock.iso()),
          action: 'extension.action',
          entityType: action.on,
          entityId: targetId,
          before: null,
          after: { extension: name, action: action.id, error },
        }),
      )
      .then(
        () => true,
        (failure: unknown) => {
          reportFailure('audit of actions', failure);
          return false;
        },
      );
  }
}

import { Injectable } from '@nestjs/common';
import type { UpdateExtensionRequest } from '@sellary/contracts';
import { auditedBy, type Principal } from '../../auth';
import { ApiError, Clock, recordAudit, Transactions, type Tx } from '../../kernel';
import { skipToEnd } from '../followers/follower-cursors';
import { followerIdsOf } from '../followers/follower';
import type { LoadedExtension } from '../loaded-extension';
import { SavedSettings } from '../settings/saved-settings';
import { ExtensionSwitches } from './extension-switches';
import { lockSwitch, type SwitchRow, writeSwitch } from './switch-rows';

/** Changes an extension's switch and settings in a workspace. */
@Injectable()
export class ExtensionChanges {
  constructor(
    private readonly switches: ExtensionSwitches,
    private readonly settings: SavedSettings,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies the values in the request. When the extension is turned on, its followers continue with the next
   * new row. Rows recorded while it was off are skipped.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED
   */
  async update(caller: Principal, name: string, change: UpdateExtensionRequest): Promise<void> {
    const extension = this.switches.get(name);
    await this.transactions.run(async (tx) => {
      const at = this.clock.iso();
      const before = await lockSwitch(tx, caller.workspaceId, name, at);
      const wasOn = before.enabled ?? extension.isOnByDefault;
      const isOn = change.enabled ?? wasOn;
      const after = {
        ...this.withChanges(extension, caller.workspaceId, before, change.settings ?? {}),
        enabled: change.enabled ?? before.enabled,
      };
      if (change.settings !== undefined || (isOn && !wasOn)) {
        await this.assertValid(extension, caller.workspaceId, after);
      }
      await writeSwitch(tx, caller.workspaceId, name, after);
      if (isOn && !wasOn) await skipToEnd(tx, followerIdsOf(extension.definition), caller.workspaceId);
      const audit = { tx, caller, name, at };
      if (isOn !== wasOn) {
        await recordChange(audit, 'extension.switch', { enabled: wasOn }, { enabled: isOn });
      }
      if (change.settings !== undefined) {
        await recordChange(
          audit,
          'extension.settings',
          this.auditedValues(extension, before),
          this.auditedValues(extension, after),
        );
      }
    });
  }

  /** @throws ApiError VALIDATION_FAILED for a field that the extension does not have */
  private withChanges(
    { name, form }: LoadedExtension,
    workspaceId: string,
    before: SwitchRow,
    changes: Record<string, unknown>,
  ): SwitchRow {
    const settings = new Map(Object.entries(before.settings));
    const secrets = new Map(Object.entries(before.secrets));
    for (const [field, value] of Object.entries(changes)) {
      if (form === null || !Object.hasOwn(form.schema.properties, field)) {
        throw ApiError.invalid(`settings.${field}`, `"${name}" has no setting ${field}`);
      }
      const isSecret = form.secrets.has(field);
      if (value === null) (isSecret ? secrets : settings).delete(field);
      else if (isSecret) {
        secrets.set(field, this.settings.seal(name, workspaceId, field, secretText(field, value)));
      } else settings.set(field, value);
    }
    return {
      ...before,
      settings: Object.fromEntries(settings),
      secrets: Object.fromEntries(secrets),
    };
  }

  private async assertValid(extension: LoadedExtension, workspaceId: string, row: SwitchRow): Promise<void> {
    const { form } = extension;
    if (form === null) return;
    const values = this.settings.withSecrets(extension.name, workspaceId, row);
    const problems = await form.problems(form.createInstance(values));
    if (problems.length > 0) {
      throw new ApiError(
        'VALIDATION_FAILED',
        problems[0]?.message ?? 'The settings are not valid.',
        problems,
      );
    }
  }

  private auditedValues(extension: LoadedExtension, row: SwitchRow): object {
    const { values, secretsSet } = this.settings.info(extension, row) ?? {};
    return { values, secretsSet };
  }
}

function secretText(field: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > MAX_SECRET_LENGTH) {
    throw ApiError.invalid(
      `settings.${field}`,
      `${field} must be a string of 1 to ${MAX_SECRET_LENGTH} characters`,
    );
  }
  return value;
}

const MAX_SECRET_LENGTH = 10_000;

function recordChange(
  { tx, caller, name, at }: { tx: Tx; caller: Principal; name: string; at: string },
  action: 'extension.switch' | 'extension.settings',
  before: object,
  after: object,
): Promise<unknown> {
  return recordAudit(tx, {
    ...auditedBy(caller, at),
    action,
    entityType: 'extension',
    entityId: null,
    before: { extension: name, ...before },
    after: { extension: name, ...after },
  });
}

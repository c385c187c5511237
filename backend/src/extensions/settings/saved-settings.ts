import { Injectable, Logger } from '@nestjs/common';
import type { ExtensionSettingsInfo } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { poolReader } from '../../kernel';
import { TokenVault, UnreadableToken } from '../../platforms';
import type { LoadedExtension } from '../loaded-extension';
import { readSwitch, type SwitchRow } from '../switches/switch-rows';
import type { SettingValues } from './settings-form';

/** Settings that workspaces have saved for extensions. Secrets are encrypted with the token vault. */
@Injectable()
export class SavedSettings {
  private readonly log = new Logger('Extensions');

  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: TokenVault,
  ) {}

  /**
   * Reads the settings for use by the extension, including secrets.
   * @throws Error if the settings are not valid, or the extension has none
   */
  async read({ name, form }: LoadedExtension, workspaceId: string): Promise<object> {
    if (form === null) {
      throw new Error(`"${name}" has no settings. Specify a settings class in defineExtension().`);
    }
    const row = await readSwitch(poolReader(this.dataSource), workspaceId, name);
    const instance = form.createInstance(this.withSecrets(name, workspaceId, row));
    const [problem] = await form.problems(instance);
    if (problem !== undefined) {
      throw new Error(
        `The settings of "${name}" are incomplete: ${problem.message}. An admin can complete them in Settings, Extensions.`,
      );
    }
    return instance;
  }

  /**
   * Saved values, including secrets. A secret whose key was removed counts as not set, so that an admin
   * enters it again.
   */
  withSecrets(name: string, workspaceId: string, { settings, secrets }: SwitchRow): SettingValues {
    const opened = Object.entries(secrets).flatMap(([field, sealed]) => {
      const secret = this.open(name, workspaceId, field, sealed);
      return secret === null ? [] : [[field, secret] as const];
    });
    return { ...settings, ...Object.fromEntries(opened) };
  }

  seal(name: string, workspaceId: string, field: string, secret: string): string {
    return this.vault.seal(secret, vaultOwner(name, workspaceId, field));
  }

  /**
   * Re-encrypts secrets that were encrypted with an old key, using the current (first) key. @returns null if
   * there are none
   */
  resealSecrets(name: string, workspaceId: string, row: SwitchRow): SwitchRow | null {
    const resealed = Object.entries(row.secrets).flatMap(([field, sealed]) => {
      const secret = this.vault.needsReseal(sealed) ? this.open(name, workspaceId, field, sealed) : null;
      return secret === null ? [] : [[field, this.seal(name, workspaceId, field, secret)] as const];
    });
    if (resealed.length === 0) return null;
    return { ...row, secrets: { ...row.secrets, ...Object.fromEntries(resealed) } };
  }

  /** @returns null if no key can decrypt the secret */
  private open(name: string, workspaceId: string, field: string, sealed: string): string | null {
    try {
      return this.vault.open(sealed, vaultOwner(name, workspaceId, field));
    } catch (error) {
      if (!(error instanceof UnreadableToken)) throw error;
      this.log.warn(`The secret "${field}" of the extension "${name}" cannot be read. ${error.message}`);
      return null;
    }
  }

  /** Settings for an admin, without secret values. */
  info({ form }: LoadedExtension, row: SwitchRow): ExtensionSettingsInfo | null {
    if (form === null) return null;
    const fields = Object.keys(form.schema.properties).filter((field) => !form.secrets.has(field));
    const values: SettingValues = { ...form.defaults(), ...row.settings };
    return {
      schema: form.schema,
      values: Object.fromEntries(
        fields.filter((field) => values[field] !== undefined).map((field) => [field, values[field]]),
      ),
      secretsSet: [...form.secrets].filter((field) => Object.hasOwn(row.secrets, field)),
    };
  }
}

const vaultOwner = (name: string, workspaceId: string, field: string): string =>
  `extension ${name} ${workspaceId} ${field}`;

import type { ExtensionDefinition } from '@sellary/extension-kit';
import { SettingsForm } from './settings/settings-form';

/** An extension that the product has checked and loaded. */
export interface LoadedExtension {
  readonly name: string;
  readonly definition: ExtensionDefinition;
  /** Null if the extension has no settings. */
  readonly form: SettingsForm | null;
  /**
   * True if the extension is on in workspaces that have never switched it on or off. False if a required
   * setting has no default.
   */
  readonly isOnByDefault: boolean;
}

/** Injection token for the loaded extensions, by name. */
export const LOADED_EXTENSIONS = Symbol('LOADED_EXTENSIONS');
export type LoadedExtensions = ReadonlyMap<string, LoadedExtension>;

export function toLoaded(definition: ExtensionDefinition): LoadedExtension {
  const form = definition.settings === undefined ? null : new SettingsForm(definition.settings);
  return { name: definition.name, definition, form, isOnByDefault: form === null || form.acceptsDefaults() };
}

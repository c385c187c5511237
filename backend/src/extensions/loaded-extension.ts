import type { ExtensionDefinition } from '@sellary/extension-kit';
import { SettingsForm } from './settings/settings-form';

/** An extension as the product has checked and loaded it. */
export interface LoadedExtension {
  readonly name: string;
  readonly definition: ExtensionDefinition;
  /** Null if it has no settings. */
  readonly form: SettingsForm | null;
  /** It is on in a workspace that has never switched it: unless a setting without a default is required. */
  readonly isOnByDefault: boolean;
}

/** Injection token of the loaded extensions, by name. */
export const LOADED_EXTENSIONS = Symbol('LOADED_EXTENSIONS');
export type LoadedExtensions = ReadonlyMap<string, LoadedExtension>;

export function toLoaded(definition: ExtensionDefinition): LoadedExtension {
  const form = definition.settings === undefined ? null : new SettingsForm(definition.settings);
  return { name: definition.name, definition, form, isOnByDefault: form === null || form.acceptsDefaults() };
}

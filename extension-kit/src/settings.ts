import type { Type } from '@nestjs/common';

/** A setting's texts, and whether it is a secret. */
export interface SettingOptions {
  /** The field's label in the console, in sentence case. The property name if left out. */
  readonly label?: string;
  /** One sentence below the field. */
  readonly help?: string;
  /**
   * Marks a password, key, or token. It must be a string. The product stores it encrypted and never returns
   * it. The console shows only that it is set.
   */
  readonly secret?: boolean;
}

const settingsByClass = new WeakMap<object, Map<string, SettingOptions>>();

/**
 * Describes a property of a settings class. Each property also needs a `class-validator` decorator, which
 * checks the value and determines the field in the console: `@IsString()`, `@IsUrl()`, `@IsEmail()`,
 * `@IsInt()`, `@IsNumber()`, `@IsBoolean()`, `@IsIn([…])`, and `@IsString({ each: true })` with `@IsArray()`
 * for a list of strings. A property without `@IsOptional()` is required. The property's initial value is its
 * default.
 *
 * ```ts
 * class ShopSettings {
 *   @IsUrl() @Setting({ label: 'Address of the shop' }) address = 'https://shop.example.com';
 *   @IsString() @MinLength(16) @Setting({ label: 'API key', secret: true }) apiKey!: string;
 * }
 * ```
 */
export const Setting =
  (options: SettingOptions): PropertyDecorator =>
  (target, property) => {
    const settings = settingsByClass.get(target) ?? new Map<string, SettingOptions>();
    settingsByClass.set(target, settings.set(String(property), options));
  };

/** A settings class's described properties, including inherited ones; used by the product. */
export function settingsOf(type: { prototype: object }): ReadonlyMap<string, SettingOptions> {
  const settings = new Map<string, SettingOptions>();
  let prototype: object | null = type.prototype;
  while (prototype !== null) {
    for (const [name, options] of settingsByClass.get(prototype) ?? []) {
      if (!settings.has(name)) settings.set(name, options);
    }
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return settings;
}

/**
 * Reads the settings that a workspace admin saved for this extension. An injection token: use it as the type
 * of a constructor parameter.
 */
export abstract class ExtensionSettings {
  /**
   * Reads the settings as an instance of the extension's `settings` class, including secrets. A property that
   * was not saved has its initial value.
   * @throws Error if the saved settings are no longer valid for the class, or a required setting is missing
   */
  abstract read<Settings extends object>(type: Type<Settings>, workspaceId: string): Promise<Settings>;
}

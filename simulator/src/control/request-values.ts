import { isObject, type Json } from '../http/json';
import { ControlError } from './control-error';

/** The values in a control request. Every method rejects a value of the wrong type and names its field. */
export class RequestValues {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  static read(body: unknown): RequestValues {
    if (body === null || body === undefined) return new RequestValues({});
    if (!isObject(body)) throw new ControlError('The body must be a JSON object.');
    return new RequestValues(body);
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== 'string' || value === '') {
      throw new ControlError(`${name} must be a nonempty string.`);
    }
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.optional(name, 'a string', isText);
  }

  number(name: string): number {
    const value = this.optionalNumber(name);
    if (value === undefined) throw new ControlError(`${name} must be a number.`);
    return value;
  }

  optionalNumber(name: string): number | undefined {
    return this.optional(name, 'a number', (value) => Number.isFinite(value));
  }

  optionalNumberBetween(name: string, min: number, max: number): number | undefined {
    const value = this.optionalNumber(name);
    if (value === undefined || (value >= min && value <= max)) return value;
    throw new ControlError(`${name} must be between ${min} and ${max}.`);
  }

  optionalFlag(name: string): boolean | undefined {
    return this.optional(name, 'true or false', (value) => typeof value === 'boolean');
  }

  optionalStrings(name: string): string[] | undefined {
    return this.optional(name, 'a list of strings', isTextList);
  }

  optionalStringMap(name: string): Record<string, string> | undefined {
    return this.optional(
      name,
      'an object whose values are strings',
      (value) => isObject(value) && Object.values(value).every(isText),
    );
  }

  optionalStringLists(name: string): Record<string, string[]> | undefined {
    return this.optional(
      name,
      'an object whose values are lists of strings',
      (value) => isObject(value) && Object.values(value).every(isTextList),
    );
  }

  optionalChoice<const T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    const known = choices.find((choice) => choice === value);
    if (known === undefined) throw new ControlError(`${name} must be one of ${choices.join(', ')}.`);
    return known;
  }

  /** Returns any JSON value. The cast is safe because the value was parsed from JSON. */
  json(name: string): Json {
    const value = this.values[name];
    if (value === undefined) throw new ControlError(`${name} is missing.`);
    return value as Json;
  }

  /** Changes the named settings of `target`; each value must have the same type as the current one. */
  applyTo<T extends object>(target: T): void {
    for (const [name, value] of Object.entries(this.values)) {
      if (!Object.hasOwn(target, name)) {
        throw new ControlError(
          `There is no setting ${name}. The settings are ${Object.keys(target).join(', ')}.`,
        );
      }
      const current: unknown = Reflect.get(target, name);
      if (typeof value !== typeof current) throw new ControlError(`${name} must be a ${typeof current}.`);
      Reflect.set(target, name, value);
    }
  }

  /** @param isValid checks that a value has the type `T` */
  private optional<T>(name: string, typeName: string, isValid: (value: unknown) => boolean): T | undefined {
    const value = this.values[name] ?? undefined;
    if (value !== undefined && !isValid(value)) throw new ControlError(`${name} must be ${typeName}.`);
    return value as T | undefined;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Returns a copy without undefined values, so that a missing value does not override a default. */
export function withoutUndefined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

import { isObject, type Json } from '../http/json';
import { ControlError } from './control-error';

/** Reads the input of the control API. Every method refuses a value of the wrong type, with an error that names the field. */
export class Given {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  static read(body: unknown): Given {
    if (body === null || body === undefined) return new Given({});
    if (!isObject(body)) throw new ControlError('The body must be a JSON object.');
    return new Given(body);
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== 'string' || value === '') throw new ControlError(`${name} must be a text.`);
    return value;
  }

  optionalText(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new ControlError(`${name} must be a text.`);
    return value;
  }

  number(name: string): number {
    const value = this.optionalNumber(name);
    if (value === undefined) throw new ControlError(`${name} must be a number.`);
    return value;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new ControlError(`${name} must be a number.`);
    }
    return value;
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'boolean') throw new ControlError(`${name} must be true or false.`);
    return value;
  }

  optionalTexts(name: string): string[] | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
      throw new ControlError(`${name} must be a list of texts.`);
    }
    return value;
  }

  optionalTextMap(name: string): Record<string, string> | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    const entries = isObject(value) ? Object.entries(value) : [];
    if (
      !isObject(value) ||
      !entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ) {
      throw new ControlError(`${name} must be an object of texts.`);
    }
    return Object.fromEntries(entries);
  }

  optionalTextLists(name: string): Record<string, string[]> | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    const entries = isObject(value) ? Object.entries(value) : [];
    const areLists = entries.every(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string'),
    );
    if (!isObject(value) || !areLists) throw new ControlError(`${name} must be an object of lists of texts.`);
    return Object.fromEntries(entries);
  }

  optionalChoice<const T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw new ControlError(`${name} must be one of ${choices.join(', ')}.`);
    return found;
  }

  /** Any JSON value; it was parsed from JSON. */
  json(name: string): Json {
    const value = this.values[name];
    if (value === undefined) throw new ControlError(`${name} is missing.`);
    return value as Json;
  }

  /** Changes the named settings of `target`; each value must have the type of the current one. */
  applyTo<T extends object>(target: T): void {
    for (const [name, value] of Object.entries(this.values)) {
      if (!Object.hasOwn(target, name)) {
        throw new ControlError(`There is no setting ${name}; there are ${Object.keys(target).join(', ')}.`);
      }
      const old: unknown = Reflect.get(target, name);
      if (typeof value !== typeof old) throw new ControlError(`${name} must be a ${typeof old}.`);
      Reflect.set(target, name, value);
    }
  }
}

/** A copy without the keys that are undefined: a missing value must not override a default. */
export function stated<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

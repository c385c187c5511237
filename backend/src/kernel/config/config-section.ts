import type { EnvReader } from './env-reader';

/** A module's part of the configuration. It is read, checked, and reported together with all other parts. */
export interface ConfigSection<T> {
  /** Adds problems to `env.problems`. */
  read(env: EnvReader): T;
  /**
   * Secrets, each with its variable name. In production, each must be strong and different from all others.
   */
  secrets?(section: T): [name: string, secret: string | null][];
  /** URLs that the server sends data to, each with its variable name. Production requires https. */
  addresses?(section: T): [name: string, url: string][];
}

/** Values of the sections that were read, by section definition. */
export class ConfigSections {
  private readonly values = new Map<ConfigSection<unknown>, unknown>();
  readonly secrets: [name: string, secret: string | null][] = [];
  readonly addresses: [name: string, url: string][] = [];

  add<T>(section: ConfigSection<T>, value: T): void {
    this.values.set(section, value);
    this.secrets.push(...(section.secrets?.(value) ?? []));
    this.addresses.push(...(section.addresses?.(value) ?? []));
  }

  get<T>(section: ConfigSection<T>): T {
    if (!this.values.has(section)) throw new Error('The section was not read with the configuration');
    return this.values.get(section) as T;
  }
}

import { resolve } from 'node:path';
import { MIN_SECRET_LENGTH, TOO_SHORT } from './secret-strength';

export const HTTP_SCHEMES = ['http', 'https'];

const MODES = ['', 'development', 'test', 'production'];

export type Env = Record<string, string | undefined>;

/** The secrets that local mode generates for itself. */
export interface Secrets {
  JWT_SECRET: string;
  JWT_REFRESH_SECRET: string;
  TOKEN_ENCRYPTION_KEY: string;
}

/** Reads environment variables and collects problems with them. */
export class EnvReader {
  readonly problems: string[] = [];
  readonly production: boolean;
  readonly dataDir: string;
  private generatedSecrets: Secrets | undefined;

  /**
   * Accepts only exact spellings of NODE_ENV, because a misspelled "production" would otherwise start local
   * mode, with its conveniences, on a public server.
   */
  constructor(
    private readonly env: Env,
    private readonly localSecrets: (dataDir: string) => Secrets,
  ) {
    const mode = env['NODE_ENV'] ?? '';
    if (!MODES.includes(mode)) {
      this.problems.push(`NODE_ENV must be production, development, test, or empty, not "${mode}"`);
    }
    this.production = mode === 'production';
    this.dataDir = resolve(this.text('DATA_DIR') ?? 'data');
  }

  /** Reads a secret. Production requires it; local mode generates its own. */
  secret(name: keyof Secrets, purpose: string): string {
    const value = this.production
      ? this.required(name, purpose)
      : (this.text(name) ?? (this.generatedSecrets ??= this.localSecrets(this.dataDir))[name]);
    if (value !== '' && value.length < MIN_SECRET_LENGTH) this.problems.push(`${name} ${TOO_SHORT}`);
    return value;
  }

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  required(name: string, purpose: string): string {
    const value = this.text(name);
    if (value === null) this.problems.push(`${name} is missing: ${purpose}`);
    return value ?? '';
  }

  list(name: string, isValid: (entry: string) => boolean, expected: string): string[] {
    const entries = (this.text(name) ?? '').split(',').flatMap((entry) => entry.trim() || []);
    for (const entry of entries) {
      if (!isValid(entry)) this.problems.push(`${name} must be a list of ${expected}, not "${entry}"`);
    }
    return entries;
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max) {
      this.problems.push(`${name} must be a whole number from ${min} to ${max}, not "${value}"`);
    }
    return number;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === null) return fallback;
    if (!allowed.includes(value as T)) {
      this.problems.push(`${name} must be one of ${allowed.join(', ')}, not "${value}"`);
    }
    return value as T;
  }

  /**
   * Reads a proxy variable. By convention, the lowercase name takes precedence, and the scheme is optional.
   */
  proxy(name: string): string | null {
    const value = this.text(name.toLowerCase()) ?? this.text(name);
    return value === null
      ? null
      : this.checkedUrl(name, value.includes('://') ? value : `http://${value}`, HTTP_SCHEMES);
  }

  url(name: string, schemes: string[]): string | null {
    const value = this.text(name);
    return value === null ? null : this.checkedUrl(name, value, schemes);
  }

  private checkedUrl(name: string, value: string, schemes: string[]): string {
    const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
    if (!schemes.includes(scheme)) {
      this.problems.push(`${name} must be a URL starting with ${schemes.map((s) => `${s}://`).join(' or ')}`);
    }
    return value.replace(/\/+$/, '');
  }
}

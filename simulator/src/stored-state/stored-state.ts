import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isObject } from '../http/json';
import type { ScopeStatus } from '../oauth/grants';
import type { Token } from '../oauth/tokens';
import type { Platform } from '../platform';

interface SavedState {
  /** Number of simulator starts when the file was saved. */
  runs: number;
  tokens: readonly Token[];
  grants: readonly {
    subject: string;
    scopes: readonly [string, ScopeStatus][];
    pageIds: readonly string[];
    lastLoginAt: number;
  }[];
  installed: readonly (readonly [ownerId: string, fields: readonly string[]])[];
}

const EMPTY: SavedState = { runs: 0, tokens: [], grants: [], installed: [] };

/**
 * The platform's state that survives a restart: the users who signed in, their tokens, and the pages and
 * accounts where the app is installed. Comments are never stored.
 */
export class StoredState {
  private readonly saved: SavedState;
  private revision = -1;

  /** Treats an unreadable file as missing. Users can sign in again, and the next save replaces the file. */
  constructor(private readonly file: string) {
    this.saved = read(file);
  }

  /** Differs at every start, so that comments from an earlier start are not confused with new ones. */
  get run(): number {
    return this.saved.runs;
  }

  restore({ tokens, grants, subscriptions }: Platform): void {
    tokens.restore(this.saved.tokens);
    grants.restore(
      this.saved.grants.map(({ scopes, pageIds, ...grant }) => ({
        ...grant,
        scopes: new Map(scopes),
        pageIds: new Set(pageIds),
      })),
    );
    for (const [ownerId, fields] of this.saved.installed) subscriptions.install(ownerId, fields);
  }

  /** Writes the file if something has changed since the last call. */
  save({ tokens, grants, subscriptions }: Platform): void {
    const revision = tokens.revision + grants.revision + subscriptions.revision;
    if (revision === this.revision) return;
    this.revision = revision;
    const saved: SavedState = {
      runs: this.saved.runs + 1,
      tokens: tokens.all(),
      grants: grants
        .all()
        .map(({ scopes, pageIds, ...grant }) => ({ ...grant, scopes: [...scopes], pageIds: [...pageIds] })),
      installed: subscriptions.installations(),
    };
    mkdirSync(dirname(this.file), { recursive: true });
    // Synced and then renamed into place, so that a crash or power failure does not lose the rehearsal's
    // sign-ins.
    const temporary = openSync(`${this.file}.new`, 'w', 0o600);
    try {
      writeFileSync(temporary, JSON.stringify(saved));
      fsyncSync(temporary);
    } finally {
      closeSync(temporary);
    }
    renameSync(`${this.file}.new`, this.file);
  }
}

function read(file: string): SavedState {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isSavedState(content) ? content : EMPTY;
  } catch {
    return EMPTY;
  }
}

const isSavedState = (content: unknown): content is SavedState =>
  isObject(content) &&
  typeof content['runs'] === 'number' &&
  ['tokens', 'grants', 'installed'].every((name) => Array.isArray(content[name]));

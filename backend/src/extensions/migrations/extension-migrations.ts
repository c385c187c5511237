import type { ExtensionDefinition } from '@sellary/extension-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isUnavailable } from '../../kernel';
import { ExtensionProblems } from '../check/extension-problems';
import { ownerOfObject, tablePrefix } from '../check/prefixes';
import { controlsTransaction } from '../followers/open-transaction';
import { errorText } from '../host/error-text';
import { readObjects, readRowChanges } from './schema-objects';

/**
 * Returns the extension migrations, which run after the product's own. A migration is rejected and rolled
 * back if it changes anything in the database that does not belong to its extension. To find every kind of
 * change, the catalog before the migration is compared with the catalog after it.
 */
export const extensionMigrations = (extensions: readonly ExtensionDefinition[]): NewableFunction[] => {
  const names = extensions.map(({ name }) => name);
  return migrationsOf(extensions, (extension, migration) => runChecked(extension, names, migration));
};

/**
 * Returns the extension migrations without that check, to rebuild a backup's tables in one transaction. Each
 * migration was checked when it first ran.
 */
export const uncheckedMigrations = (extensions: readonly ExtensionDefinition[]): NewableFunction[] =>
  migrationsOf(extensions, () => (runner, work) => work(runner));

/** @returns the extension that a recorded migration belongs to, or null for a product migration */
export const extensionOfMigration = (recorded: string): string | null =>
  recorded.includes('/') ? (recorded.split('/')[0] ?? null) : null;

/**
 * Name under which the database records a migration. TypeORM orders migrations by the number at the end of
 * the name. The 9 puts extension migrations after the product's.
 */
const recordedName = (extension: string, migration: { name: string }): string => {
  const digits = /\d*$/.exec(migration.name)?.[0] ?? '';
  return `${extension}/${migration.name}/9${digits.slice(-12).padStart(12, '0')}`;
};

/** Runs `work`, which is a migration's `up` or `down`, with this runner or a limited one. */
type Run = (runner: QueryRunner, work: (runner: QueryRunner) => Promise<void>) => Promise<void>;

/**
 * Returns the extensions' migrations under their recorded names. `runOf` returns the function that runs a
 * migration.
 */
const migrationsOf = (
  extensions: readonly ExtensionDefinition[],
  runOf: (extension: string, migration: string) => Run,
): NewableFunction[] =>
  extensions.flatMap(({ name: extension, migrations = [] }) =>
    migrations.map((migration) => {
      const run = runOf(extension, migration.name);
      return class {
        readonly name = recordedName(extension, migration);
        private readonly instance = new (migration as new () => MigrationInterface)();

        up(runner: QueryRunner): Promise<void> {
          return run(runner, (usedRunner) => this.instance.up(usedRunner));
        }

        down(runner: QueryRunner): Promise<void> {
          return run(runner, (usedRunner) => this.instance.down(usedRunner));
        }
      };
    }),
  );

const runChecked =
  (extension: string, names: readonly string[], migration: string): Run =>
  async (runner, work) => {
    const before = await readState(runner);
    await work(withoutTransactionControl(runner)).catch((error: unknown) => {
      throw migrationError(extension, migration, error);
    });
    const after = await readState(runner);
    const foreignObjects = [...new Set([...before.keys(), ...after.keys()])]
      .filter((object) => before.get(object) !== after.get(object))
      .filter((object) => ownerOfObject(object.slice(object.lastIndexOf(' ') + 1), names) !== extension);
    if (foreignObjects.length > 0) {
      throw new ExtensionProblems([foreignChangeMessage(extension, migration, foreignObjects)]);
    }
  };

/** Reads the definitions of all database objects and the changed row counts. */
const readState = async (runner: QueryRunner): Promise<Map<string, string>> =>
  new Map([...(await readObjects(runner)), ...(await readRowChanges(runner))]);

const foreignChangeMessage = (extension: string, migration: string, foreignObjects: string[]): string =>
  `"${extension}" has the migration ${migration}, which changes the ${foreignObjects.join(', the ')}. It was rolled back. A migration may change only tables, indexes, and other objects that begin with ${tablePrefix(extension)}.`;

const MAX_ERROR_LENGTH = 500;

/**
 * Returns an error that names the failed migration. If the database is unavailable, its error is returned
 * unchanged.
 */
function migrationError(extension: string, migration: string, error: unknown): unknown {
  if (isUnavailable(error)) return error;
  const reason =
    error instanceof ExtensionProblems ? error.problems.join(' ') : errorText(error, MAX_ERROR_LENGTH);
  return new ExtensionProblems([
    `"${extension}" has the migration ${migration}, which failed: ${reason.replace(/\.$/, '')}. It was rolled back. Correct it, and start again.`,
  ]);
}

const TRANSACTION_METHODS = ['startTransaction', 'commitTransaction', 'rollbackTransaction', 'release'];

/** Wraps the runner so that the migration cannot end its transaction. */
function withoutTransactionControl(runner: QueryRunner): QueryRunner {
  const refuse = (): never => {
    throw new ExtensionProblems([
      "The product begins and ends each migration's transaction. Remove this call.",
    ]);
  };
  return new Proxy(runner, {
    get: (target, property) => {
      if (typeof property === 'string' && TRANSACTION_METHODS.includes(property)) return refuse;
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (property === 'query' && typeof args[0] === 'string' && controlsTransaction(args[0])) refuse();
        return (value as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

import type { ExtensionDefinition } from '@sellary/extension-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isUnavailable } from '../../kernel';
import { ExtensionProblems } from '../check/extension-problems';
import { ownerOfTable, tablePrefix } from '../check/prefixes';
import { controlsTransaction } from '../followers/open-transaction';
import { errorText } from '../host/error-text';
import { readObjects, readRowChanges } from './schema-objects';

/**
 * The migrations of the extensions, to run after those of the product. Each one is refused, and rolled back, if
 * it changed anything in the database that is not its extension's: the catalog is compared before and after,
 * so that it does not matter how the change was made.
 */
export const ownMigrations = (extensions: readonly ExtensionDefinition[]): NewableFunction[] => {
  const names = extensions.map(({ name }) => name);
  return extensions.flatMap(({ name, migrations = [] }) =>
    migrations.map((migration) => confined(name, names, migration as new () => MigrationInterface)),
  );
};

/**
 * The same migrations, to rebuild tables for a backup in one transaction with everything else. Each one was
 * checked when it first ran.
 */
export const restoredMigrations = (extensions: readonly ExtensionDefinition[]): NewableFunction[] =>
  extensions.flatMap(({ name, migrations = [] }) =>
    migrations.map((migration) => {
      const own = new (migration as new () => MigrationInterface)();
      return class {
        readonly name = recordedName(name, migration);

        up(runner: QueryRunner): Promise<void> {
          return own.up(runner);
        }

        down(runner: QueryRunner): Promise<void> {
          return own.down(runner);
        }
      };
    }),
  );

/** @returns the extension of a migration by its recorded name; null for one of the product */
export const extensionOfMigration = (recorded: string): string | null =>
  recorded.includes('/') ? (recorded.split('/')[0] ?? null) : null;

/**
 * Name under which the database remembers a migration. TypeORM orders by the number at its end: the 9 puts it
 * after those of the product.
 */
const recordedName = (extension: string, migration: { name: string }): string => {
  const digits = /\d*$/.exec(migration.name)?.[0] ?? '';
  return `${extension}/${migration.name}/9${digits.slice(-12).padStart(12, '0')}`;
};

function confined(
  extension: string,
  names: readonly string[],
  migration: new () => MigrationInterface,
): NewableFunction {
  const run = async (runner: QueryRunner, work: (inside: QueryRunner) => Promise<void>): Promise<void> => {
    const before = await readState(runner);
    await work(insideTransaction(runner)).catch((error: unknown) => {
      throw failure(extension, migration.name, error);
    });
    const after = await readState(runner);
    const foreign = [...new Set([...before.keys(), ...after.keys()])]
      .filter((object) => before.get(object) !== after.get(object))
      .filter((object) => ownerOfTable(object.slice(object.lastIndexOf(' ') + 1), names) !== extension);
    if (foreign.length > 0) throw new ExtensionProblems([refusal(extension, migration.name, foreign)]);
  };
  return class {
    readonly name = recordedName(extension, migration);
    private readonly own = new migration();

    up(runner: QueryRunner): Promise<void> {
      return run(runner, (inside) => this.own.up(inside));
    }

    down(runner: QueryRunner): Promise<void> {
      return run(runner, (inside) => this.own.down(inside));
    }
  };
}

/** Definitions of the objects of the database, and numbers of changed rows. */
const readState = async (runner: QueryRunner): Promise<Map<string, string>> =>
  new Map([...(await readObjects(runner)), ...(await readRowChanges(runner))]);

const refusal = (extension: string, migration: string, foreign: string[]): string =>
  `"${extension}" has the migration ${migration}, which changes the ${foreign.join(', the ')}. It was rolled back. A migration may change only tables, indexes, and other objects that begin with ${tablePrefix(extension)}.`;

const MAX_ERROR_LENGTH = 500;

/** The failure of a migration, with its name; the error itself if the database was unavailable, so that it is tried again. */
function failure(extension: string, migration: string, error: unknown): unknown {
  if (isUnavailable(error)) return error;
  const reason =
    error instanceof ExtensionProblems ? error.problems.join(' ') : errorText(error, MAX_ERROR_LENGTH);
  return new ExtensionProblems([
    `"${extension}" has the migration ${migration}, which failed: ${reason.replace(/\.$/, '')}. It was rolled back. Correct it, and start again.`,
  ]);
}

const CONTROLS = ['startTransaction', 'commitTransaction', 'rollbackTransaction', 'release'];

/** The runner without ways to end the transaction in which the migration runs. */
function insideTransaction(runner: QueryRunner): QueryRunner {
  const refuse = (): never => {
    throw new ExtensionProblems([
      'The product begins and ends the transaction of a migration. Remove this call.',
    ]);
  };
  return new Proxy(runner, {
    get: (target, property) => {
      if (typeof property === 'string' && CONTROLS.includes(property)) return refuse;
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (property === 'query' && typeof args[0] === 'string' && controlsTransaction(args[0])) refuse();
        return (value as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

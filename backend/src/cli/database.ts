import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource, MigrationExecutor } from 'typeorm';
import { createDataSource, messageOf, migrate } from '../kernel';
import { ENTITIES, MIGRATIONS } from '../persistence';
import { seed } from './seed';

/** URL for schema changes, which bypass a connection pooler. */
const MIGRATION_URL = process.env['DATABASE_DIRECT_URL'] || (process.env['DATABASE_URL'] ?? '');

const migrateAll = (): Promise<string[]> => migrate(MIGRATION_URL, ENTITIES, MIGRATIONS);

/** `npm run db:migrate | db:revert | db:generate -- <name> | db:seed`, against DATABASE_URL. */
const COMMANDS: Record<string, (source: DataSource, name: string | undefined) => Promise<string>> = {
  migrate: async () => {
    const names = await migrateAll();
    return names.length === 0 ? 'The schema is up to date.' : `Ran ${names.join(', ')}.`;
  },
  revert: async (source) => {
    const [latest] = await new MigrationExecutor(source).getExecutedMigrations();
    if (latest === undefined) return 'There are no migrations left to revert.';
    await source.undoLastMigration();
    return `Reverted ${latest.name}.`;
  },
  generate: async (source, name = 'change') => {
    const log = await source.driver.createSchemaBuilder().log();
    if (log.upQueries.length === 0) {
      return 'The entities match the migrations, so there is nothing to generate.';
    }
    const timestamp = Date.now();
    const className = `${name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())}${timestamp}`;
    const file = join(
      __dirname,
      '..',
      '..',
      'src',
      'migrations',
      `${timestamp}-${name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.ts`,
    );
    const body = (queries: { query: string }[]): string =>
      queries.map(({ query }) => `    await runner.query(${JSON.stringify(query)});`).join('\n');
    writeFileSync(
      file,
      `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${className} implements MigrationInterface {\n  name = '${className}';\n\n  async up(runner: QueryRunner): Promise<void> {\n${body(log.upQueries)}\n  }\n\n  async down(runner: QueryRunner): Promise<void> {\n${body([...log.downQueries].reverse())}\n  }\n}\n`,
    );
    return `Wrote ${file}. Read it, then add ${className} to persistence.ts.`;
  },
  seed: async (source) => {
    await migrateAll();
    return seed(source);
  },
};

async function main(): Promise<void> {
  const [command = '', name] = process.argv.slice(2);
  const run = COMMANDS[command];
  if (run === undefined || MIGRATION_URL === '') {
    throw new Error(`Use one of ${Object.keys(COMMANDS).join(', ')}, with DATABASE_URL set.`);
  }
  const source = await createDataSource(MIGRATION_URL, ENTITIES, MIGRATIONS).initialize();
  try {
    process.stdout.write(`${await run(source, name)}\n`);
  } finally {
    await source.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});

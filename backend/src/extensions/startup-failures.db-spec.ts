import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { defineExtension, type ExtensionDefinition, OnShowEvent } from '@sellary/extension-kit';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { eventually } from '../../test';
import { useDatabasePerTest } from '../../test/database-per-test';
import { ExtensionProblems } from './check/extension-problems';

const hello = (changes: Partial<ExtensionDefinition>): ExtensionDefinition =>
  defineExtension({ name: 'hello', version: '1.0.0', api: '^1.0.0', ...changes });

@Injectable()
class Broken {
  constructor() {
    throw new Error('SHOP_URL is not set.');
  }
}
@Module({ providers: [Broken] })
class BrokenModule {}

@Injectable()
class FailsOnInit implements OnModuleInit {
  async onModuleInit(): Promise<void> {
    await Promise.resolve();
    throw new Error('The shop does not respond.');
  }
}
@Module({ providers: [FailsOnInit] })
class FailsOnInitModule {}

class Unknown {}
@Injectable()
class NeedsUnknown {
  constructor(readonly unknown: Unknown) {}

  @OnShowEvent('claim.created')
  onClaim(): void {
    return;
  }
}

class CreateTwice1796000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE x_hello_notes (id uuid)');
    await runner.query('CREATE TABLE x_hello_notes (id uuid)');
  }
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
class EndTransaction1796000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.commitTransaction();
  }
  async down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('Extensions that fail while the product starts', () => {
  const { start, databaseUrl } = useDatabasePerTest();

  it.each<[string, Partial<ExtensionDefinition>, RegExp]>([
    [
      'A constructor that throws',
      { module: BrokenModule },
      /^- "hello" failed while the product was starting: SHOP_URL is not set \(at new Broken .*\)\. Correct it, or start without it\.$/m,
    ],
    [
      'A module whose start fails',
      { module: FailsOnInitModule },
      /^- "hello" failed while the product was starting: The shop does not respond \(at .*FailsOnInit\.onModuleInit .*\)\./m,
    ],
    [
      'A constructor with a parameter that is not provided',
      { followers: [NeedsUnknown] },
      /^- "hello" has the class NeedsUnknown, whose constructor parameters cannot be resolved: .*Unknown.*\. Use a service from the kit/m,
    ],
    [
      'A migration that fails halfway',
      { migrations: [CreateTwice1796000000000] },
      /^- "hello" has the migration CreateTwice1796000000000, which failed: relation "x_hello_notes" already exists\. It was rolled back\./m,
    ],
    [
      'A migration that ends its transaction',
      { migrations: [EndTransaction1796000000000] },
      /^- "hello" has the migration EndTransaction1796000000000, which failed: The product begins and ends each migration's transaction/m,
    ],
  ])('%s is reported in an error that names its extension.', async (_, changes, message) => {
    const starting = start({ extensions: [hello(changes)] });
    await expect(starting).rejects.toThrow(ExtensionProblems);
    await expect(starting).rejects.toThrow(message);
  });

  it('After a failed start, no database connection is left open.', async () => {
    await expect(start({ extensions: [hello({ module: BrokenModule })] })).rejects.toThrow();
    const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await client.connect();
    const connections = async (): Promise<number> => {
      const { rows } = await client.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1',
        [new URL(databaseUrl()).pathname.slice(1)],
      );
      return rows[0]?.n ?? 0;
    };
    expect(await eventually(connections, (n) => n === 0)).toBe(0);
    await client.end();
  });

  it('After a migration fails halfway, the product starts once the migration is corrected.', async () => {
    const migrations = [CreateTwice1796000000000];
    await expect(start({ extensions: [hello({ migrations })] })).rejects.toThrow();
    jest
      .spyOn(CreateTwice1796000000000.prototype, 'up')
      .mockImplementation(
        async (runner) => void (await runner.query('CREATE TABLE x_hello_notes (id uuid)')),
      );
    await start({ extensions: [hello({ migrations })] });
    jest.restoreAllMocks();
  });
});

import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { SecretColumn } from '@sellary/extension-kit';
import { DataSource, QueryFailedError } from 'typeorm';
import { UnreadableToken } from '../../platforms';
import { ExtensionProblems } from '../check/extension-problems';
import { LOADED_EXTENSIONS, type LoadedExtensions } from '../loaded-extension';
import { VaultSecrets } from './vault-secrets';

const PAGE_SIZE = 500;
const UNDEFINED_TABLE = '42P01';
const UNDEFINED_COLUMN = '42703';

/**
 * Re-encrypts the secrets in extension tables at startup with the first key in TOKEN_ENCRYPTION_KEY, so that
 * an old key can be removed.
 */
@Injectable()
export class SecretColumns implements OnApplicationBootstrap {
  private readonly log = new Logger('Extensions');

  constructor(
    @Inject(LOADED_EXTENSIONS) private readonly extensions: LoadedExtensions,
    private readonly dataSource: DataSource,
    private readonly secrets: VaultSecrets,
  ) {}

  /** @throws ExtensionProblems for a column that does not exist */
  async onApplicationBootstrap(): Promise<void> {
    for (const { name, definition } of this.extensions.values()) {
      for (const column of definition.secretColumns ?? []) await this.reencryptColumn(name, column);
    }
  }

  private async reencryptColumn(extension: string, { table, column, owner }: SecretColumn): Promise<void> {
    let after = '';
    for (;;) {
      const rows = await this.dataSource
        .query<{ sealed: string; ownerId: string }[]>(
          `SELECT "${column}" AS sealed, "${owner}"::text AS "ownerId" FROM "${table}" WHERE "${column}" > $1 COLLATE "C"
           ORDER BY "${column}" COLLATE "C" LIMIT ${PAGE_SIZE}`,
          [after],
        )
        .catch((error: unknown) => {
          throw missingColumnError(extension, `${table}.${column} with the owner ${table}.${owner}`, error);
        });
      for (const { sealed, ownerId } of rows) {
        const resealed = this.reencrypt(extension, table, sealed, ownerId);
        if (resealed === null) continue;
        // Does not overwrite a secret that has been replaced in the meantime.
        await this.dataSource.query(
          `UPDATE "${table}" SET "${column}" = $1 WHERE "${owner}"::text = $2 AND "${column}" = $3`,
          [resealed, ownerId, sealed],
        );
      }
      if (rows.length < PAGE_SIZE) return;
      after = rows.at(-1)?.sealed ?? '';
    }
  }

  private reencrypt(extension: string, table: string, sealed: string, ownerId: string): string | null {
    try {
      return this.secrets.reseal(sealed, ownerId);
    } catch (error) {
      if (!(error instanceof UnreadableToken)) throw error;
      this.log.warn(
        `A secret of ${ownerId} in ${table} (extension "${extension}") cannot be read. ${error.message}`,
      );
      return null;
    }
  }
}

function missingColumnError(extension: string, columns: string, error: unknown): unknown {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  return code === UNDEFINED_TABLE || code === UNDEFINED_COLUMN
    ? new ExtensionProblems([
        `"${extension}" has the secret column ${columns}, but at least one of these columns does not exist. Create it in a migration, or correct secretColumns.`,
      ])
    : error;
}

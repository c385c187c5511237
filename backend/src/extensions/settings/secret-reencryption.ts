import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Transactions } from '../../kernel';
import { lockSwitch, writeSwitch } from '../switches/switch-rows';
import { SavedSettings } from './saved-settings';

/**
 * Re-encrypts secret settings with the first key in TOKEN_ENCRYPTION_KEY, so that an old key can be removed.
 */
@Injectable()
export class SecretReencryption implements OnApplicationBootstrap {
  constructor(
    private readonly settings: SavedSettings,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const rows = await this.dataSource.query<{ workspaceId: string; extension: string }[]>(
      `SELECT workspace_id AS "workspaceId", extension FROM extension_switches WHERE secrets <> '{}'`,
    );
    for (const { workspaceId, extension } of rows) {
      await this.transactions.run(async (tx) => {
        const row = await lockSwitch(tx, workspaceId, extension, this.clock.iso());
        const resealed = this.settings.resealSecrets(extension, workspaceId, row);
        if (resealed !== null) await writeSwitch(tx, workspaceId, extension, resealed);
      });
    }
  }
}

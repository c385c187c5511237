import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { DatabaseWatch } from '../database/database-watch';
import { pendingMigrations } from '../database/migrate';
import { Hints } from '../hints/hints';

/** Supervisors wait a few seconds for the answer; a database that needs longer for one small read is not ready. ms */
const MAX_CHECK_MS = 2_000;

/** A finding of a health check: what it is about, and what it means. */
export interface Finding {
  field: 'database' | 'disk' | 'migrations' | 'signals';
  message: string;
}

/** Whether the database can do its work now. */
@Injectable()
export class DatabaseHealth implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly watch: DatabaseWatch,
    private readonly hints: Hints,
  ) {}

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.watch.stop();
  }

  /** What keeps the server from working; empty when nothing does. Answers in `MAX_CHECK_MS`. */
  async problems(): Promise<Finding[]> {
    const disk = this.watch.isDiskFull ? [DISK_FULL] : [];
    if (this.watch.silence !== null) return [SILENT, ...disk];
    const late = new AbortController();
    const pending = pendingMigrations(this.dataSource).catch(() => null);
    const names = await Promise.race([pending, delay(MAX_CHECK_MS, null, { signal: late.signal }).catch(() => null)]);
    late.abort();
    if (names === null) return [SILENT, ...disk];
    if (names.length === 0) return disk;
    const message = names.length === 1 ? '1 migration is pending' : `${names.length} migrations are pending`;
    return [...disk, { field: 'migrations', message }];
  }

  /** What makes the server work less well, and what to do about it. */
  warnings(): Finding[] {
    const { limitation } = this.hints;
    return limitation === null ? [] : [{ field: 'signals', message: limitation }];
  }
}

const SILENT: Finding = { field: 'database', message: 'the database does not answer' };
const DISK_FULL: Finding = { field: 'disk', message: "the database's disk is full" };

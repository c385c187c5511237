import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { orNullAfter } from '../background/background';
import { DatabaseWatch } from '../database/database-watch';
import { pendingMigrations } from '../database/migrate';
import { ProcessSignals } from '../signals/process-signals';

/**
 * Maximum duration of a check, in ms. Supervisors wait a few seconds for the response, and a database that
 * takes longer for one small read is not ready.
 */
const MAX_CHECK_MS = 2_000;

/** A health check finding: the part that it concerns, and a message. */
export interface Finding {
  field: 'database' | 'disk' | 'migrations' | 'signals';
  message: string;
}

/** Reports whether the database can currently do its work. */
@Injectable()
export class DatabaseHealth implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly watch: DatabaseWatch,
    private readonly signals: ProcessSignals,
  ) {}

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.watch.stop();
  }

  /** Problems that prevent the server from working, or an empty list. Resolves within `MAX_CHECK_MS`. */
  async problems(): Promise<Finding[]> {
    const disk = this.watch.isDiskFull ? [DISK_FULL] : [];
    if (this.watch.silence !== null) return [NOT_RESPONDING, ...disk];
    const pending = pendingMigrations(this.dataSource).catch(() => null);
    const names = await orNullAfter('health', pending, MAX_CHECK_MS);
    if (names === null) return [NOT_RESPONDING, ...disk];
    if (names.length === 0) return disk;
    const message = names.length === 1 ? '1 migration is pending' : `${names.length} migrations are pending`;
    return [...disk, { field: 'migrations', message }];
  }

  /** Conditions that impair the server, and what to do about them. */
  warnings(): Finding[] {
    const { limitation } = this.signals;
    return limitation === null ? [] : [{ field: 'signals', message: limitation }];
  }
}

const NOT_RESPONDING: Finding = { field: 'database', message: 'the database is not responding' };
const DISK_FULL: Finding = { field: 'disk', message: "the database's disk is full" };

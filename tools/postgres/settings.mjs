// The embedded server's settings. They are in a separate file that postgresql.conf includes, because pg_ctl
// cannot pass arguments with spaces or percent signs through every system's shell.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MEGABYTE, freeBytes } from '../files/disk.mjs';
import { replaceFile } from '../files/durable-file.mjs';

const FILE = 'sellary.conf';
const INCLUDE = `include_if_exists '${FILE}'`;

// Tuned for two to four cores. The settings that make commits durable (fsync, synchronous_commit,
// full_page_writes) are never changed.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Several processes each have their own pool, and an unused connection costs only a few kilobytes.
  max_connections: '300',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  wal_compression: 'on',
  min_wal_size: '32MB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/**
 * Writes the settings for the next run.
 * @param {string} cluster
 * @param {Record<string, string>} overrides settings for that run, such as the port
 */
export function writeSettings(cluster, overrides) {
  const settings = { ...SETTINGS, max_wal_size: `${maxWalMegabytes(freeBytes(cluster))}MB`, ...overrides };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  replaceFile(path.join(cluster, FILE), `# Written at every start.\n${lines.join('\n')}\n`, { mode: 0o644 });
  const main = path.join(cluster, 'postgresql.conf');
  const text = readFileSync(main, 'utf8');
  if (!text.includes(INCLUDE)) replaceFile(main, `${text.trimEnd()}\n${INCLUDE}\n`);
}

/**
 * Between checkpoints, the write-ahead log may use up to 2 GB, but on a small disk only up to a quarter of
 * the free space (minimum 48 MB).
 * @param {number} free bytes
 */
const maxWalMegabytes = (free) => Math.round(Math.min(2048, Math.max(48, free / 4 / MEGABYTE)));

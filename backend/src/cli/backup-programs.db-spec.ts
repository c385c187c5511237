import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { compileBackend, eventually, useTestApp } from '../../test';

describe('The backup and restore programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sellary-backup-programs-'));
  const dataDir = join(folder, 'data');
  const app = useTestApp();
  let compiled: ReturnType<typeof compileBackend>;

  beforeAll(() => {
    compiled = compileBackend();
    mkdirSync(join(dataDir, 'rehearsal'), { recursive: true });
    for (const name of ['secrets.json', 'rehearsal/platform.json']) writeFileSync(join(dataDir, name), '{}');
  });
  afterAll(() => {
    compiled.remove();
    rmSync(folder, { recursive: true });
  });

  /** Runs a program as `npm run` does when it is called in `folder`. @returns what it writes to stderr */
  const run = (
    program: string,
    args: string[],
    dataFolder = dataDir,
    databaseUrl = app.databaseUrl,
  ): Promise<string> =>
    new Promise((resolve) => {
      const file = join(dirname(compiled.main), 'cli', `${program}.js`);
      const { PATH } = process.env;
      const child = spawn(process.execPath, [file, ...args], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH, DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, INIT_CWD: folder },
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.once('close', () => resolve(errors));
    });

  it('A file path is relative to the folder in which the user runs npm.', async () => {
    expect(await run('backup', ['relative.tar.gz'])).toContain(`to ${join(folder, 'relative.tar.gz')}.`);
    expect(existsSync(join(folder, 'relative.tar.gz'))).toBe(true);
    const target = join(folder, 'restored');
    await run('restore', ['relative.tar.gz', '--secrets-only'], target);
    expect(readdirSync(target).sort()).toEqual(['rehearsal', 'secrets.json']);
  });

  it('If the file cannot be written, the message says why.', async () => {
    expect(await run('backup', ['missing/backup.tar.gz'])).toMatch(
      /^No backup was made\. ENOENT.*missing.backup\.tar\.gz/,
    );
  });

  it('If the connection to the database is lost, the message says that no backup was made, and no file remains.', async () => {
    const url = new URL(app.databaseUrl);
    const { hostname, port } = url;
    const sockets: Socket[] = [];
    const proxy = createServer((socket) => {
      sockets.push(socket);
      const server = connect(Number(port), hostname);
      pipeline(socket, server).catch(() => undefined);
      pipeline(server, socket).catch(() => undefined);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const [database, blocker] = [await app.connect(), await app.connect()];
    await blocker.query('BEGIN; LOCK TABLE show_events');
    const errors = run('backup', ['ended.tar.gz'], dataDir, url.href);
    await eventually(
      () =>
        database.query(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'sellary backup' AND wait_event_type = 'Lock'`,
        ),
      ({ rowCount }) => rowCount === 1,
    );
    for (const socket of sockets) socket.destroy();
    expect(await errors).toMatch(/^No backup was made\. .+\n$/);
    proxy.close();
    await blocker.query('ROLLBACK');
    expect(readdirSync(folder).filter((name) => name.startsWith('ended'))).toEqual([]);
  });

  it('A restore that fails after the first file does not say that nothing was restored.', async () => {
    await run('backup', ['secrets.tar.gz']);
    const target = join(folder, 'blocked');
    mkdirSync(target);
    writeFileSync(join(target, 'rehearsal'), 'This file is where a folder belongs.');
    expect(await run('restore', ['secrets.tar.gz', '--secrets-only'], target)).toMatch(
      /^Perhaps not all files were restored\. /,
    );
    expect(existsSync(join(target, 'secrets.json'))).toBe(true);
  });
});

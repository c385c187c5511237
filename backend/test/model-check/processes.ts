import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** A PostgreSQL server that may be killed. The product's supervisor restarts it on the same port. */
export interface PostgresProcess {
  url: string;
  /** Id of the server's main process, which changes with each restart. */
  pid(): number;
  /** Freezes every server process. Connections stay open, but nothing responds. */
  freeze(): void;
  wake(): void;
  stop(): Promise<void>;
}

// The supervisor is an ES module from another project. It runs in a separate process that exits when its
// standard input closes.
const POSTGRES_PROGRAM = `
  const { startPostgres } = await import(process.argv[1]);
  const postgres = await startPostgres({ dataDir: process.argv[2] });
  console.log(postgres.url);
  process.stdin.resume().once('end', async () => { await postgres.stop(); process.exit(0); });
`;

export async function startPostgresProcess(dataDir: string): Promise<PostgresProcess> {
  const supervisor = new URL(`file://${resolve(__dirname, '../../../tools/postgres/index.mjs')}`).href;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', POSTGRES_PROGRAM, supervisor, dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const [url] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => ['']),
  ])) as [string];
  if (url === '') throw new Error('PostgreSQL did not start');
  const pid = (): number =>
    Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url,
    pid,
    // The main process freezes first, so that it cannot start other processes, and wakes last.
    freeze: () => signal([pid(), ...childrenOf(pid())], 'SIGSTOP'),
    wake: () => signal([...childrenOf(pid()), pid()], 'SIGCONT'),
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      // A process may have exited since it was listed.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

/** The backend as a separate process. */
export class BackendProcess {
  private child: ChildProcess | null = null;
  readonly url: string;

  constructor(
    private readonly program: string,
    private readonly env: Record<string, string>,
    port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.env = { ...env, PORT: String(port), LOG_LEVEL: 'error', NODE_ENV: 'development' };
  }

  get alive(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts the process. Resolves when it is ready to work. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.program], {
      env: { PATH: process.env['PATH'], ...this.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child = child;
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
    // Tests kill the process on purpose. Any other exit is printed.
    child.once(
      'exit',
      (code, signal) =>
        signal ?? process.stderr.write(`The backend exited unexpectedly (${code}):\n${errors}\n`),
    );
    for (let waited = 0; !(await this.ready()); waited += 25) {
      if (!this.alive || waited > 60_000) {
        throw new Error(`the backend did not start (${child.exitCode ?? 'not ready'})`);
      }
      await delay(25);
    }
  }

  async kill(): Promise<void> {
    if (this.child === null || !this.alive) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  wake(): void {
    this.child?.kill('SIGCONT');
  }

  async ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`)).status === 200;
    } catch {
      return false;
    }
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type CompiledBackend, compileBackend } from '../../../test/compiled-backend';

jest.setTimeout(60_000);

describe('Handlers for uncaught failures', () => {
  let backend: CompiledBackend;

  beforeAll(() => {
    backend = compileBackend();
  });
  afterAll(() => backend.remove());

  /** Runs a program in a separate process, with the handlers installed. A clean shutdown prints `closed`. */
  async function run(program: string): Promise<{ code: unknown; out: string; errors: string }> {
    const module = join(dirname(backend.main), 'kernel', 'background', 'uncaught-failures.js');
    const install = `require(${JSON.stringify(module)}).endOnFatalError(async () => console.log('closed'));`;
    const child = spawn(process.execPath, ['-e', `${install} ${program}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [[code], out, errors] = await Promise.all([
      once(child, 'exit'),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, out, errors };
  }

  it('When a timer throws, the process logs the error, shuts down cleanly, and exits with code 1.', async () => {
    const { code, out, errors } = await run(
      "setInterval(() => undefined, 1_000); setTimeout(() => { throw new Error('broken timer'); }, 10);",
    );
    expect(code).toBe(1);
    expect(errors).toContain('uncaught exception: Error: broken timer');
    expect(out).toContain('closed');
  });

  it('An unhandled rejection is logged, and the process continues.', async () => {
    const { code, out, errors } = await run(
      "void Promise.reject(new Error('unseen')); setTimeout(() => { console.log('still here'); process.exit(0); }, 50);",
    );
    expect(code).toBe(0);
    expect(errors).toContain('unhandled rejection: Error: unseen');
    expect(out).toContain('still here');
    expect(out).not.toContain('closed');
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { build, isBuilt } from './build.mjs';

const PROJECTS = ['contracts', 'extension-kit', 'backend', 'simulator', 'frontend', 'extensions/hello'];

/** Creates a workspace with small projects, and builds it once. */
async function createWorkspace() {
  const root = mkdtempSync(path.join(tmpdir(), 'sellary-build-test-'));
  /**
   * @param {string} name
   * @param {string} text
   */
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  for (const project of PROJECTS) {
    const dependencies = ['backend', 'frontend'].includes(project)
      ? { '@sellary/contracts': '0.1.0' }
      : project.startsWith('extensions/')
        ? { '@sellary/extension-kit': '1.0.0' }
        : {};
    write(`${project}/package.json`, JSON.stringify({ name: `@sellary/${project}`, dependencies }));
    write(`${project}/src/main.ts`, 'first');
  }
  write('package-lock.json', '{}');
  /** @returns {Promise<string[]>} the projects built */
  const run = async () => {
    /** @type {string[]} */
    let built = [];
    await build(
      () => undefined,
      root,
      async (_what, _target, projects) => {
        built = projects.map((project) => project.replace('@sellary/', ''));
        for (const project of built) {
          write(`${project}/dist/main.js`, readFileSync(path.join(root, project, 'src', 'main.ts'), 'utf8'));
        }
      },
    );
    return built;
  };
  return { root, write, run, built: await run() };
}

/**
 * Runs `check` on its own workspace.
 * @param {string} title
 * @param {(workspace: Awaited<ReturnType<typeof createWorkspace>>) => Promise<void>} check
 */
const testWorkspace = (title, check) =>
  test(title, async () => {
    const workspace = await createWorkspace();
    try {
      await check(workspace);
    } finally {
      rmSync(workspace.root, { recursive: true, force: true });
    }
  });

testWorkspace(
  'The first build builds every project, and then nothing needs to be built.',
  async ({ root, built }) => {
    assert.deepEqual(built, PROJECTS);
    assert.equal(isBuilt(root), true);
  },
);

testWorkspace('A change to the backend rebuilds only the backend.', async ({ root, write, run }) => {
  write('backend/src/main.ts', 'second');
  assert.equal(isBuilt(root), false);
  assert.deepEqual(await run(), ['backend']);
  assert.equal(isBuilt(root), true);
});

testWorkspace(
  'A change to the contracts rebuilds them and every project that depends on them.',
  async ({ write, run }) => {
    write('contracts/src/main.ts', 'second');
    assert.deepEqual(await run(), ['contracts', 'backend', 'frontend']);
  },
);

testWorkspace('A changed lock file causes a rebuild of every project.', async ({ write, run }) => {
  write('package-lock.json', '{"changed":true}');
  assert.deepEqual(await run(), PROJECTS);
});

testWorkspace(
  'A changed script in tools/console causes a rebuild of the console.',
  async ({ write, run }) => {
    write('tools/console/first-page.mjs', 'second');
    assert.deepEqual(await run(), ['frontend']);
  },
);

testWorkspace('New tests and test helpers do not require a build.', async ({ root, write }) => {
  for (const name of ['src/main.spec.ts', 'src/main.db-spec.ts', 'test/helper.ts']) {
    write(`backend/${name}`, 'a test');
  }
  assert.equal(isBuilt(root), true);
});

testWorkspace('Output that another program changed or removed is rebuilt.', async ({ root, write, run }) => {
  write('simulator/dist/main.js', 'changed');
  assert.deepEqual(await run(), ['simulator']);
  rmSync(path.join(root, 'backend', 'dist'), { recursive: true });
  assert.deepEqual(await run(), ['backend']);
});

testWorkspace("A build removes a deleted source file's output.", async ({ root, write, run }) => {
  write('backend/dist/old-migration.js', 'old');
  await run();
  assert.throws(() => readFileSync(path.join(root, 'backend', 'dist', 'old-migration.js')), {
    code: 'ENOENT',
  });
});

testWorkspace(
  'A project whose source file changes during the build needs another build.',
  async ({ root, write }) => {
    write('backend/src/main.ts', 'second');
    await build(
      () => undefined,
      root,
      async () => {
        write('backend/dist/main.js', 'second');
        write('backend/src/main.ts', 'third');
      },
    );
    assert.equal(isBuilt(root), false);
  },
);

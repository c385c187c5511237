import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A console folder's file, which imports another folder's file. */
const fileImporting = (folder, other) => ({
  [`frontend/src/app/${folder}/${folder}.ts`]: `import { ${other} } from '../${other}/${other}';\nexport const ${folder} = ${other};\n`,
});

/**
 * A small copy of the repository's layout that breaks no rule, with a few short files per module. Faults are
 * planted in copies of it. So each rule is tested on the paths that it guards, and the product's sources are
 * not touched.
 */
const SAMPLE_FILES = {
  'package.json': '{ "name": "sample", "devDependencies": { "typescript": "1.0.0" } }',
  'contracts/package.json':
    '{ "name": "@sellary/contracts", "main": "dist/index.js", "types": "src/index.ts" }',
  'contracts/src/index.ts': "export * from './claims';\nexport * from './shows';\n",
  // Types may refer to each other, so the no-cycles rule must allow this.
  'contracts/src/claims.ts': "import type { Show } from './shows';\nexport interface Claim { show: Show }\n",
  'contracts/src/shows.ts':
    "import type { Claim } from './claims';\nexport interface Show { claims: Claim[] }\n",

  'extension-kit/package.json': JSON.stringify({
    name: '@sellary/extension-kit',
    exports: { '.': { types: './src/index.ts' }, './domain': { types: './src/domain/index.ts' } },
    dependencies: { '@nestjs/common': '1.0.0', '@sellary/contracts': '0.1.0' },
  }),
  'extension-kit/src/index.ts': "export * from './domain';\nexport const defineExtension = 1;\n",
  'extension-kit/src/domain/index.ts':
    "import type { Claim } from '@sellary/contracts';\nexport interface Policy { decide(claim: Claim): void }\n",

  'backend/package.json': JSON.stringify({
    name: '@sellary/backend',
    dependencies: {
      '@nestjs/common': '1.0.0',
      typeorm: '1.0.0',
      '@sellary/contracts': '0.1.0',
      '@sellary/extension-kit': '1.0.0',
    },
    devDependencies: { 'fast-check': '1.0.0', '@sellary/simulator': '0.1.0' },
  }),
  'backend/src/main.ts': "import { createApp } from './create-app';\nvoid createApp();\n",
  'backend/src/create-app.ts':
    "import { AppModule } from './app.module';\nexport const createApp = () => AppModule;\n",
  'backend/src/app.module.ts': [
    "import { Module } from '@nestjs/common';",
    "import { realtime } from './realtime';",
    "import { extensions } from './extensions';",
    "import { platforms } from './platforms';",
    "import { sales } from './sales';",
    "import { reports } from './reports';",
    "import { kernel } from './kernel';",
    'export const AppModule = [Module, realtime, extensions, platforms, sales, reports, kernel];',
  ].join('\n'),
  'backend/src/kernel/index.ts': "export * from './ledger';\n",
  'backend/src/kernel/ledger.ts': "import { Entity } from 'typeorm';\nexport const kernel = Entity;\n",
  'backend/src/auth/index.ts': "import { kernel } from '../kernel';\nexport const auth = kernel;\n",
  'backend/src/shows/index.ts': "import { auth } from '../auth';\nexport const shows = auth;\n",
  'backend/src/claim-engine/index.ts':
    "import { shows } from '../shows';\nimport { decide } from './domain/decide';\nexport const engine = [shows, decide];\n",
  'backend/src/claim-engine/domain/decide.ts':
    "import type { Claim } from '@sellary/contracts';\nimport type { Policy } from '@sellary/extension-kit/domain';\nimport { firstCome } from './first-come';\nexport type P = Policy;\nexport const decide = (claim: Claim) => firstCome(claim);\n",
  'backend/src/claim-engine/domain/first-come.ts': 'export const firstCome = <T>(claim: T): T => claim;\n',
  'backend/src/claim-engine/domain/decide.spec.ts':
    "import { check } from 'fast-check';\nimport { decide } from './decide';\ncheck(decide);\n",
  'backend/src/claim-engine/intake.db-spec.ts':
    "import { startDatabase } from '../../test';\nimport { engine } from '.';\nvoid [startDatabase, engine];\n",
  'backend/src/reports/index.ts':
    "import { engine } from '../claim-engine';\nexport const reports = engine;\n",
  'backend/src/sales/index.ts': "import { engine } from '../claim-engine';\nexport const sales = engine;\n",
  'backend/src/viewer-pages/index.ts':
    "import { engine } from '../claim-engine';\nexport const viewerPages = engine;\n",
  'backend/src/platforms/index.ts':
    "import { engine } from '../claim-engine';\nexport const platforms = engine;\n",
  'backend/src/extensions/index.ts':
    "import { platforms } from '../platforms';\nexport const extensions = platforms;\n",
  'backend/src/realtime/index.ts': "import { shows } from '../shows';\nexport const realtime = shows;\n",
  'backend/test/index.ts': "import { kernel } from '../src/kernel';\nexport const startDatabase = kernel;\n",
  'backend/bench/run.ts': "import { engine } from '../src/claim-engine';\nvoid engine;\n",

  'backend/src/platforms/facebook.db-spec.ts':
    "import { startSimulator } from '@sellary/simulator';\nimport { platforms } from '.';\nvoid [startSimulator, platforms];\n",

  'extensions/hello/package.json': JSON.stringify({
    name: '@sellary/extension-hello',
    dependencies: { '@sellary/extension-kit': '1.0.0', typeorm: '1.0.0' },
  }),
  'extensions/hello/src/index.ts':
    "import { defineExtension } from '@sellary/extension-kit';\nimport { createHash } from 'node:crypto';\nimport { Entity } from 'typeorm';\nexport default defineExtension([createHash, Entity]);\n",

  'simulator/package.json':
    '{ "name": "@sellary/simulator", "main": "dist/index.js", "types": "src/index.ts" }',
  'simulator/src/index.ts': "export * from './world';\n",
  'simulator/src/world.ts': 'export const startSimulator = () => 1;\n',

  'frontend/package.json':
    '{ "name": "@sellary/frontend", "dependencies": { "@sellary/contracts": "0.1.0" } }',
  'frontend/src/main.ts': "import { app } from './app/app';\nvoid app;\n",
  'frontend/src/app/app.ts': "import { shell } from './shell/shell';\nexport const app = shell;\n",
  'frontend/src/app/i18n/i18n.ts': 'export const i18n = 1;\n',
  ...fileImporting('api', 'i18n'),
  ...fileImporting('ui', 'api'),
  ...fileImporting('auth', 'ui'),
  ...fileImporting('extensions', 'auth'),
  ...fileImporting('shows', 'auth'),
  ...fileImporting('connections', 'auth'),
  ...fileImporting('team', 'auth'),
  ...fileImporting('audit', 'auth'),
  ...fileImporting('erasure', 'auth'),
  ...fileImporting('blocks', 'auth'),
  ...fileImporting('summary', 'shows'),
  ...fileImporting('buyers', 'blocks'),
  ...fileImporting('console', 'summary'),
  ...fileImporting('settings', 'console'),
  ...fileImporting('dashboard', 'shows'),
  ...fileImporting('shell', 'auth'),
  'frontend/src/app/console/claim-feed.ts':
    "import type { Claim } from '@sellary/contracts';\nexport const feed: Claim[] = [];\n",
  'frontend/src/app/console/claim-feed.spec.ts':
    "import { script } from '../../../testing/scripted-show';\nimport { feed } from './claim-feed';\nvoid [script, feed];\n",
  'frontend/testing/scripted-show.ts': 'export const script = [];\n',
  'e2e/package.json': '{ "name": "@sellary/e2e", "devDependencies": { "@sellary/contracts": "0.1.0" } }',
  'e2e/claims.spec.ts':
    "import type { Claim } from '@sellary/contracts';\nexport const seen: Claim[] = [];\n",
};

const PACKAGES = ['@nestjs/common', 'typeorm', 'fast-check', 'stowaway'];

/**
 * Applies `changes` to the sample and writes it to a temporary folder. A `null` change removes a file. Call
 * `remove` at the end.
 */
export function buildRepository(changes = {}) {
  // The temporary folder may itself be a symbolic link, and the cruiser reports real paths.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'boundaries-')));
  const put = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries({ ...SAMPLE_FILES, ...changes })) {
    if (text !== null) put(path, text);
  }
  for (const name of PACKAGES) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  mkdirSync(join(root, 'node_modules/@sellary'), { recursive: true });
  for (const name of ['contracts', 'extension-kit', 'simulator']) {
    symlinkSync(`../../${name}`, join(root, `node_modules/@sellary/${name}`), 'junction');
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Returns a sample file with lines added at its beginning, like a real fault added to valid code. */
export const withLines = (path, ...lines) => ({ [path]: [...lines, SAMPLE_FILES[path] ?? ''].join('\n') });

/** Returns a sample file with an import of `name` at its beginning, and a use of it. */
export const withImport = (path, name, from) =>
  withLines(path, `import { ${name} } from '${from}';`, `void ${name};`);

/** Returns a sample file with a type-only import of `name` at its beginning, and a use of it. */
export const withTypeImport = (path, name, from) =>
  withLines(path, `import type { ${name} } from '${from}';`, `export type { ${name} };`);

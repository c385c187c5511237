import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { buildHouse, withLines } from './house-model.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = join(REPOSITORY, '.dependency-cruiser.mjs');
const { default: config } = await import(pathToFileURL(CONFIG));
const CRUISER = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One planted fault for every rule of the real configuration. */
const FAULTS = [
  {
    rule: 'stair-kernel-looks-down-only',
    fault: 'the kernel imports a business module',
    changes: withLines('backend/src/kernel/ledger.ts', "import { shows } from '../shows';", 'void shows;'),
  },
  {
    rule: 'stair-auth-looks-down-only',
    fault: 'auth imports shows',
    changes: withLines('backend/src/auth/index.ts', "import { shows } from '../shows';", 'void shows;'),
  },
  {
    rule: 'stair-shows-looks-down-only',
    fault: 'shows imports a type from the claim engine, which stands above it',
    changes: withLines(
      'backend/src/shows/index.ts',
      "import type { engine } from '../claim-engine';",
      'export type Engine = typeof engine;',
    ),
  },
  {
    rule: 'stair-claim-engine-looks-down-only',
    fault: 'the claim engine pushes to the sockets itself',
    changes: withLines('backend/src/claim-engine/index.ts', "import { realtime } from '../realtime';", 'void realtime;'),
  },
  {
    rule: 'stair-reports-looks-down-only',
    fault: 'reports ask a platform',
    changes: withLines('backend/src/reports/index.ts', "import { platforms } from '../platforms';", 'void platforms;'),
  },
  {
    rule: 'stair-platforms-looks-down-only',
    fault: 'a platform imports realtime, which nobody may',
    changes: withLines('backend/src/platforms/index.ts', "import { realtime } from '../realtime';", 'void realtime;'),
  },
  {
    rule: 'platforms-know-no-platform',
    fault: 'polling asks Meta',
    changes: {
      'backend/src/platforms/meta/graph.ts': 'export const graph = 1;\n',
      'backend/src/platforms/polling/poller.ts': "import { graph } from '../meta/graph';\nexport const poller = graph;\n",
      'backend/src/platforms/index.ts': "export { poller } from './polling/poller';\n",
    },
  },
  {
    rule: 'one-door-per-module',
    fault: 'a module reaches past the index.ts of the one below',
    changes: withLines('backend/src/auth/index.ts', "import { kernel as deep } from '../kernel/ledger';", 'void deep;'),
  },
  {
    rule: 'one-door-per-module',
    fault: 'the composition root reaches past an index.ts',
    changes: withLines('backend/src/app.module.ts', "import { kernel as deep } from './kernel/ledger';", 'void deep;'),
  },
  {
    rule: 'nobody-imports-the-composition-root',
    fault: 'a module imports the application that holds it',
    changes: withLines(
      'backend/src/realtime/index.ts',
      "import type { AppModule } from '../app.module';",
      'export type App = typeof AppModule;',
    ),
  },
  {
    rule: 'domain-decides-in-silence',
    fault: 'a decision imports Nest',
    changes: withLines('backend/src/claim-engine/domain/decide.ts', "import { Injectable } from '@nestjs/common';", 'void Injectable;'),
  },
  {
    rule: 'domain-decides-in-silence',
    fault: 'a decision imports TypeORM',
    changes: withLines('backend/src/claim-engine/domain/decide.ts', "import { Entity } from 'typeorm';", 'void Entity;'),
  },
  {
    rule: 'domain-decides-in-silence',
    fault: 'a decision imports a Node builtin',
    changes: withLines('backend/src/claim-engine/domain/decide.ts', "import { randomUUID } from 'node:crypto';", 'void randomUUID;'),
  },
  {
    rule: 'domain-decides-in-silence',
    fault: 'a decision imports a file of its own module outside domain/',
    changes: {
      'backend/src/claim-engine/claim-store.ts': 'export const store = 1;',
      ...withLines('backend/src/claim-engine/domain/decide.ts', "import { store } from '../claim-store';", 'void store;'),
    },
  },
  {
    rule: 'contracts-depend-on-nothing',
    fault: 'contracts import a package',
    changes: withLines('contracts/src/claims.ts', "import { Entity } from 'typeorm';", 'void Entity;'),
  },
  {
    rule: 'contracts-have-one-door',
    fault: 'the console imports a file inside contracts',
    changes: withLines('frontend/src/main.ts', "import type { Claim } from '@sellary/contracts/src/claims';", 'export type C = Claim;'),
  },
  {
    rule: 'projects-meet-in-contracts-only',
    fault: 'the console imports the backend',
    changes: withLines('frontend/src/main.ts', "import { kernel } from '../../backend/src/kernel';", 'void kernel;'),
  },
  {
    rule: 'projects-meet-in-contracts-only',
    fault: 'a browser test imports the backend',
    changes: withLines('e2e/claims.spec.ts', "import { kernel } from '../backend/src/kernel';", 'void kernel;'),
  },
  {
    rule: 'projects-meet-in-contracts-only',
    fault: 'the simulator imports the backend',
    changes: withLines('simulator/src/world.ts', "import { kernel } from '../../backend/src/kernel';", 'void kernel;'),
  },
  {
    rule: 'simulator-is-for-tests-and-rehearsals',
    fault: 'the product imports the simulator',
    changes: withLines('backend/src/platforms/index.ts', "import { startSimulator } from '@sellary/simulator';", 'void startSimulator;'),
  },
  {
    rule: 'simulator-has-one-door',
    fault: 'a test reaches past the simulator’s index.ts',
    changes: withLines(
      'backend/src/platforms/facebook.db-spec.ts',
      "import { startSimulator as deep } from '../../../simulator/src/world';",
      'void deep;',
    ),
  },
  {
    rule: 'testing-is-for-specs',
    fault: 'the product imports test scaffolding',
    changes: withLines('backend/src/shows/index.ts', "import { startDatabase } from '../../test';", 'void startDatabase;'),
  },
  {
    rule: 'testing-is-for-specs',
    fault: 'the console imports test scaffolding',
    changes: withLines('frontend/src/main.ts', "import { script } from '../testing/scripted-show';", 'void script;'),
  },
  {
    rule: 'nobody-imports-benchmarks',
    fault: 'the product imports a benchmark',
    changes: withLines('backend/src/main.ts', "import '../bench/run';"),
  },
  {
    rule: 'specs-are-leaves',
    fault: 'a file imports a spec',
    changes: withLines('backend/src/claim-engine/intake.db-spec.ts', "import './domain/decide.spec';"),
  },
  {
    rule: 'no-cycles',
    fault: 'two files need each other at run time',
    changes: withLines('backend/src/claim-engine/domain/first-come.ts', "import { decide } from './decide';", 'void decide;'),
    // A cycle has no first file; the cruiser reports it where it entered.
    reportedIn: 'backend/src/claim-engine/domain/decide.ts',
  },
  {
    rule: 'no-orphans',
    fault: 'a file is left behind',
    changes: { 'frontend/src/app/forgotten.ts': 'export const forgotten = 1;' },
  },
  {
    rule: 'sources-need-no-dev-dependencies',
    fault: 'a source imports a development dependency',
    changes: withLines('backend/src/shows/index.ts', "import { check } from 'fast-check';", 'void check;'),
  },
  {
    rule: 'dependencies-are-declared',
    fault: 'a source imports a package that it does not declare',
    changes: withLines('backend/src/shows/index.ts', "import stowaway from 'stowaway';", 'void stowaway;'),
  },
  {
    rule: 'imports-resolve',
    fault: 'an import points nowhere',
    changes: withLines('backend/src/shows/index.ts', "import { gone } from './gone';", 'void gone;'),
  },
];

const TARGETS = [
  'backend/src',
  'backend/test',
  'backend/bench',
  'frontend/src',
  'frontend/testing',
  'contracts/src',
  'simulator/src',
  'e2e',
];
const options = await extractDepcruiseOptions(CONFIG);

/** Which rules the house breaks, and in which file. */
async function violationsOf(changes) {
  const house = buildHouse(changes);
  try {
    const { output } = await cruise(TARGETS, { ...options, baseDir: house.root });
    return output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  } finally {
    house.remove();
  }
}

test('the clean house passes', async () => {
  assert.deepEqual(await violationsOf({}), []);
});

test('the command that lint runs fails on a planted fault', () => {
  const [{ rule, changes }] = FAULTS;
  const house = buildHouse(changes);
  try {
    const run = spawnSync(process.execPath, [CRUISER, '--config', CONFIG, ...TARGETS], { cwd: house.root, encoding: 'utf8' });
    assert.notEqual(run.status, 0);
    assert.match(run.stdout, new RegExp(rule));
  } finally {
    house.remove();
  }
});

for (const { rule, fault, changes, reportedIn } of FAULTS) {
  test(`${rule}: caught when ${fault}`, async () => {
    const violations = await violationsOf(changes);
    const planted = reportedIn ? [reportedIn] : Object.keys(changes);
    assert.ok(
      violations.some((violation) => violation.rule === rule && planted.includes(violation.from)),
      `expected ${rule}, got ${JSON.stringify(violations)}`,
    );
  });
}

test('every rule has a planted fault and says why it exists', () => {
  const proven = new Set(FAULTS.map(({ rule }) => rule));
  assert.deepEqual(
    config.forbidden.filter(({ name }) => !proven.has(name)).map(({ name }) => name),
    [],
  );
  for (const { name, comment, severity } of config.forbidden) {
    assert.ok(comment?.length > 30, `${name} gives no reason`);
    assert.equal(severity, 'error', `${name} only warns`);
  }
});

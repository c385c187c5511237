import { EXTENSION_FAULTS } from './extension-faults.mjs';
import { withLines } from './sample-repository.mjs';

/** Console folders, each with a folder in the same or a higher layer that it may not import. */
const FRONTEND_FAULTS = [
  ['i18n', 'api'],
  ['api', 'ui'],
  ['ui', 'auth'],
  ['auth', 'shows'],
  ['extensions', 'shows'],
  ['shows', 'connections'],
  ['shows', 'summary'],
  ['connections', 'shows'],
  ['team', 'settings'],
  ['audit', 'team'],
  ['erasure', 'summary'],
  ['blocks', 'console'],
  ['summary', 'console'],
  ['summary', 'shell'],
  ['baskets', 'summary'],
  ['buyers', 'summary'],
  ['reports', 'console'],
  ['console', 'settings'],
  ['settings', 'shell'],
  ['dashboard', 'settings'],
];

/** [module, name, folder]: the module may not import `name` from `folder`, which is above it. */
const BACKEND_FAULTS = [
  ['kernel', 'shows'],
  ['auth', 'shows'],
  ['shows', 'engine', 'claim-engine'],
  ['claim-engine', 'realtime'],
  ['reports', 'platforms'],
  ['sales', 'platforms'],
  ['viewer-pages', 'platforms'],
  ['platforms', 'realtime'],
  ['extensions', 'realtime'],
];

/** At least one planted fault for every rule in the real configuration. */
export const FAULTS = [
  ...EXTENSION_FAULTS,
  ...FRONTEND_FAULTS.map(([folder, other]) => ({
    rule: `frontend-${folder}-imports-only-lower-layers`,
    fault: `${folder} imports ${other}`,
    changes: withLines(
      `frontend/src/app/${folder}/${folder}.ts`,
      `import type { ${other} as upper } from '../${other}/${other}';`,
      'export type Upper = typeof upper;',
    ),
  })),
  {
    rule: 'frontend-folders-have-a-layer',
    fault: 'a new console folder is not in any layer',
    changes: { 'frontend/src/app/raffles/raffles.ts': "import { ui } from '../ui/ui';\nvoid ui;\n" },
  },
  ...BACKEND_FAULTS.map(([module, name, folder = name]) => ({
    rule: `backend-${module}-imports-only-lower-modules`,
    fault: `${module} imports ${folder}, which is above it`,
    changes: withLines(
      `backend/src/${module}/index.ts`,
      `import type { ${name} } from '../${folder}';`,
      `export type Upper = typeof ${name};`,
    ),
  })),
  {
    rule: 'nothing-imports-the-composition-root',
    fault: 'a page imports the application',
    changes: withLines(
      'frontend/src/app/shows/shows.ts',
      "import type { app } from '../app';",
      'export type App = typeof app;',
    ),
  },
  {
    rule: 'platforms-core-knows-no-adapter',
    fault: 'polling imports the Meta adapter',
    changes: {
      'backend/src/platforms/meta/graph.ts': 'export const graph = 1;\n',
      'backend/src/platforms/polling/poller.ts':
        "import { graph } from '../meta/graph';\nexport const poller = graph;\n",
      'backend/src/platforms/index.ts': "export { poller } from './polling/poller';\n",
    },
  },
  {
    rule: 'modules-are-imported-through-their-index',
    fault: 'a module bypasses a lower module’s index.ts',
    changes: withLines(
      'backend/src/auth/index.ts',
      "import { kernel as deep } from '../kernel/ledger';",
      'void deep;',
    ),
  },
  {
    rule: 'modules-are-imported-through-their-index',
    fault: 'the composition root bypasses an index.ts',
    changes: withLines(
      'backend/src/app.module.ts',
      "import { kernel as deep } from './kernel/ledger';",
      'void deep;',
    ),
  },
  {
    rule: 'nothing-imports-the-composition-root',
    fault: 'a module imports the application that contains it',
    changes: withLines(
      'backend/src/realtime/index.ts',
      "import type { AppModule } from '../app.module';",
      'export type App = typeof AppModule;',
    ),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports Nest',
    changes: withLines(
      'backend/src/claim-engine/domain/decide.ts',
      "import { Injectable } from '@nestjs/common';",
      'void Injectable;',
    ),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports TypeORM',
    changes: withLines(
      'backend/src/claim-engine/domain/decide.ts',
      "import { Entity } from 'typeorm';",
      'void Entity;',
    ),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports a Node builtin',
    changes: withLines(
      'backend/src/claim-engine/domain/decide.ts',
      "import { randomUUID } from 'node:crypto';",
      'void randomUUID;',
    ),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports a file of its own module outside domain/',
    changes: {
      'backend/src/claim-engine/claim-store.ts': 'export const store = 1;',
      ...withLines(
        'backend/src/claim-engine/domain/decide.ts',
        "import { store } from '../claim-store';",
        'void store;',
      ),
    },
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports an impure part of the kit',
    changes: withLines(
      'backend/src/claim-engine/domain/decide.ts',
      "import { defineExtension } from '@sellary/extension-kit';",
      'void defineExtension;',
    ),
  },
  {
    rule: 'contracts-depend-on-nothing',
    fault: 'the contracts import a package',
    changes: withLines('contracts/src/claims.ts', "import { Entity } from 'typeorm';", 'void Entity;'),
  },
  {
    rule: 'contracts-are-imported-through-their-index',
    fault: 'the console imports an internal contracts file',
    changes: withLines(
      'frontend/src/main.ts',
      "import type { Claim } from '@sellary/contracts/src/claims';",
      'export type C = Claim;',
    ),
  },
  {
    rule: 'projects-share-only-contracts',
    fault: 'the console imports the backend',
    changes: withLines(
      'frontend/src/main.ts',
      "import { kernel } from '../../backend/src/kernel';",
      'void kernel;',
    ),
  },
  {
    rule: 'projects-share-only-contracts',
    fault: 'a browser test imports the backend',
    changes: withLines(
      'e2e/claims.spec.ts',
      "import { kernel } from '../backend/src/kernel';",
      'void kernel;',
    ),
  },
  {
    rule: 'projects-share-only-contracts',
    fault: 'the simulator imports the backend',
    changes: withLines(
      'simulator/src/world.ts',
      "import { kernel } from '../../backend/src/kernel';",
      'void kernel;',
    ),
  },
  {
    rule: 'simulator-is-for-tests-and-rehearsals',
    fault: 'the product imports the simulator',
    changes: withLines(
      'backend/src/platforms/index.ts',
      "import { startSimulator } from '@sellary/simulator';",
      'void startSimulator;',
    ),
  },
  {
    rule: 'simulator-is-imported-through-its-index',
    fault: 'a test bypasses the simulator’s index.ts',
    changes: withLines(
      'backend/src/platforms/facebook.db-spec.ts',
      "import { startSimulator as deep } from '../../../simulator/src/world';",
      'void deep;',
    ),
  },
  {
    rule: 'testing-is-for-specs',
    fault: 'the product imports test support',
    changes: withLines(
      'backend/src/shows/index.ts',
      "import { startDatabase } from '../../test';",
      'void startDatabase;',
    ),
  },
  {
    rule: 'testing-is-for-specs',
    fault: 'the console imports test support',
    changes: withLines(
      'frontend/src/main.ts',
      "import { script } from '../testing/scripted-show';",
      'void script;',
    ),
  },
  {
    rule: 'nothing-imports-benchmarks',
    fault: 'the product imports a benchmark',
    changes: withLines('backend/src/main.ts', "import '../bench/run';"),
  },
  {
    rule: 'nothing-imports-a-spec',
    fault: 'a file imports a spec',
    changes: withLines('backend/src/claim-engine/intake.db-spec.ts', "import './domain/decide.spec';"),
  },
  {
    rule: 'no-cycles',
    fault: 'two files depend on each other at run time',
    changes: withLines(
      'backend/src/claim-engine/domain/first-come.ts',
      "import { decide } from './decide';",
      'void decide;',
    ),
    // A cycle has no first file, so dependency-cruiser reports the file that it read first.
    reportedIn: 'backend/src/claim-engine/domain/decide.ts',
  },
  {
    rule: 'no-orphans',
    fault: 'a file is not imported by any other file',
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
    fault: 'an import refers to a missing file',
    changes: withLines('backend/src/shows/index.ts', "import { gone } from './gone';", 'void gone;'),
  },
];

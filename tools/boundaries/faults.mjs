import { withImport, withLines, withTypeImport } from './sample-repository.mjs';

const DECIDE = 'backend/src/claim-engine/domain/decide.ts';

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
  {
    rule: 'kit-ports-are-pure',
    fault: 'a port imports Nest',
    changes: withImport('extension-kit/src/domain/index.ts', 'Injectable', '@nestjs/common'),
  },
  {
    rule: 'kit-knows-no-product',
    fault: 'the kit imports the backend',
    changes: withImport('extension-kit/src/index.ts', 'createApp', '../../backend/src/create-app'),
  },
  {
    rule: 'extensions-import-only-the-kit',
    fault: 'an extension imports the backend',
    changes: withImport('extensions/hello/src/index.ts', 'kernel', '../../../backend/src/kernel'),
  },
  {
    rule: 'extensions-import-only-the-kit',
    fault: 'an extension imports the contracts directly',
    changes: withTypeImport('extensions/hello/src/index.ts', 'Claim', '@sellary/contracts'),
  },
  {
    rule: 'extensions-are-imported-by-nothing',
    fault: 'the product imports an extension',
    changes: withImport('backend/src/main.ts', 'hello', '../../extensions/hello/src'),
  },
  ...FRONTEND_FAULTS.map(([folder, other]) => ({
    rule: `frontend-${folder}-imports-only-lower-layers`,
    fault: `${folder} imports ${other}`,
    changes: withTypeImport(`frontend/src/app/${folder}/${folder}.ts`, other, `../${other}/${other}`),
  })),
  {
    rule: 'frontend-folders-have-a-layer',
    fault: 'a new console folder is not in any layer',
    changes: { 'frontend/src/app/raffles/raffles.ts': "import { ui } from '../ui/ui';\nvoid ui;\n" },
  },
  ...BACKEND_FAULTS.map(([module, name, folder = name]) => ({
    rule: `backend-${module}-imports-only-lower-modules`,
    fault: `${module} imports ${folder}, which is above it`,
    changes: withTypeImport(`backend/src/${module}/index.ts`, name, `../${folder}`),
  })),
  {
    rule: 'nothing-imports-the-composition-root',
    fault: 'a page imports the application',
    changes: withTypeImport('frontend/src/app/shows/shows.ts', 'app', '../app'),
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
    changes: withImport('backend/src/auth/index.ts', 'kernel', '../kernel/ledger'),
  },
  {
    rule: 'modules-are-imported-through-their-index',
    fault: 'the composition root bypasses an index.ts',
    changes: withImport('backend/src/app.module.ts', 'kernel', './kernel/ledger'),
  },
  {
    rule: 'nothing-imports-the-composition-root',
    fault: 'a module imports the application that contains it',
    changes: withTypeImport('backend/src/realtime/index.ts', 'AppModule', '../app.module'),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports Nest',
    changes: withImport(DECIDE, 'Injectable', '@nestjs/common'),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports TypeORM',
    changes: withImport(DECIDE, 'Entity', 'typeorm'),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports a Node builtin',
    changes: withImport(DECIDE, 'randomUUID', 'node:crypto'),
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports a file of its own module outside domain/',
    changes: {
      'backend/src/claim-engine/claim-store.ts': 'export const store = 1;',
      ...withImport(DECIDE, 'store', '../claim-store'),
    },
  },
  {
    rule: 'domain-is-pure',
    fault: 'a decision imports an impure part of the kit',
    changes: withImport(DECIDE, 'defineExtension', '@sellary/extension-kit'),
  },
  {
    rule: 'contracts-depend-on-nothing',
    fault: 'the contracts import a package',
    changes: withImport('contracts/src/claims.ts', 'Entity', 'typeorm'),
  },
  {
    rule: 'contracts-are-imported-through-their-index',
    fault: 'the console imports an internal contracts file',
    changes: withTypeImport('frontend/src/main.ts', 'Claim', '@sellary/contracts/src/claims'),
  },
  {
    rule: 'projects-share-only-contracts',
    fault: 'the console imports the backend',
    changes: withImport('frontend/src/main.ts', 'kernel', '../../backend/src/kernel'),
  },
  {
    rule: 'projects-share-only-contracts',
    fault: 'a browser test imports the backend',
    changes: withImport('e2e/claims.spec.ts', 'kernel', '../backend/src/kernel'),
  },
  {
    rule: 'projects-share-only-contracts',
    fault: 'the simulator imports the backend',
    changes: withImport('simulator/src/world.ts', 'kernel', '../../backend/src/kernel'),
  },
  {
    rule: 'simulator-is-for-tests-and-rehearsals',
    fault: 'the product imports the simulator',
    changes: withImport('backend/src/platforms/index.ts', 'startSimulator', '@sellary/simulator'),
  },
  {
    rule: 'simulator-is-imported-through-its-index',
    fault: 'a test bypasses the simulator’s index.ts',
    changes: withImport(
      'backend/src/platforms/facebook.db-spec.ts',
      'startSimulator',
      '../../../simulator/src/world',
    ),
  },
  {
    rule: 'testing-is-for-specs',
    fault: 'the product imports test support',
    changes: withImport('backend/src/shows/index.ts', 'startDatabase', '../../test'),
  },
  {
    rule: 'testing-is-for-specs',
    fault: 'the console imports test support',
    changes: withImport('frontend/src/main.ts', 'script', '../testing/scripted-show'),
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
    changes: withImport('backend/src/claim-engine/domain/first-come.ts', 'decide', './decide'),
    // A cycle has no first file, so dependency-cruiser reports the file that it read first.
    reportedIn: DECIDE,
  },
  {
    rule: 'no-orphans',
    fault: 'a file is not imported by any other file',
    changes: { 'frontend/src/app/forgotten.ts': 'export const forgotten = 1;' },
  },
  {
    rule: 'sources-need-no-dev-dependencies',
    fault: 'a source imports a development dependency',
    changes: withImport('backend/src/shows/index.ts', 'check', 'fast-check'),
  },
  {
    rule: 'dependencies-are-declared',
    fault: 'a source imports a package that it does not declare',
    changes: withImport('backend/src/shows/index.ts', 'stowaway', 'stowaway'),
  },
  {
    rule: 'imports-resolve',
    fault: 'an import refers to a missing file',
    changes: withImport('backend/src/shows/index.ts', 'gone', './gone'),
  },
];

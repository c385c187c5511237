/**
 * The module boundaries. `docs/architecture.md` explains them, this file enforces them, and
 * `tools/boundaries/boundaries.spec.mjs` plants a violation of every rule and checks that it is caught. If a
 * rule blocks a change, the change probably needs a port, a domain event, or a lower place for shared code.
 * An exception here is rarely the answer.
 */

/**
 * The backend modules, lowest first. A module imports only from the modules before it, and only through their
 * `index.ts`.
 */
export const BACKEND_LAYERS = [
  'kernel',
  'auth',
  'shows',
  'claim-engine',
  'reports',
  'sales',
  'viewer-pages',
  'platforms',
  'extensions',
  'realtime',
];

/**
 * The console folders, lowest layer first. A folder imports only from the layers before its own, so folders
 * in the same layer do not know each other.
 */
export const FRONTEND_LAYERS = [
  ['i18n'],
  ['api'],
  ['ui'],
  ['auth'],
  ['extensions'],
  ['shows', 'connections', 'team', 'audit', 'erasure', 'blocks'],
  ['baskets'],
  ['summary', 'buyers', 'reports'],
  ['console'],
  ['settings', 'dashboard'],
  ['shell'],
];

const anyOf = (names) => `(${names.join('|')})`;
const MODULE_FOLDER = `^backend/src/${anyOf(BACKEND_LAYERS)}/`;
const FRONTEND_FOLDER = `^frontend/src/app/${anyOf(FRONTEND_LAYERS.flat())}/`;
const SPEC = '\\.(spec|db-spec)\\.ts$';
const PROJECTS = '(backend|frontend|e2e|simulator)';

/** One rule for each module, so that a finding names the module that imports too much. */
const backendRules = BACKEND_LAYERS.slice(0, -1).map((name, height) => ({
  name: `backend-${name}-imports-only-lower-modules`,
  comment: `${name} would have to change whenever a module above it does: notify those modules with a domain event, or declare a port in ${name} for them to bind.`,
  from: { path: `^backend/src/${name}/` },
  to: { path: `^backend/src/${anyOf(BACKEND_LAYERS.slice(height + 1))}/` },
}));

/** One rule for each folder of the console below the top. */
const frontendRules = FRONTEND_LAYERS.slice(0, -1).flatMap((layer, height) =>
  layer.map((name) => {
    const besideAndAbove = FRONTEND_LAYERS.slice(height).flat();
    return {
      name: `frontend-${name}-imports-only-lower-layers`,
      comment: `${name} would have to change whenever a folder beside or above it does: move what both need to a lower layer.`,
      from: { path: `^frontend/src/app/${name}/` },
      to: { path: `^frontend/src/app/${anyOf(besideAndAbove.filter((other) => other !== name))}/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...backendRules,
    ...frontendRules,
    {
      name: 'frontend-folders-have-a-layer',
      comment:
        'The rules above do not see a folder that has no layer. Add it to FRONTEND_LAYERS in this file.',
      from: { path: '^frontend/src/app/[^/]+/', pathNot: FRONTEND_FOLDER },
      to: { path: '^frontend/' },
    },
    {
      name: 'modules-are-imported-through-their-index',
      comment:
        'What a module exports through index.ts is its public API; the rest can be rewritten without changing another module.',
      from: { path: '^backend/src/([^/]+)(/|\\.ts$)' },
      to: { path: `${MODULE_FOLDER}(?!index\\.ts$)`, pathNot: '^backend/src/$1/' },
    },
    {
      name: 'nothing-imports-the-composition-root',
      comment:
        'The files beside the modules know every module, and a module that imports one of them knows every module too.',
      from: { path: `${MODULE_FOLDER}|${FRONTEND_FOLDER}`, pathNot: SPEC },
      to: { path: '^(backend/src|frontend/src/app)/[^/]+\\.ts$' },
    },
    {
      name: 'platforms-core-knows-no-adapter',
      comment:
        'The core of this module serves adapters that it does not know: what it needs from an adapter belongs in the port. Only platforms.module.ts lists the adapters.',
      from: {
        path: '^backend/src/platforms/',
        pathNot: [
          SPEC,
          '^backend/src/platforms/meta/',
          '^backend/src/platforms/(index|platforms\\.module)\\.ts$',
        ],
      },
      to: { path: '^backend/src/platforms/meta/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        "A decision must replay to the same result years later, so its code depends only on its own folder, the extension kit's pure ports, and the wire types.",
      from: { path: '^(backend/src/.+/domain)/', pathNot: SPEC },
      to: { pathNot: ['^$1/', '^contracts/', '^extension-kit/src/domain/'] },
    },
    {
      name: 'kit-ports-are-pure',
      comment:
        'Decisions depend on these ports, so what a decision must not import, a port must not import either.',
      from: { path: '^extension-kit/src/domain/', pathNot: SPEC },
      to: { pathNot: ['^extension-kit/src/domain/', '^contracts/'] },
    },
    {
      name: 'kit-knows-no-product',
      comment:
        "Extensions compile against the kit alone. The kit's test app loads the installed product only at run time.",
      from: { path: '^extension-kit/' },
      to: { path: `^(${PROJECTS}|tools|extensions)/` },
    },
    {
      name: 'contracts-depend-on-nothing',
      comment:
        'Browser, server, tests, and extensions all compile this package, so they would all carry what it imports.',
      from: { path: '^contracts/src/', pathNot: SPEC },
      to: { pathNot: '^contracts/src/' },
    },
    {
      name: 'contracts-are-imported-through-their-index',
      comment:
        'Files inside contracts may be split or renamed at any time: import from the package name, which is its public API.',
      from: { pathNot: '^contracts/' },
      to: { path: '^contracts/', pathNot: '^contracts/(src|dist)/index\\.(ts|js|d\\.ts)$' },
    },
    {
      name: 'projects-share-only-contracts',
      comment:
        'If the console or a browser test imports the backend, its tests can pass even if the API between them is broken.',
      from: { path: `^${PROJECTS}/` },
      to: { path: `^(${PROJECTS}|tools)/`, pathNot: ['^$1/', '^simulator/'] },
    },
    {
      name: 'extensions-import-only-the-kit',
      comment:
        'Our extensions prove that anyone can write one: they use only what other authors have, the kit and npm packages.',
      from: { path: '^extensions/([^/]+)/', pathNot: SPEC },
      to: {
        pathNot: [
          '^extensions/$1/',
          '^extension-kit/(src|dist)/(index|testing/index)\\.(ts|js|d\\.ts)$',
          'node_modules/(?!@sellary/)',
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'extensions-are-imported-by-nothing',
      comment: 'The product must also run if an extension is not installed: it loads extensions by name.',
      from: { pathNot: ['^extensions/', SPEC] },
      to: { path: '^extensions/' },
    },
    {
      name: 'simulator-is-for-tests-and-rehearsals',
      comment:
        'The product calls the simulator only over HTTP, at a configured address: if it imported simulator code, that code would run in production.',
      from: {
        path: '^(backend|frontend|contracts)/',
        pathNot: [SPEC, '^backend/(test|bench)/', '^frontend/testing/'],
      },
      to: { path: '^simulator/' },
    },
    {
      name: 'simulator-is-imported-through-its-index',
      comment:
        'Tests use only its public API. The audience is the exception: it runs from a fresh clone, before anything is built.',
      from: { pathNot: '^simulator/' },
      to: {
        path: '^simulator/',
        pathNot: ['^simulator/(src|dist)/index\\.(ts|js|d\\.ts)$', '^simulator/src/audience/[^/]+\\.cjs$'],
      },
    },
    {
      name: 'testing-is-for-specs',
      comment: 'Test support bypasses product checks, so the product must not be able to use it.',
      from: { path: '^(backend|frontend|simulator)/src/', pathNot: [SPEC, '^simulator/src/testing/'] },
      to: { path: '^(backend/test|simulator/src/testing|frontend/testing)/' },
    },
    {
      name: 'nothing-imports-benchmarks',
      comment:
        'Benchmarks contain deliberately simple versions to measure against; none of them may run in the product.',
      from: { pathNot: '^backend/bench/' },
      to: { path: '^backend/bench/' },
    },
    {
      name: 'nothing-imports-a-spec',
      comment:
        'Code that two specs share belongs in test/ or testing/, which is where a reader looks for it.',
      from: {},
      to: { path: SPEC },
    },
    {
      name: 'no-cycles',
      comment:
        'In a cycle, no file can be read, tested, or loaded first. Type-only imports may form a cycle: they are gone when the program runs.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment:
        'A file that nothing imports is either forgotten or loaded in a hidden way; both mislead the next reader.',
      from: {
        orphan: true,
        pathNot: [
          SPEC,
          '\\.d\\.ts$',
          '(^|/)[^/]+\\.config\\.(ts|mjs|cjs|js)$',
          '/migrations/',
          '^tools/',
          '^frontend/testing/.*\\.cjs$',
        ],
      },
      to: {},
    },
    {
      name: 'sources-need-no-dev-dependencies',
      // The console is bundled at build time, when development dependencies are installed, so its image needs
      // no packages.
      comment:
        'The image contains no development dependencies: such an import works in development and fails in production.',
      from: { path: '^(backend|contracts|simulator|extensions/[^/]+)/src/', pathNot: [SPEC] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dependencies-are-declared',
      comment:
        "A package installed only because another one depends on it may disappear with that one's next release.",
      from: { path: '^(backend|frontend|contracts|simulator|extensions/[^/]+)/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that cannot be found cannot be checked against the rules above.',
      from: {},
      to: { couldNotResolve: true },
    },
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['node_modules', '^contracts/dist'] },
    exclude: { path: [`^${PROJECTS}/((bench/)?dist|coverage|\\.angular)/`, '^extensions/[^/]+/dist/'] },
    // Type imports count as well, because a module that imports a type from above knows what is above it.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.mjs', '.cjs', '.js', '.json'],
      // `types` first: the workspace's own packages are checked as source code, whether built or not.
      mainFields: ['types', 'module', 'main'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
    },
  },
};

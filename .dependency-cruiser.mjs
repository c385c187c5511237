/**
 * The module boundaries. `docs/architecture.md` explains them, this file enforces them, and `tools/boundaries/boundaries.spec.mjs` plants a
 * fault for every rule and sees it caught. A rule that is in the way is a sign that a port or a domain event is missing: the
 * answer is rarely an exception here.
 */

/** From the ground up. A module may import what stands before it in this list, through its `index.ts`, and nothing else. */
export const STAIR = ['kernel', 'auth', 'shows', 'claim-engine', 'reports', 'platforms', 'realtime'];

const MODULE_FOLDER = `^backend/src/(${STAIR.join('|')})/`;
const SPEC = '\\.(spec|db-spec)\\.ts$';
const PROJECTS = '(backend|frontend|e2e|simulator|examples)';

/** One rule for every step, so that a finding names the step that was climbed. */
const stairRules = STAIR.slice(0, -1).map((step, height) => ({
  name: `stair-${step}-looks-down-only`,
  comment: `${step} would have to change whenever a module above it does: tell them by a domain event, or declare a port here that they bind.`,
  severity: 'error',
  from: { path: `^backend/src/${step}/` },
  to: { path: `^backend/src/(${STAIR.slice(height + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...stairRules,
    {
      name: 'one-door-per-module',
      comment: 'What a module exports through index.ts is a promise; everything behind it can be rewritten without asking its neighbours.',
      severity: 'error',
      from: { path: '^backend/src/([^/]+)(/|\\.ts$)' },
      to: { path: `${MODULE_FOLDER}(?!index\\.ts$)`, pathNot: '^backend/src/$1/' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      comment: 'main, app.module and create-app know every module; whoever imports them knows every module too.',
      severity: 'error',
      from: { path: MODULE_FOLDER, pathNot: SPEC },
      to: { path: '^backend/src/[^/]+\\.ts$' },
    },
    {
      name: 'platforms-know-no-platform',
      comment:
        'The core of the platforms serves adapters that it has never seen: what it needs of one belongs into the port. Only the module lists the adapters.',
      severity: 'error',
      from: {
        path: '^backend/src/platforms/',
        pathNot: [SPEC, '^backend/src/platforms/meta/', '^backend/src/platforms/(index|platforms\\.module)\\.ts$'],
      },
      to: { path: '^backend/src/platforms/meta/' },
    },
    {
      name: 'domain-decides-in-silence',
      comment: 'A decision must replay to the same answer years later, so its code rests on nothing but its own folder and the wire types.',
      severity: 'error',
      from: { path: '^(backend/src/.+/domain)/', pathNot: SPEC },
      to: { pathNot: ['^$1/', '^contracts/'] },
    },
    {
      name: 'contracts-depend-on-nothing',
      comment: 'Browser, server, tests and guests all compile this package: whatever it imported, they would all carry.',
      severity: 'error',
      from: { path: '^contracts/src/', pathNot: SPEC },
      to: { pathNot: '^contracts/src/' },
    },
    {
      name: 'contracts-have-one-door',
      comment: 'The files inside contracts may be cut differently tomorrow; only the package name is promised.',
      severity: 'error',
      from: { pathNot: '^contracts/' },
      to: { path: '^contracts/', pathNot: '^contracts/(src|dist)/index\\.(ts|js|d\\.ts)$' },
    },
    {
      name: 'projects-meet-in-contracts-only',
      comment: 'A console that imported the backend (or a browser test that did) would pass while the wire between them is broken.',
      severity: 'error',
      from: { path: `^${PROJECTS}/` },
      to: { path: `^(${PROJECTS}|tools)/`, pathNot: ['^$1/', '^simulator/'] },
    },
    {
      name: 'simulator-is-for-tests-and-rehearsals',
      comment: 'The product speaks to it over HTTP, by an address in its configuration: what it imported would run in production.',
      severity: 'error',
      from: { path: '^(backend|frontend|contracts)/', pathNot: [SPEC, '^backend/(test|bench)/', '^frontend/testing/'] },
      to: { path: '^simulator/' },
    },
    {
      name: 'simulator-has-one-door',
      comment:
        'Tests drive it through what it promises. Only the crowd has a door of its own: it runs from a bare clone, before anything is built.',
      severity: 'error',
      from: { pathNot: '^simulator/' },
      to: { path: '^simulator/', pathNot: ['^simulator/(src|dist)/index\\.(ts|js|d\\.ts)$', '^simulator/src/audience/[^/]+\\.cjs$'] },
    },
    {
      name: 'testing-is-for-specs',
      comment: 'Test scaffolding opens doors that the product keeps shut; the product must not be able to walk through them.',
      severity: 'error',
      from: { path: '^(backend|frontend|simulator)/src/', pathNot: [SPEC, '^simulator/src/testing/'] },
      to: { path: '^(backend/test|simulator/src/testing|frontend/testing)/' },
    },
    {
      name: 'nobody-imports-benchmarks',
      comment: 'Benchmarks hold the deliberately plain versions that we measure against; none of that may run in the product.',
      severity: 'error',
      from: { pathNot: '^backend/bench/' },
      to: { path: '^backend/bench/' },
    },
    {
      name: 'specs-are-leaves',
      comment: 'What two specs share belongs to test/ or testing/, where a reader looks for it, not into one of the two.',
      severity: 'error',
      from: {},
      to: { path: SPEC },
    },
    {
      name: 'no-cycles',
      comment:
        'In a cycle no file can be read, tested or loaded first. Types may refer to each other: they are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is either forgotten or reached by a trick; both mislead the next reader.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [SPEC, '\\.d\\.ts$', '(^|/)[^/]+\\.config\\.(ts|mjs|cjs|js)$', '/migrations/', '^tools/', '^frontend/testing/.*\\.cjs$'],
      },
      to: {},
    },
    {
      name: 'sources-need-no-dev-dependencies',
      // The console is bundled where development dependencies are at hand; its image needs no packages at all.
      comment: 'The image is installed without them: such an import works on every desk and dies in production.',
      severity: 'error',
      from: { path: '^(backend|contracts|simulator)/src/', pathNot: [SPEC] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dependencies-are-declared',
      comment: 'A package that is there only because another one brings it disappears with that one’s next release.',
      severity: 'error',
      from: { path: '^(backend|frontend|contracts|simulator)/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'imports-resolve',
      comment: 'What cannot be found cannot be checked against the rules above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^contracts/dist'] },
    exclude: { path: [`^${PROJECTS}/((bench/)?dist|coverage|\\.angular)/`] },
    // Types are part of the picture: a type imported from above is knowledge of what stands above.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.mjs', '.cjs', '.js', '.json'],
      // `types` first: the workspace's own packages are checked as sources, built or not.
      mainFields: ['types', 'module', 'main'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
    },
  },
};

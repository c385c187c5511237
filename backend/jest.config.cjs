// Two kinds of tests: `unit` needs nothing but the code, and `database` needs a PostgreSQL server. `npm test`
// starts a server and passes its address in TEST_DATABASE_URL; without that variable, the tests start their
// own.

// Packages published only as ES modules. They are compiled for the tests, which run as CommonJS, like the
// product itself.
const ES_MODULES_ONLY = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'hucre',
];

/** @type {import('jest').Config} */
const shared = {
  rootDir: __dirname,
  // The specs of the extensions in this repository run here too.
  roots: ['<rootDir>', '<rootDir>/../extensions'],
  testEnvironment: 'node',
  // Mocks are restored after each test, even if the test failed.
  restoreMocks: true,
  moduleNameMapper: {
    '^@sellary/contracts$': '<rootDir>/../contracts/src/index.ts',
    '^@sellary/extension-kit$': '<rootDir>/../extension-kit/src/index.ts',
    '^@sellary/extension-kit/(domain|testing)$': '<rootDir>/../extension-kit/src/$1/index.ts',
    '^@sellary/simulator$': '<rootDir>/../simulator/src/index.ts',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES_ONLY.join('|')})/)`],
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          // Same settings as for the product: dependency injection reads the types, and a field without a
          // value does not hide a prototype property.
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};

/** @type {import('jest').Config} */
module.exports = {
  // Database tests share one server and two cores; more workers only wait for each other.
  maxWorkers: 2,
  // Each file leaves some memory behind in its worker. After a hundred files, the worker would run out of
  // memory.
  workerIdleMemoryLimit: '1GB',
  // Starting the whole product on its own database takes seconds on a busy machine.
  testTimeout: 60_000,
  coverageDirectory: '<rootDir>/coverage',
  collectCoverageFrom: ['<rootDir>/src/**/*.ts', '!**/*.spec.ts', '!**/*.db-spec.ts'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,test}/**/*.spec.ts', '<rootDir>/../extensions/*/src/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'database',
      testMatch: ['<rootDir>/{src,test}/**/*.db-spec.ts'],
      globalSetup: '<rootDir>/../tools/testing/database-for-jest.cjs',
      globalTeardown: '<rootDir>/../tools/testing/database-for-jest-end.cjs',
    },
  ],
};

/** Plain tests run in Node; those that need a page say so at their top with @jest-environment. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/bundle-hucre.cjs',
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/test/support/seeded-fast-check.cjs',
    '^hucre/xlsx$': '<rootDir>/node_modules/.cache/hucre-xlsx.cjs',
  },
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/support/skipped-reporter.cjs'],
  // No test is about time; machines are shared. This ends what hangs.
  testTimeout: 300_000,
};

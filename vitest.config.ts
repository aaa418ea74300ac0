import { defineConfig } from 'vitest/config'

const database = ['src/**/*{routes,store}.test.ts', 'src/server/**/*.test.ts', 'src/cli/**/*.test.ts', 'src/testing/**/*.test.ts']

// Minutes of killing, ten thousand cases of one thing, whole projects from their workbooks to their packs: for the whole
// test run, not for every check.
const endurance = [
  'src/testing/kill.test.ts',
  'src/testing/reference-project.test.ts',
  'src/**/*-endurance.test.ts',
  'src/cli/commands.test.ts',
  'src/features/acceptance/report-routes.test.ts',
  'src/features/acceptance/routes.test.ts',
  'src/features/exchange/books-reader.test.ts',
  'src/features/exchange/form-rules.test.ts',
  'src/features/exchange/other-agency/agency.test.ts',
  'src/features/exchange/other-hands.test.ts',
  'src/features/exchange/plan-stability.test.ts',
  'src/features/measures/member-store.test.ts',
  'src/server/paper.test.ts',
]

export default defineConfig({
  test: {
    // What was compiled for the last run and has not changed is not compiled again.
    experimental: { fsModuleCache: true },
    // A database beside the tests leaves them every core but for moments.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          // Pure functions, and houses with a database each: nothing is left behind that another file could meet.
          isolate: false,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: [...database, ...endurance],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          isolate: false,
          include: database,
          exclude: endurance,
          environment: 'node',
          globalSetup: ['src/testing/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'endurance',
          include: endurance,
          environment: 'node',
          globalSetup: ['src/testing/database-setup.ts'],
          // Killing servers and counting their memory wants the machine for itself.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

const database = ['src/**/*{routes,store}.test.ts', 'src/server/**/*.test.ts', 'src/cli/**/*.test.ts', 'src/testing/**/*.test.ts']

// Minutes of killing, and ten thousand cases of one thing: for the whole test run, not for every check.
const endurance = ['src/testing/kill.test.ts', 'src/**/*-endurance.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: [...database, ...endurance],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: database,
          exclude: endurance,
          environment: 'node',
          globalSetup: ['src/testing/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'endurance', include: endurance, environment: 'node', testTimeout: 600_000 } },
    ],
  },
})

import { defineConfig } from 'vitest/config'

const server = process.env.BASE_URL
if (!server) throw new Error('BASE_URL must say where the server is, with its sample data')

export default defineConfig({
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.spec.ts'],
    environment: 'node',
    // Vite keeps the name BASE_URL for itself.
    env: { SERVER: server },
    // Each file has a browser of its own; more than two at once would only wait for each other. The machine may be slow.
    maxWorkers: 2,
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

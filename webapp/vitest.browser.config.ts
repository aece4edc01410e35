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
    // The tests share one browser, and the machine may be slow: files run one after another, with long timeouts.
    fileParallelism: false,
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

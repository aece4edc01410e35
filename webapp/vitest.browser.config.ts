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
    // One browser on a small machine: files one after another, with time for a slow start.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

// The browser suite: Chromium against the release build, served below a sub-path with brotli and the bundle's own headers.
import { defineConfig } from '@playwright/test';
import { launch } from './chromium.mjs';

export default defineConfig({
  testDir: './specs',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: process.env.RESULTS ?? './test-results/results.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: launch,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
  },
});

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  sandbox: boolean;
}

// `tools/chromium.mjs` chooses an installed browser or the bundled one.
const chromium = JSON.parse(
  execFileSync(process.execPath, [path.join(__dirname, '..', 'tools', 'chromium.mjs')], { encoding: 'utf8' }),
) as ChromiumLaunch;

const environment = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
);

export default defineConfig({
  testDir: __dirname,
  // `npm run console-speed` runs only the measurements.
  testMatch: process.env['MEASURE'] === undefined ? '**/*.spec.ts' : '**/*.measure.ts',
  outputDir: path.join(__dirname, 'test-results'),
  reporter: [['list'], ['html', { open: 'never', outputFolder: path.join(__dirname, 'playwright-report') }]],
  // One product and one browser at a time, because both run on the same machine.
  workers: 1,
  fullyParallel: false,
  // A test that passes on the second attempt hides a bug.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: chromium.args,
      chromiumSandbox: chromium.sandbox,
      env: { ...environment, ...chromium.env },
    },
  },
});

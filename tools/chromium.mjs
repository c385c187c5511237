// Finds or unpacks a real Chromium for the browser tests. Prints its launch options as JSON, because the
// tests may not import from tools. CHROMIUM_PATH specifies the program; `bundled` selects the one installed
// by npm.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackBundled } from './chromium/bundled.mjs';

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string>, sandbox: boolean }}
 * ChromiumLaunch
 */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((root) =>
    path.join(process.env[root] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
};
// No reporting, updates, or GPU. No flag changes what pages may do, because tests must see what users see.
const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<ChromiumLaunch>} */
async function findChromium() {
  const isRoot = process.getuid?.() === 0;
  const installedFile = findInstalled();
  if (installedFile !== null) return launch(installedFile, {}, !isRoot);
  const bundled = await unpackBundled();
  if (bundled === null) {
    throw new Error('No Chromium or Chrome was found. Install one, or set CHROMIUM_PATH to its executable.');
  }
  /** @type {Record<string, string>} */
  const env = {};
  if (tryToRun(bundled.executable, env).status !== 0) {
    env['LD_LIBRARY_PATH'] = [bundled.libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  const { status, stderr, error } = tryToRun(bundled.executable, env);
  if (status !== 0) {
    throw new Error(`The bundled Chromium does not run here: ${error?.message ?? stderr.trim()}`);
  }
  if (!hasFonts()) env['FONTCONFIG_FILE'] = bundled.fonts;
  return launch(bundled.executable, env, !isRoot && canCreateNamespaces());
}

/**
 * @param {string} executablePath
 * @param {Record<string, string>} env
 * @param {boolean} sandbox false if the browser cannot use one: as root, or if the bundled Chromium cannot
 * create namespaces
 * @returns {ChromiumLaunch}
 */
function launch(executablePath, env, sandbox) {
  // Without HOME, the browser has no folder for its profile and does not start.
  if (!process.env['HOME'] && process.platform !== 'win32') {
    env['HOME'] = mkdtempSync(path.join(os.tmpdir(), 'sellary-browser-'));
  }
  return { executablePath, args: sandbox ? FLAGS : [...FLAGS, '--no-sandbox'], env, sandbox };
}

function findInstalled() {
  const chromiumPath = process.env['CHROMIUM_PATH'];
  if (chromiumPath === 'bundled') return null;
  if (chromiumPath) {
    if (isExecutable(chromiumPath)) return chromiumPath;
    throw new Error(`CHROMIUM_PATH points to ${chromiumPath}, which is not executable.`);
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const filesOnPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name + suffix)));
  const usualFiles = PLACES[/** @type {keyof typeof PLACES} */ (process.platform)] ?? [];
  return [...filesOnPath, ...usualFiles].find((file) => path.isAbsolute(file) && isExecutable(file)) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs `--version`, to find out whether the program starts here.
 * @param {string} executable
 * @param {Record<string, string>} env
 */
function tryToRun(executable, env) {
  return spawnSync(executable, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
}

function hasFonts() {
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(os.homedir(), '.fonts'),
    path.join(os.homedir(), '.local/share/fonts'),
  ].some((folder) => {
    try {
      return readdirSync(folder, { recursive: true }).some((name) =>
        /\.(ttf|otf|ttc|woff2?)$/i.test(String(name)),
      );
    } catch {
      return false;
    }
  });
}

function canCreateNamespaces() {
  return spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await findChromium()));

// Checks that the container files agree with the rest of the repository. CI validates their syntax, and builds and
// starts the containers.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inWorkspace } from './workspace/root.mjs';

/** @param {string[]} path */
const textOf = (...path) => readFileSync(inWorkspace(...path), 'utf8');
const composeText = textOf('docker-compose.yml');
const dockerfile = textOf('Dockerfile');
/** @type {{ services: Record<string, { environment?: Record<string, string>, volumes?: string[] }> }} */
const { services } = parse(composeText, { merge: true });
const appVariables = services['app']?.environment ?? {};

test('The app container gets every variable in .env.example that applies to it, and no others.', () => {
  const documentedVariables = [...textOf('.env.example').matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]+)=/gm)].map(
    ([, name]) => name,
  );
  const composeOnly = ['POSTGRES_PASSWORD', 'PROXY_PORT'];
  const imageOnly = ['NODE_ENV'];
  assert.deepEqual(
    Object.keys(appVariables)
      .filter((name) => !imageOnly.includes(name))
      .sort(),
    documentedVariables.filter((name) => !composeOnly.includes(String(name))).sort(),
  );
});

test('No secret has a default value, which would be public. Only the Meta and photo bucket secrets may be empty.', () => {
  const secrets = [...composeText.matchAll(/\$\{(\w*(?:PASSWORD|SECRET|_KEY))\b([^}]*)\}/g)];
  assert.ok(secrets.length > 0);
  for (const [whole, name = '', rest = ''] of secrets) {
    assert.match(rest, /^(META|PHOTOS_S3)_/.test(name) ? /^:-$/ : /^:\?set /, whole);
  }
});

test('Both app instances get the same settings, and the proxy serves both.', () => {
  assert.deepEqual(services['app-2']?.environment, appVariables);
  const caddyfile = textOf('docker', 'Caddyfile');
  for (const name of ['app', 'app-2']) {
    assert.match(caddyfile, new RegExp(`reverse_proxy .*\\b${name}:3000\\b`), name);
  }
});

test('Every file that a container mounts exists.', () => {
  const mountedFiles = Object.values(services).flatMap(({ volumes = [] }) =>
    volumes.filter((volume) => volume.startsWith('./')),
  );
  assert.ok(mountedFiles.length > 0);
  for (const volume of mountedFiles) assert.ok(existsSync(inWorkspace(volume.split(':')[0] ?? '')), volume);
});

test('The image copies every workspace’s package.json before it installs, because the lock file lists every workspace.', () => {
  /** @type {{ workspaces: string[] }} */
  const { workspaces } = JSON.parse(textOf('package.json'));
  const beforeInstall = dockerfile.slice(0, dockerfile.indexOf('RUN npm ci'));
  const folders = workspaces.flatMap((workspace) =>
    workspace.endsWith('/*')
      ? readdirSync(inWorkspace(workspace.slice(0, -2))).map((name) => `${workspace.slice(0, -1)}${name}`)
      : [workspace],
  );
  for (const workspace of folders) {
    assert.ok(beforeInstall.includes(`COPY ${workspace}/package.json ${workspace}/`), workspace);
  }
});

test('The image runs no install scripts, and does not run the product as root.', () => {
  for (const [install] of dockerfile.matchAll(/npm (?:ci|install)\b.*/g)) {
    assert.match(install, /^npm ci --ignore-scripts/);
  }
  assert.equal(dockerfile.match(/^USER .*$/gm)?.at(-1), 'USER node');
});

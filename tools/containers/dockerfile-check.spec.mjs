import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkDockerfile, checkRepositoryDockerfile, readInstructions } from './dockerfile-check.mjs';

const repository = new URL('../../', import.meta.url);
const text = readFileSync(new URL('Dockerfile', repository), 'utf8');

test('The check finds no problem in the Dockerfile.', () => {
  assert.deepEqual(checkRepositoryDockerfile(), []);
});

/** The real file with one thing broken in it: what is looked for must be there, or the fault would not be planted. */
function broken(find, replacement) {
  assert.ok(text.includes(find), `"${find}" is not in the Dockerfile any more`);
  return checkDockerfile(text.replaceAll(find, replacement), { folder: fileURLToPath(repository), ignored: ['docs'] });
}

const FAULTS = [
  ['a misspelt instruction', 'WORKDIR', 'WORKDIRS', /WORKDIRS is not an instruction/],
  ['an image without a tag', 'node:22-bookworm-slim', 'node', /needs a tag/],
  ['a stage that does not exist', '--from=build', '--from=builder', /no earlier stage/],
  ['two stages of one name', 'AS production-dependencies', 'AS build', /two stages/],
  ['a copied path that is missing', 'COPY backend backend', 'COPY server backend', /server does not exist/],
  ['a copied path that .dockerignore hides', 'COPY backend backend', 'COPY docs docs', /hidden from the build/],
  ['several files into a file', 'package-lock.json .npmrc ./', 'package-lock.json .npmrc .', /ends with \//],
  ['install scripts', 'npm ci --ignore-scripts', 'npm ci', /install scripts/],
  ['an install that may change the lock file', 'npm ci', 'npm install', /npm ci/],
  ['a start through a shell', 'CMD ["node", "backend/dist/main.js"]', 'CMD node backend/dist/main.js', /JSON list/],
  ['running as root', 'USER node', 'USER root', /runs as root/],
  ['no health check', 'HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6', 'LABEL x=1', /no health check/],
  ['no production mode', 'NODE_ENV=production', 'NODE_ENV=development', /NODE_ENV=production/],
];

for (const [fault, find, replacement, complaint] of FAULTS) {
  test(`found: ${fault}`, () => {
    const problems = broken(find, replacement);
    assert.ok(
      problems.some((problem) => complaint.test(problem)),
      JSON.stringify(problems),
    );
  });
}

test('The check finds an instruction before the first stage, and a file without any.', () => {
  const surroundings = { folder: fileURLToPath(repository) };
  assert.match(checkDockerfile('RUN true\nFROM a:1\n', surroundings).join(), /before the first FROM/);
  assert.match(checkDockerfile('# nothing\n', surroundings).join(), /there is no FROM/);
});

test('A continued line is one instruction.', () => {
  assert.deepEqual(readInstructions('RUN a && \\\n  # why\n  b\n'), [{ line: 1, name: 'RUN', rest: 'a && b' }]);
});

test('Every workspace’s manifest is copied before `npm ci`, or the lock file does not fit.', () => {
  const { workspaces } = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'));
  const beforeInstall = text.slice(0, text.indexOf('npm ci'));
  for (const workspace of workspaces) assert.ok(beforeInstall.includes(`COPY ${workspace}/package.json ${workspace}/`), workspace);
});

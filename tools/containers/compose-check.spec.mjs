import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkCompose, checkRepositoryCompose, documentedVariables } from './compose-check.mjs';

const repository = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docker-compose.yml', repository), 'utf8');
const compose = parse(text, { merge: true });
const surroundings = {
  folder: fileURLToPath(repository),
  documentedVariables: documentedVariables(readFileSync(new URL('.env.example', repository), 'utf8')),
};

test('The check finds no problem in docker-compose.yml.', () => {
  assert.deepEqual(checkRepositoryCompose(), []);
});

/** The real file with one thing broken in it: what is looked for must be there, or the fault would not be planted. */
function broken(find, replacement) {
  assert.ok(text.includes(find), `"${find}" is not in docker-compose.yml any more`);
  return checkCompose(text.replace(find, replacement), surroundings);
}

const FAULTS = [
  ['bad indentation', 'services:\n  postgres:', 'services:\n postgres:\n   x:', /not YAML|must NOT have additional/],
  ['an unknown key', 'restart: unless-stopped', 'restarts: unless-stopped', /restarts/],
  ['a duration without a unit', 'interval: 10s', "interval: '10'", /interval must match/],
  ['an image without a tag', 'postgres:18-bookworm', 'postgres', /image must match/],
  [
    'waiting for a service that is not there',
    'redis: { condition: service_healthy }',
    'cache: { condition: service_healthy }',
    /cache, which does not exist/,
  ],
  ['a volume nobody declared', 'postgres-data:/var', 'pg-data:/var', /pg-data, which is not declared/],
  ['a mounted file that is missing', './docker/Caddyfile:', './docker/Caddy.conf:', /does not exist/],
  ['the data folder of older PostgreSQL images', ':/var/lib/postgresql', ':/var/lib/postgresql/data', /data be lost/],
  ['a secret with a default', 'JWT_SECRET: ${JWT_SECRET:?set JWT_SECRET', 'JWT_SECRET: ${JWT_SECRET:-set JWT_SECRET', /must be required/],
  ['a secret in the file', 'TOKEN_ENCRYPTION_KEY: ${TOKEN', 'TOKEN_ENCRYPTION_KEY: key-${TOKEN', /written into the file/],
  ['a variable that .env.example does not explain', '${LOG_LEVEL:-log}', '${LOG_STYLE:-log}', /LOG_STYLE, which .env.example/],
  ['a variable that may be missing silently', '${LOG_LEVEL:-log}', '${LOG_LEVEL}', /without a default/],
  [
    'a required variable without help',
    '${PUBLIC_URL:?set PUBLIC_URL in .env to the address that browsers use, such as http://localhost:3000}',
    '${PUBLIC_URL:?}',
    /without saying/,
  ],
  ['one port published twice', '${PROXY_PORT:-8080}:8080', '${PORT:-3000}:8080', /both publish/],
  [
    'needing a service whose profile is off',
    'postgres: { condition: service_healthy }',
    'proxy: { condition: service_healthy }',
    /profile is on/,
  ],
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

test('The check finds services that wait for each other.', () => {
  const problems = broken("command: [redis-server, --save, '', --appendonly, 'no']", 'depends_on: { app: { condition: service_healthy } }');
  assert.ok(
    problems.some((problem) => /wait for each other: .*app → redis → app|redis → app → redis/.test(problem)),
    JSON.stringify(problems),
  );
});

test('Plain `up` starts PostgreSQL 18, Redis 7, and one app; the scale profile adds a second app behind a proxy.', () => {
  const running = (profiles) =>
    Object.entries(compose.services)
      .filter(([, service]) => (service.profiles ?? []).every((profile) => profiles.includes(profile)))
      .map(([name]) => name);
  assert.deepEqual(running([]), ['postgres', 'redis', 'app']);
  assert.deepEqual(running(['scale']), ['postgres', 'redis', 'app', 'app-2', 'proxy']);
  assert.match(compose.services.postgres.image, /^postgres:18/);
  assert.match(compose.services.redis.image, /^redis:7/);
});

test('Both app instances get the same settings.', () => {
  assert.deepEqual(compose.services['app-2'].environment, compose.services.app.environment);
});

test('The proxy serves every app instance.', () => {
  const caddyfile = readFileSync(new URL('docker/Caddyfile', repository), 'utf8');
  for (const name of Object.keys(compose.services).filter((service) => service.startsWith('app'))) {
    assert.match(caddyfile, new RegExp(`reverse_proxy .*\\b${name}:3000\\b`), name);
  }
});

test('The app gets every variable of .env.example that concerns it.', () => {
  const composeOnly = ['POSTGRES_PASSWORD', 'PROXY_PORT'];
  const given = new Set(Object.keys(compose.services.app.environment));
  assert.deepEqual(
    [...surroundings.documentedVariables].filter((name) => !given.has(name) && !composeOnly.includes(name)),
    [],
  );
});

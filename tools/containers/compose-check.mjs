import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { parseDocument } from 'yaml';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const schema = JSON.parse(readFileSync(new URL('./compose.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, strictTuples: false, allowUnionTypes: true }).compile(schema);

/** A password or key with a default is a public password. */
const SECRET = /(PASSWORD|SECRET|_KEY)$/;
/** Secrets that may be empty, because the empty value does nothing either: without them Meta cannot be connected. */
const OPTIONAL_SECRETS = new Set(['META_APP_SECRET', 'META_INSTAGRAM_APP_SECRET']);

const VARIABLE = /\$(\$|\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([^}]*))?\}|([A-Za-z_][A-Za-z0-9_]*))/g;

/**
 * Reads a compose file as far as that is possible without Docker: YAML, shape (a schema of the keys we use), and the references
 * between its parts. It cannot check that an image exists or starts: that needs an engine (`docker compose config`, then `up`).
 * @returns every problem as one sentence; empty when none was found.
 */
export function checkCompose(text, { folder, documentedVariables }) {
  const document = parseDocument(text, { merge: true, prettyErrors: true });
  if (document.errors.length > 0) return document.errors.map(({ message }) => `not YAML: ${message}`);
  const compose = document.toJS();
  if (!validate(compose)) {
    return validate.errors.map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  }
  return [...references(compose, folder), ...variables(compose, documentedVariables)];
}

function* references({ services, volumes = {} }, folder) {
  const ports = new Map();
  const mounted = new Set();
  for (const [name, service] of Object.entries(services)) {
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      const other = services[needed];
      if (other === undefined) yield `${name} depends on ${needed}, which does not exist`;
      else if (condition === 'service_healthy' && other.healthcheck === undefined) {
        yield `${name} waits for the health of ${needed}, which has no check`;
      } else if (other.profiles && !other.profiles.every((profile) => service.profiles?.includes(profile))) {
        yield `${name} depends on ${needed}, which is off unless its profile is on`;
      }
    }
    for (const volume of service.volumes ?? []) {
      const [source, target] = volume.split(':');
      if (source.startsWith('./')) {
        if (!existsSync(join(folder, source))) yield `${name} mounts ${source}, which does not exist`;
      } else if (!(source in volumes)) yield `${name} mounts the volume ${source}, which is not declared`;
      else mounted.add(source);
      if (/^postgres:1[89]/.test(service.image) && target.startsWith('/var/lib/postgresql/')) {
        yield `${name}: PostgreSQL 18 keeps its data below /var/lib/postgresql; ${target} would stay empty and the data be lost`;
      }
    }
    if (service.build !== undefined && !existsSync(join(folder, service.build, 'Dockerfile'))) {
      yield `${name} is built from ${service.build}, where no Dockerfile is`;
    }
    for (const port of service.ports ?? []) {
      const published = port.slice(0, port.lastIndexOf(':'));
      if (ports.has(published)) yield `${name} and ${ports.get(published)} both publish ${published}`;
      ports.set(published, name);
    }
  }
  for (const volume of Object.keys(volumes)) if (!mounted.has(volume)) yield `the volume ${volume} is declared and never mounted`;
  yield* circles(services);
}

function* circles(services) {
  const done = new Set();
  const visit = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name].join(' → ');
    if (done.has(name)) return null;
    for (const next of Object.keys(services[name]?.depends_on ?? {})) {
      const circle = visit(next, [...path, name]);
      if (circle !== null) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of Object.keys(services)) {
    const circle = visit(name, []);
    if (circle !== null) return yield `services wait for each other: ${circle}`;
  }
}

function* variables({ services }, documented) {
  const texts = Object.entries(services).flatMap(([service, definition]) => strings(definition).map((text) => ({ service, text })));
  for (const { service, text } of texts) {
    if (text.replace(VARIABLE, '').includes('$')) yield `${service}: "${text}" has a $ that starts no variable; write $$ for the character`;
    for (const [, escaped, braced, operator, argument, bare] of text.matchAll(VARIABLE)) {
      if (escaped === '$') continue;
      const name = braced ?? bare;
      if (!documented.has(name)) yield `${service} uses ${name}, which .env.example does not explain`;
      if (operator === undefined) yield `${service} uses ${name} without a default or a message for when it is missing`;
      else if (operator.endsWith('?') && argument.trim() === '') yield `${service} requires ${name} without saying what to do`;
      else if (SECRET.test(name) && !OPTIONAL_SECRETS.has(name) && operator !== ':?') {
        yield `${service}: the secret ${name} must be required with :?`;
      }
    }
  }
  for (const [service, { environment = {} }] of Object.entries(services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (SECRET.test(name) && !String(value ?? '').startsWith('${')) yield `${service}: the secret ${name} is written into the file`;
    }
  }
}

function strings(value) {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

/** Names explained in .env.example, whether set there or commented out. */
export function documentedVariables(text) {
  return new Set([...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name));
}

/** Checks the repository's own file. */
export function checkRepositoryCompose() {
  return checkCompose(readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8'), {
    folder: REPOSITORY,
    documentedVariables: documentedVariables(readFileSync(join(REPOSITORY, '.env.example'), 'utf8')),
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { checkRepositoryDockerfile } = await import('./dockerfile-check.mjs');
  const problems = [
    ...checkRepositoryCompose().map((problem) => `docker-compose.yml: ${problem}`),
    ...checkRepositoryDockerfile().map((problem) => `Dockerfile: ${problem}`),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('docker-compose.yml and Dockerfile: nothing to complain about (read, not run: no container engine is involved).');
}

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

const INSTRUCTIONS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);

/** Splits a Dockerfile into `{ line, name, rest }`: comments out, continued lines joined. */
export function readInstructions(text) {
  const found = [];
  let open = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const continued = line.endsWith('\\');
    const body = continued ? line.slice(0, -1).trim() : line;
    if (open === null) open = { line: index + 1, text: body };
    else open.text += ` ${body}`;
    if (continued) continue;
    const [, name, rest] = /^(\S+)\s*(.*)$/s.exec(open.text);
    found.push({ line: open.line, name: name.toUpperCase(), rest });
    open = null;
  }
  if (open !== null) found.push({ line: open.line, name: 'UNFINISHED', rest: open.text });
  return found;
}

/** `--flag=value` words at the start of an instruction, and what follows them. */
function flagsOf(rest) {
  const words = rest.split(/\s+/);
  const flags = new Map();
  while (words[0]?.startsWith('--')) {
    const [name, value = ''] = words.shift().slice(2).split('=');
    flags.set(name, value);
  }
  return { flags, words };
}

function isWordList(text) {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === 'string');
  } catch {
    return false;
  }
}

/**
 * Reads a Dockerfile as far as that is possible without an engine: instructions, stages, sources of copies, and our own rules (no
 * root, no install scripts, exec form, a health check). It builds nothing.
 * @returns every problem as one sentence; empty when none was found.
 */
export function checkDockerfile(text, { folder, ignored = [] }) {
  const problems = [];
  const stages = [];
  const say = ({ line }, problem) => problems.push(`line ${line}: ${problem}`);

  for (const instruction of readInstructions(text)) {
    const { name, rest } = instruction;
    if (!INSTRUCTIONS.has(name)) {
      say(instruction, `${name} is not an instruction`);
      continue;
    }
    if (name === 'FROM') {
      stages.push(readStage(instruction, stages, say));
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) {
      if (name !== 'ARG') say(instruction, `${name} before the first FROM`);
      continue;
    }
    stage.instructions.push(instruction);
    if (rest === '') say(instruction, `${name} says nothing`);
    else if (name === 'COPY') checkCopy(instruction, stages, folder, ignored, say);
    else if (name === 'RUN') checkRun(instruction, say);
    else if (name === 'ADD') say(instruction, 'ADD also unpacks and downloads; COPY says what happens');
    else if (name === 'CMD' || name === 'ENTRYPOINT') {
      if (!isWordList(rest)) say(instruction, `${name} must be a JSON list: through a shell, SIGTERM does not reach the process`);
    }
  }
  if (stages.length === 0) return [...problems, 'there is no FROM'];
  return [...problems, ...promisesOfTheImage(stages.at(-1).instructions)];
}

function readStage(instruction, stages, say) {
  const { words } = flagsOf(instruction.rest);
  const [base, as, name = null] = words;
  if (base === undefined || (as !== undefined && (as.toUpperCase() !== 'AS' || name === null)) || words.length > 3) {
    say(instruction, 'FROM must read: FROM image [AS name]');
  }
  if (name !== null && stages.some((stage) => stage.name === name)) say(instruction, `two stages are called ${name}`);
  const isStage = stages.some((stage) => stage.name === base);
  if (!isStage && !/^[a-z0-9][a-z0-9._/-]*:[\w.-]+$/.test(base ?? '')) {
    say(instruction, `${base} needs a tag, or the image changes under us`);
  }
  return { name, instructions: [] };
}

function checkCopy(instruction, stages, folder, ignored, say) {
  const { flags, words } = flagsOf(instruction.rest);
  if (words.length < 2) return say(instruction, 'COPY needs a source and a target');
  const sources = words.slice(0, -1);
  if (sources.length > 1 && !words.at(-1).endsWith('/')) say(instruction, 'COPY of several files needs a target that ends with /');
  const from = flags.get('from');
  if (from !== undefined) {
    if (!stages.slice(0, -1).some(({ name }) => name === from)) say(instruction, `COPY --from=${from}: no earlier stage has this name`);
    return;
  }
  for (const source of sources) {
    const path = posix.normalize(source).replace(/\/$/, '');
    if (path.startsWith('..') || posix.isAbsolute(path)) say(instruction, `${source} lies outside the repository`);
    else if (!existsSync(join(folder, path))) say(instruction, `${source} does not exist`);
    else if (ignored.includes(path)) say(instruction, `${source} is hidden from the build by .dockerignore`);
  }
}

function checkRun(instruction, say) {
  for (const command of instruction.rest.split(/&&|\|\||;/)) {
    if (/\bnpm (install|i)\b/.test(command)) say(instruction, 'npm install may change what the lock file promises: npm ci');
    if (/\bnpm ci\b/.test(command) && !command.includes('--ignore-scripts')) {
      say(instruction, 'npm ci must not run the install scripts of packages');
    }
  }
}

function promisesOfTheImage(instructions) {
  const last = (name) => instructions.filter((instruction) => instruction.name === name).at(-1)?.rest;
  const problems = [];
  if (last('USER') === undefined || /^(root|0)(:|$)/.test(last('USER'))) problems.push('the image runs as root');
  if (!/^(--\S+\s+)*CMD\s/.test(last('HEALTHCHECK') ?? '')) problems.push('the image has no health check');
  else if (!isWordList(last('HEALTHCHECK').replace(/^.*?CMD\s+/, ''))) problems.push('the health check must be a JSON list');
  if (last('CMD') === undefined) problems.push('the image does not say what to start');
  if (!instructions.some(({ name, rest }) => name === 'ENV' && /\bNODE_ENV=production\b/.test(rest))) {
    problems.push('the image does not set NODE_ENV=production');
  }
  return problems;
}

/** Checks the repository's own file. */
export function checkRepositoryDockerfile() {
  const ignored = readFileSync(join(REPOSITORY, '.dockerignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#!]/.test(line));
  return checkDockerfile(readFileSync(join(REPOSITORY, 'Dockerfile'), 'utf8'), { folder: REPOSITORY, ignored });
}

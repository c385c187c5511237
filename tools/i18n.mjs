// `npm run i18n`: writes every text of the console to frontend/src/i18n/messages.json, and lists the missing
// translations. With --check it writes nothing, and fails if that file or a language does not match the
// sources.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { idProblems, problemsOf, refusedWordProblems, sortedTexts, withoutLineBreaks } =
  await import('./i18n/texts.mjs');
const { programOf } = await import('./workspace/programs.mjs');
const { ROOT, inWorkspace } = await import('./workspace/root.mjs');
const { orExit, run } = await import('./workspace/run.mjs');
const { prepareWorkspace } = await import('./workspace/prepare.mjs');

/** @typedef {import('./i18n/texts.mjs').Texts} Texts */

const TRANSLATIONS = inWorkspace('frontend', 'public', 'i18n');
const MESSAGES = inWorkspace('frontend', 'src', 'i18n', 'messages.json');
const MAX_SHOWN_MISSING = 20;

/** @returns {Promise<Texts>} */
async function extract() {
  const folder = inWorkspace('.nx', 'i18n');
  mkdirSync(folder, { recursive: true });
  const [node, ng] = programOf('@angular/cli', 'ng');
  await run(
    'Extracting the texts',
    [node, ng, 'extract-i18n', '--output-path', folder, '--out-file', 'messages.json'],
    {
      cwd: inWorkspace('frontend'),
      env: { NG_CLI_ANALYTICS: 'false' },
    },
  );
  const { translations } = JSON.parse(readFileSync(path.join(folder, 'messages.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  return sortedTexts(withoutLineBreaks(translations));
}

/** @param {string} file */
const read = (file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

/** @param {Texts} texts */
const formatted = (texts) => `${JSON.stringify(sortedTexts(texts), null, 2)}\n`;

const isCheck = process.argv.includes('--check');
await orExit(prepareWorkspace({ withBuild: false }));
const messages = await orExit(extract());
const problems = [...idProblems(messages), ...refusedWordProblems(messages)];
if (!isCheck) writeFileSync(MESSAGES, formatted(messages));
else if (read(MESSAGES) !== formatted(messages)) {
  problems.push(`${path.relative(ROOT, MESSAGES)} is older than the sources. Run npm run i18n.`);
}

for (const name of readdirSync(TRANSLATIONS)) {
  const file = path.join(TRANSLATIONS, name);
  const texts = JSON.parse(read(file));
  if (!isCheck) writeFileSync(file, formatted(texts));
  else if (read(file) !== formatted(texts)) {
    problems.push(`${path.relative(ROOT, file)} is not sorted by id. Run npm run i18n.`);
  }
  const { missing, problems: problemsOfFile } = problemsOf(messages, texts);
  problems.push(...problemsOfFile.map((problem) => `${path.relative(ROOT, file)}: ${problem}`));
  if (missing.length === 0) continue;
  const more = missing.length > MAX_SHOWN_MISSING ? ` and ${missing.length - MAX_SHOWN_MISSING} more` : '';
  console.log(
    `${name} lacks ${missing.length} of ${Object.keys(messages).length}: ${missing.slice(0, MAX_SHOWN_MISSING).join(', ')}${more}`,
  );
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${Object.keys(messages).length} texts.`);

// Ends the build of the console. It joins small files, removes the notes for translators, compresses the files, and
// checks the budgets of the pages. The page loads its language before it imports the application, so Angular
// counts the application as loaded later. Therefore this step adds preloads to index.html for the files that
// every page needs: the browser then fetches them at once.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace } from '../workspace/root.mjs';
import { fileSizesIn, joinChunks, joinedChunks } from './joined-chunks.mjs';
import { precompress } from './precompress.mjs';
import { filesOfPage, withNewNames, withPreloads } from './preloads.mjs';
import { withoutTextNotes } from './text-notes.mjs';

/** Uncompressed, styles included, as Angular's own budget counts. */
const MAX_FIRST_PAGE_BYTES = 430_000;
const MAIN = 'src/main.ts';
const APPLICATION = [MAIN, 'src/app/bootstrap.ts'];
/**
 * Pages that must open fast, with the bytes that a browser transfers when it opens one for the first time in
 * English. The server names the files of a page in its HTML: without that, the browser learns of them only
 * after the application has started and asked for its session.
 */
const PAGES = [
  { name: 'sign-in page', path: '^/login$', entry: 'src/app/auth/login.ts', maxBytes: 120_000 },
  {
    name: 'live console',
    path: '^/shows/[^/]+/console$',
    entry: 'src/app/console/console.ts',
    maxBytes: 260_000,
  },
];

const dist = inWorkspace('frontend', 'dist');
const browser = path.join(dist, 'browser');
const indexFile = path.join(browser, 'index.html');

const bytesOf = fileSizesIn(browser);
const originalStats = JSON.parse(readFileSync(path.join(dist, 'stats.json'), 'utf8'));
rmSync(path.join(dist, 'stats.json'));
const originalHtml = readFileSync(indexFile, 'utf8');
// The first list is `MAIN` alone: code that runs before the texts are loaded must not be joined with texts.
const entryLists = [[MAIN], APPLICATION, ...PAGES.map(({ entry }) => [...APPLICATION, entry])];
const joined = joinedChunks(
  originalStats,
  entryLists.map((entries) => filesOfPage(originalStats, originalHtml, ...entries)),
  bytesOf,
);
const { stats, names } = await joinChunks(browser, originalStats, joined, withoutTextNotes);
const html = withNewNames(originalHtml, names);
const filesBeforeTexts = filesOfPage(stats, html, MAIN).filter((file) =>
  readFileSync(path.join(browser, file), 'utf8').includes('$localize`'),
);
if (filesBeforeTexts.length > 0) {
  console.error(
    `${filesBeforeTexts.join(', ')} would keep English texts: they run before the language is loaded.`,
  );
  process.exitCode = 1;
}
const sharedFiles = filesOfPage(stats, html, ...APPLICATION);
const bytes = sharedFiles.reduce((sum, file) => sum + bytesOf(file), 0);
writeFileSync(indexFile, withPreloads(html, sharedFiles));
const compressed = await precompress(browser);

console.log(`The first page needs ${sharedFiles.length} files of ${kilobytes(bytes)}.`);
if (bytes > MAX_FIRST_PAGE_BYTES) refuse(MAX_FIRST_PAGE_BYTES);
const preloads = PAGES.map(({ name, path: pattern, entry, maxBytes }) => {
  const pageFiles = filesOfPage(stats, html, ...APPLICATION, entry);
  const transferred = pageFiles.reduce((sum, file) => sum + (compressed.get(file) ?? 0), 0);
  console.log(`The ${name} transfers ${pageFiles.length} files of ${kilobytes(transferred)}.`);
  if (transferred > maxBytes) refuse(maxBytes);
  return { path: pattern, files: pageFiles.filter((file) => !sharedFiles.includes(file)) };
});
writeFileSync(path.join(dist, 'preloads.json'), JSON.stringify(preloads));

/** @param {number} count */
function kilobytes(count) {
  return `${Math.round(count / 1000)} kB`;
}

/** @param {number} budget */
function refuse(budget) {
  console.error(
    `That is over the budget of ${kilobytes(budget)}. Import later what the page does not show at first.`,
  );
  process.exitCode = 1;
}

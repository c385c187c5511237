// Finishes the console build. It joins small files, removes translator notes, compresses the files, and
// checks the page budgets. The page loads its language before it imports the application, so Angular treats
// the application as lazy-loaded. This step therefore adds preloads to index.html for the files that every
// page needs, so that the browser fetches them immediately.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace } from '../workspace/root.mjs';
import { fileSizesIn, joinChunks, joinedFileByChunk } from './joined-files.mjs';
import { precompress } from './precompress.mjs';
import { filesOfPage, withNewNames, withPreloads } from './preloads.mjs';
import { withoutTextNotes } from './text-notes.mjs';

/** Uncompressed and including styles, like Angular's own budget. */
const MAX_FIRST_PAGE_BYTES = 430_000;
const MAIN = 'src/main.ts';
const APPLICATION = [MAIN, 'src/app/bootstrap.ts'];
/**
 * Pages that must open fast, each with the maximum bytes that a browser may transfer when it first opens the
 * page in English. The server lists a page's files in its HTML. Without that list, the browser would learn
 * about them only after the application has started and requested its session.
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
// The first list is `MAIN` alone, because code that runs before the texts are loaded must not be joined with
// texts.
const entryLists = [[MAIN], APPLICATION, ...PAGES.map(({ entry }) => [...APPLICATION, entry])];
const joined = joinedFileByChunk(
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
    `${filesBeforeTexts.join(', ')} would keep English texts, because they run before the language is loaded.`,
  );
  process.exitCode = 1;
}
const sharedFiles = filesOfPage(stats, html, ...APPLICATION);
const bytes = sharedFiles.reduce((sum, file) => sum + bytesOf(file), 0);
writeFileSync(indexFile, withPreloads(html, sharedFiles));
const compressed = await precompress(browser);

console.log(`The first page needs ${sharedFiles.length} files, ${kilobytes(bytes)} in total.`);
if (bytes > MAX_FIRST_PAGE_BYTES) refuse(MAX_FIRST_PAGE_BYTES);
const preloads = PAGES.map(({ name, path: pattern, entry, maxBytes }) => {
  const pageFiles = filesOfPage(stats, html, ...APPLICATION, entry);
  const transferred = pageFiles.reduce((sum, file) => sum + (compressed.get(file) ?? 0), 0);
  console.log(`The ${name} transfers ${pageFiles.length} files, ${kilobytes(transferred)} in total.`);
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
    `This exceeds the budget of ${kilobytes(budget)}. Lazy-load what the page does not show at first.`,
  );
  process.exitCode = 1;
}

// Ends the build of the console. The page loads its language before it imports the application, so Angular
// counts the application as loaded later: this adds the files that every page needs to index.html, so that
// the browser fetches them at once, and checks their budget.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace } from '../workspace/root.mjs';
import { filesOfFirstPage, withPreloads } from './preloads.mjs';

/** Uncompressed, styles included, as Angular's own budget counts. */
const MAX_FIRST_PAGE_BYTES = 430_000;
const APPLICATION = 'src/app/bootstrap.ts';

const dist = inWorkspace('frontend', 'dist');
const stats = path.join(dist, 'stats.json');
const page = path.join(dist, 'browser', 'index.html');

const html = readFileSync(page, 'utf8');
const files = filesOfFirstPage(JSON.parse(readFileSync(stats, 'utf8')), html, APPLICATION);
const bytes = files.reduce((sum, file) => sum + statSync(path.join(dist, 'browser', file)).size, 0);
rmSync(stats);
console.log(`The first page needs ${files.length} files of ${Math.round(bytes / 1000)} kB.`);
if (bytes > MAX_FIRST_PAGE_BYTES) {
  console.error(
    `That is over the budget of ${MAX_FIRST_PAGE_BYTES / 1000} kB. Import what the first page does not show when it is needed.`,
  );
  process.exit(1);
}
writeFileSync(page, withPreloads(html, files));

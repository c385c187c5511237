/**
 * @typedef {{ outputs: Record<string, { entryPoint?: string, imports: { kind: string, path: string }[] }> }}
 * Stats esbuild's build report
 */

/**
 * @param {Stats} stats
 * @param {string} html the page as Angular wrote it
 * @param {...string} entries entry points: the application and lazy-loaded pages
 * @returns {string[]} the files that the HTML lists, the entry points' files, and their static imports
 */
export function filesOfPage({ outputs }, html, ...entries) {
  const files = new Set(
    [...html.matchAll(/(?:src|href)="([^"/]+\.(?:js|css))"/g)].map(([, file = '']) => file),
  );
  const filesToVisit = entries.map((entry) => {
    const file = Object.keys(outputs).find((output) => outputs[output]?.entryPoint === entry);
    if (file === undefined) throw new Error(`The build has no file for ${entry}.`);
    return file;
  });
  for (let file = filesToVisit.pop(); file !== undefined; file = filesToVisit.pop()) {
    files.add(file);
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && !files.has(path)) filesToVisit.push(path);
    }
  }
  return [...files];
}

/**
 * @param {string} html the page as Angular wrote it
 * @param {Map<string, string>} names new names of the page's scripts, by old name
 * @returns {string} the page with these names, and without Angular's own preloads
 */
export const withNewNames = (html, names) =>
  html
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
    .replaceAll(/(?<=<script src=")[^"]+/g, (file) => names.get(file) ?? file);

/**
 * @param {string} html
 * @param {string[]} files
 */
export function withPreloads(html, files) {
  const links = files
    .filter((file) => !html.includes(`"${file}"`))
    .map((file) => `<link rel="modulepreload" href="${file}">`);
  return html.replace('<script', () => `${links.join('')}<script`);
}

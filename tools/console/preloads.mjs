/**
 * @typedef {{ outputs: Record<string, { entryPoint?: string, imports: { kind: string, path: string }[] }> }}
 * Stats esbuild's report of a build
 */

/**
 * @param {Stats} stats
 * @param {string} html the page as Angular wrote it
 * @param {string} application entry point of the application
 * @returns {string[]} what the page names already, then what the application imports at its start
 */
export function filesOfFirstPage({ outputs }, html, application) {
  const files = new Set(
    [...html.matchAll(/(?:src|href)="([^"/]+\.(?:js|css))"/g)].map(([, file = '']) => file),
  );
  const entry = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === application);
  if (entry === undefined) throw new Error(`The build has no file for ${application}.`);
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    files.add(file);
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && !files.has(path)) waiting.push(path);
    }
  }
  return [...files];
}

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

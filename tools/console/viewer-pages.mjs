// Builds the pages for viewers: each source becomes one module, without a bundle, because viewers on slow phones
// load some kilobytes and nothing of the console.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { inWorkspace } from '../workspace/root.mjs';

const sources = inWorkspace('frontend', 'viewer-pages');
const output = inWorkspace('frontend', 'dist', 'browser', 'viewer-pages');
const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  isolatedModules: true,
};

mkdirSync(output, { recursive: true });
for (const file of readdirSync(sources)) {
  const source = path.join(sources, file);
  if (/\.(html|css)$/.test(file)) copyFileSync(source, path.join(output, file));
  else if (/(?<!\.spec)\.ts$/.test(file)) {
    const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions });
    writeFileSync(path.join(output, file.replace(/\.ts$/, '.js')), outputText);
  }
}

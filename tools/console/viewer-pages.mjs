// Builds the viewer pages. Each source file becomes one unbundled module, so that viewers on slow phones load
// a few kilobytes and none of the console.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { inWorkspace } from '../workspace/root.mjs';

const sourceFolder = inWorkspace('frontend', 'viewer-pages');
const outputFolder = inWorkspace('frontend', 'dist', 'browser', 'viewer-pages');
const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  isolatedModules: true,
};

mkdirSync(outputFolder, { recursive: true });
for (const file of readdirSync(sourceFolder)) {
  const source = path.join(sourceFolder, file);
  if (/\.(html|css)$/.test(file)) copyFileSync(source, path.join(outputFolder, file));
  else if (/(?<!\.spec)\.ts$/.test(file)) {
    const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions });
    writeFileSync(path.join(outputFolder, file.replace(/\.ts$/, '.js')), outputText);
  }
}

// `npm run extension-api`: writes the extension API report, `extension-kit/api-report.md`. With --check it
// compares instead, so that no API change goes unnoticed. A reviewer sees the change as a diff of this one
// file, and can tell which part of the version must be raised.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beginProgram } from './workspace/begin-program.mjs';
import { inWorkspace } from './workspace/root.mjs';

const KIT = inWorkspace('extension-kit');
const REPORT = path.join(KIT, 'api-report.md');

/** @returns {string} the declarations of all kit exports, sorted by name, without comments */
function apiReport() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const options = { declaration: true, emitDeclarationOnly: true, removeComments: true, noEmit: false };
  const config = ts.getParsedCommandLineOfConfigFile(path.join(KIT, 'tsconfig.json'), options, host);
  if (config === undefined) throw new Error('extension-kit/tsconfig.json cannot be read.');
  const program = ts.createProgram(config.fileNames, config.options);
  const entry = program.getSourceFile(path.join(KIT, 'src', 'index.ts'));
  const checker = program.getTypeChecker();
  const module = entry && checker.getSymbolAtLocation(entry);
  if (module === undefined) throw new Error('extension-kit/src/index.ts cannot be read.');
  /** @type {Map<string, ts.SourceFile>} */
  const emittedFiles = new Map();
  const declarations = checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const nodes = (symbol.declarations ?? []).map((node) => declarationOf(node, program, emittedFiles));
    return { name: exported.name, text: nodes.join('\n') };
  });
  declarations.sort((a, b) => (a.name < b.name ? -1 : 1));
  const version = /EXTENSION_API_VERSION = '(.+)'/.exec(
    readFileSync(path.join(KIT, 'src', 'version.ts'), 'utf8'),
  );
  return [
    '# The extension API',
    '',
    `Version ${version?.[1]}. Written by \`npm run extension-api\`; an API change changes this file.`,
    '',
    ...declarations.flatMap(({ name, text }) => [`## ${name}`, '', '```ts', text, '```', '']),
  ].join('\n');
}

/**
 * Prints a symbol's declaration, as emitted by the compiler if the symbol is in the kit, otherwise as
 * written.
 * @param {ts.Declaration} node
 * @param {ts.Program} program
 * @param {Map<string, ts.SourceFile>} emitted
 */
function declarationOf(node, program, emitted) {
  const source = node.getSourceFile();
  const name = ts.getNameOfDeclaration(node)?.getText(source);
  const isInKit = source.fileName.startsWith(path.join(KIT, 'src'));
  const file = isInKit ? emittedDeclarations(source, program, emitted) : source;
  const statement = file.statements.find((candidate) => declaredNames(candidate).includes(name ?? ''));
  if (statement === undefined) throw new Error(`${name} has no declaration in ${source.fileName}.`);
  const printer = ts.createPrinter({ removeComments: true });
  return printer.printNode(ts.EmitHint.Unspecified, statement, file);
}

/**
 * @param {ts.SourceFile} source
 * @param {ts.Program} program
 * @param {Map<string, ts.SourceFile>} emitted
 */
function emittedDeclarations(source, program, emitted) {
  const knownFile = emitted.get(source.fileName);
  if (knownFile !== undefined) return knownFile;
  let text = '';
  program.emit(source, (_, content) => (text = content), undefined, true);
  const file = ts.createSourceFile('emitted.d.ts', text, ts.ScriptTarget.ES2022, true);
  emitted.set(source.fileName, file);
  return file;
}

/** @param {ts.Statement} statement */
function declaredNames(statement) {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText(statement.getSourceFile()));
  }
  const { name } = /** @type {{ name?: ts.Identifier }} */ (/** @type {unknown} */ (statement));
  return name === undefined ? [] : [name.text];
}

/** @param {ts.Diagnostic} diagnostic */
function fail(diagnostic) {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

if (process.argv[1] === import.meta.filename) {
  beginProgram();
  const report = apiReport();
  if (!process.argv.includes('--check')) {
    writeFileSync(REPORT, report);
  } else if (readFileSync(REPORT, 'utf8') !== report) {
    console.error(
      'The extension API has changed. Run `npm run extension-api`, review the diff of extension-kit/api-report.md, and raise EXTENSION_API_VERSION: a patch for texts, a minor version for additions, a major version for everything else.',
    );
    process.exit(1);
  }
}

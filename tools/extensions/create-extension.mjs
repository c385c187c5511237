import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace, ROOT } from '../workspace/root.mjs';

/** The example that new extensions are copied from. */
const EXAMPLE = inWorkspace('extensions', 'example-hello');
const COPIED_FILE = /^(README\.md|tsconfig\.json|src[/\\].+\.ts)$/;
const VALID_NAME = /^[a-z](?:-?[a-z0-9]){0,39}$/;

/** An invalid call. The message explains what to do. */
export class UsageError extends Error {}

/**
 * Creates an extension by copying the example under another name.
 * @param {string} name
 * @param {string} [folder] where to write it; `extensions/<name>` if left out
 * @returns {{ folder: string, entry: string }} `entry`: the folder as written in EXTENSIONS
 */
export function createExtension(name, folder = path.join('extensions', name)) {
  if (!VALID_NAME.test(name)) {
    throw new UsageError(
      'Specify a name of lowercase letters, digits, and single hyphens: npm run extension:new my-extension',
    );
  }
  const target = path.resolve(ROOT, folder);
  if (existsSync(target)) {
    throw new UsageError(`${folder} already exists. Choose another name, or remove it first.`);
  }
  const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((each) => COPIED_FILE.test(each))) {
    const text = readFileSync(path.join(EXAMPLE, file), 'utf8')
      .replaceAll('example_hello', name.replaceAll('-', '_'))
      .replaceAll('ExampleHello', classNameOf(name))
      .replaceAll('example-hello', name)
      .replace(/api: '.+'/, `api: '^${apiVersion()}'`);
    const createdFile = path.join(target, file);
    mkdirSync(path.dirname(createdFile), { recursive: true });
    writeFileSync(createdFile, text);
  }
  const manifest = manifestOf(name, target);
  writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return { folder, entry: /^(\.|[/\\]|[A-Za-z]:)/.test(folder) ? folder : `./${folder}` };
}

/**
 * The package.json. In `extensions/`, the extension is a workspace of the product and uses the product's
 * tools. Elsewhere, it has its own tools and is linked to this clone's kit.
 * @param {string} name
 * @param {string} target absolute folder
 */
function manifestOf(name, target) {
  const isWorkspace = path.dirname(target) === path.join(ROOT, 'extensions');
  const kit = path.relative(target, path.join(ROOT, 'extension-kit')).replaceAll('\\', '/');
  return {
    name: isWorkspace ? `@sellary/extension-${name}` : name,
    version: '1.0.0',
    private: true,
    license: 'MIT',
    main: 'dist/index.js',
    scripts: {
      build: 'tsc -p tsconfig.json',
      typecheck: 'tsc -p tsconfig.json --noEmit',
      test: 'node --test dist/*.test.js',
    },
    dependencies: { '@sellary/extension-kit': isWorkspace ? '1.0.0' : `file:${kit}` },
    ...(isWorkspace ? {} : { devDependencies: { '@types/node': '20.19.43', typescript: '5.9.3' } }),
  };
}

/** This clone's extension API version. A new extension requires it, because it may use the whole API. */
function apiVersion() {
  const source = readFileSync(path.join(ROOT, 'extension-kit', 'src', 'version.ts'), 'utf8');
  const [, version] = /EXTENSION_API_VERSION = '(.+)'/.exec(source) ?? [];
  if (version === undefined) throw new Error('extension-kit/src/version.ts does not define a version.');
  return version;
}

/**
 * The name as part of the migration's class name, which must be unique across all extensions.
 * @param {string} name
 */
const classNameOf = (name) =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

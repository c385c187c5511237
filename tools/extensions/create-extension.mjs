import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../workspace/root.mjs';

const TEMPLATE = fileURLToPath(new URL('./template', import.meta.url));
const VALID_NAME = /^[a-z](?:-?[a-z0-9]){0,39}$/;

/** An invalid call. The message explains what to do. */
export class UsageError extends Error {}

/**
 * Writes a new extension's files.
 * @param {string} name
 * @param {string} [folder] where to write it; `extensions/<name>` if left out
 * @param {string} [root] base for a relative `folder`
 * @returns {{ folder: string, entry: string }} `entry`: the folder as written in EXTENSIONS
 */
export function createExtension(name, folder = path.join('extensions', name), root = ROOT) {
  if (!VALID_NAME.test(name)) {
    throw new UsageError(
      'Specify a name of lowercase letters, digits, and single hyphens: npm run extension:new my-extension',
    );
  }
  const target = path.resolve(root, folder);
  if (existsSync(target)) {
    throw new UsageError(`${folder} already exists. Choose another name, or remove it first.`);
  }
  for (const file of readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.txt')) continue;
    const text = readFileSync(path.join(TEMPLATE, file), 'utf8')
      .replaceAll('__TABLE__', `${name.replaceAll('-', '_')}_`)
      .replaceAll('__CLASS__', classNameOf(name))
      .replaceAll('__API__', apiVersion())
      .replaceAll('__NAME__', name);
    const createdFile = path.join(target, file.slice(0, -'.txt'.length));
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

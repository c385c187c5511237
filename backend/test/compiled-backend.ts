import { transformSync } from '@swc/core';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const BACKEND = resolve(__dirname, '..');

export interface CompiledBackend {
  /** The file to start. */
  main: string;
  /** Compiles one of the product's extensions. @returns its folder, for `EXTENSIONS` */
  compileExtension(name: string): string;
  remove(): void;
}

/**
 * Compiles the backend into a program, independently of earlier builds. The output is inside the backend's
 * folder so that it can find the backend's packages.
 */
export function compileBackend(): CompiledBackend {
  const target = join(BACKEND, 'node_modules', '.cache', `compiled-backend-${process.pid}-${Date.now()}`);
  compile(join(BACKEND, 'src'), join(target, 'backend'));
  for (const name of ['contracts', 'extension-kit']) {
    compile(resolve(BACKEND, '..', name, 'src'), join(target, 'node_modules', '@sellary', name));
  }
  return {
    main: join(target, 'backend', 'main.js'),
    compileExtension: (name) => {
      const folder = join(target, 'extensions', name);
      compile(resolve(BACKEND, '../extensions', name, 'src'), folder);
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ main: 'index.js' }));
      return folder;
    },
    remove: () => rmSync(target, { recursive: true, force: true }),
  };
}

function compile(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/(?<!\.d)\.ts$/.test(file) || /spec\.ts$/.test(file)) continue;
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: basename(file),
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
    });
    const output = join(to, relative(from, file).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, code);
  }
}

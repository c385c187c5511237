// Reads the plain tar archives that come with the bundled browser: files, folders and links, nothing more exotic.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BLOCK = 512;

/**
 * @param {Buffer} archive
 * @param {string} folder
 */
export function unpackTar(archive, folder) {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    const name = path.posix.join(text(header, 345, 155), text(header, 0, 100));
    if (text(header, 0, 100) === '') return;
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const target = path.resolve(folder, name);
    const inside = target === folder || target.startsWith(`${folder}${path.sep}`);
    if (inside) {
      const kind = text(header, 156, 1);
      if (kind === '5') mkdirSync(target, { recursive: true });
      else mkdirSync(path.dirname(target), { recursive: true });
      if (kind === '2') symlinkSync(text(header, 157, 100), target);
      if (kind === '0' || kind === '') writeFileSync(target, archive.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o755 });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/**
 * @param {Buffer} header
 * @param {number} from
 * @param {number} length
 */
function text(header, from, length) {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end === -1 ? length : end)
    .toString('utf8')
    .trim();
}

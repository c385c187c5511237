// The Chromium that `npm ci` installs. It is packed for serverless functions, so it includes even the
// libraries and fonts that a bare machine lacks. It is unpacked once per release, into a cache folder.
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { inWorkspace } from '../workspace/root.mjs';

/** @typedef {{ executable: string, libraries: string, fonts: string }} BundledChromium */

/**
 * The user who unpacks the files. Without this, files that root unpacks would belong to the archive's user
 * id.
 */
const OWNER = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

/** @returns {Promise<BundledChromium | null>} null if none is available for this machine */
export async function unpackBundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const packed = packedFolder();
  if (packed === null) return null;
  const folder = path.join(cacheFolder(), `chromium-${packed.version}`);
  const bundled = {
    executable: path.join(folder, 'chromium'),
    libraries: path.join(folder, 'libraries', 'lib'),
    fonts: path.join(folder, 'fonts', 'fonts.conf'),
  };
  if (existsSync(folder)) return bundled;
  const temporary = `${folder}.${process.pid}`;
  try {
    mkdirSync(temporary, { recursive: true });
    const executable = path.join(temporary, 'chromium');
    await pipeline(
      createReadStream(path.join(packed.folder, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(executable),
    );
    chmodSync(executable, 0o755);
    for (const [archive, name] of /** @type {const} */ ([
      ['al2023.tar.br', 'libraries'],
      ['fonts.tar.br', 'fonts'],
    ])) {
      await pipeline(
        createReadStream(path.join(packed.folder, archive)),
        createBrotliDecompress(),
        extract(path.join(temporary, name), { map: (header) => Object.assign(header, OWNER) }),
      );
    }
    // The included configuration refers to folders of the cloud service it was made for.
    writeFileSync(
      path.join(temporary, 'fonts', 'fonts.conf'),
      fontConfiguration(path.join(folder, 'fonts', 'fonts'), path.join(folder, 'fonts', 'cache')),
    );
    renameSync(temporary, folder);
  } catch (error) {
    // Another process may have been faster; its copy is equivalent.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return bundled;
}

function packedFolder() {
  try {
    const entry = createRequire(inWorkspace('e2e', 'package.json')).resolve('@sparticuz/chromium');
    const folder = entry.slice(0, entry.lastIndexOf(path.join('chromium', 'build')) + 'chromium'.length);
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { folder: path.join(folder, 'bin'), version: String(version) };
  } catch {
    return null;
  }
}

/**
 * @param {string} fonts
 * @param {string} cache
 */
function fontConfiguration(fonts, cache) {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(cache)}</cachedir></fontconfig>\n`;
}

/** @param {string} value */
function escapeXml(value) {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function cacheFolder() {
  const preferred = inWorkspace('node_modules', '.cache');
  try {
    mkdirSync(preferred, { recursive: true });
    return preferred;
  } catch {
    return path.join(os.tmpdir(), `sellary-cache-${process.getuid?.() ?? 0}`);
  }
}

import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * A file that exists only while this process holds it: its name is removed as soon as it is open, so that viewers' names do not stay on the disk, not
 * even after a crash.
 */
export class SpooledFile {
  private constructor(
    private readonly handle: FileHandle,
    readonly bytes: number,
  ) {}

  /** Writes all of `content`, as fast as the disk takes it. @throws when `signal` aborts, and what `content` throws */
  static async write(content: AsyncIterable<string | Uint8Array>, signal: AbortSignal): Promise<SpooledFile> {
    const path = join(tmpdir(), `sellary-export-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    try {
      await unlink(path);
      await pipeline(Readable.from(content, { highWaterMark: 1 }), handle.createWriteStream({ autoClose: false }), { signal });
      return new SpooledFile(handle, (await handle.stat()).size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Reads it from the beginning. */
  read(): Readable {
    return this.handle.createReadStream({ start: 0, autoClose: false });
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * A file that exists only while this process has it open. Its name is removed immediately, so that viewers'
 * names do not remain on disk, even after a crash.
 */
export class SpooledFile {
  private constructor(
    private readonly handle: FileHandle,
    readonly bytes: number,
  ) {}

  /**
   * Writes all of `content`, as fast as the disk allows.
   * @throws if `signal` is aborted, and any error from `content`
   */
  static async write(content: AsyncIterable<string | Uint8Array>, signal: AbortSignal): Promise<SpooledFile> {
    const path = join(tmpdir(), `sellary-export-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    try {
      await unlink(path);
      // Not through a stream, because the handle and the stream would wait for each other to close.
      await writeFile(handle, content, { signal });
      return new SpooledFile(handle, (await handle.stat()).size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Reads the file from the beginning. Call it once: the stream closes the file when it ends or is destroyed. */
  read(): Readable {
    return this.handle.createReadStream({ start: 0 });
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

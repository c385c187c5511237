import { ApiError } from '../../errors/api-error';

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from(
  '"\\,:[]{}',
) as unknown as number[];

export interface JsonBounds {
  maxDepth: number;
  /** Maximum number of commas, colons, and opening brackets, as a measure of what a parser would build. */
  maxTokens: number;
  /** Maximum length of one string as written, in bytes. */
  maxTextBytes: number;
}

/**
 * Bounds for the largest API calls: 500 new items with 50 variants each, a copy of 2,000 items with 12
 * variants each, and texts of 10,000 characters, all of them escaped. Checking a larger hostile body would
 * block the process for too long.
 */
export const API_JSON_BOUNDS: JsonBounds = { maxDepth: 12, maxTokens: 250_000, maxTextBytes: 100_000 };

/**
 * Reads JSON chunk by chunk, before it is parsed, and rejects a body that is nested too deeply, has too many
 * values, or contains a string that is too long. Parsing and checking such a body would block the process for
 * seconds. The parser reports all other problems.
 */
export class JsonShape {
  private depth = 0;
  private tokens = 0;
  private inString = false;
  private escaped = false;
  /** Length of the unfinished text in earlier chunks, in bytes. */
  private textBytes = 0;

  constructor(private readonly bounds: JsonBounds) {}

  /** @throws ApiError VALIDATION_FAILED */
  read(chunk: Buffer): void {
    // Uses local copies and an index, because this loop runs for every byte of every body, and an iterator
    // would take ten times as long.
    let { depth, tokens, inString, escaped } = this;
    const { maxDepth, maxTokens, maxTextBytes } = this.bounds;
    let textFrom = -this.textBytes;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          inString = false;
          if (at - textFrom > maxTextBytes) throw tooLong();
        }
      } else if (byte === QUOTE) {
        inString = true;
        textFrom = at + 1;
      } else if (byte === COMMA || byte === COLON) {
        tokens += 1;
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        tokens += 1;
        depth += 1;
        if (depth > maxDepth) throw refusal(`The body is nested more than ${maxDepth} levels deep.`);
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        depth -= 1;
      }
      if (tokens > maxTokens) throw refusal('The body has more values than a call may have.');
    }
    this.textBytes = inString ? chunk.length - textFrom : 0;
    if (this.textBytes > maxTextBytes) throw tooLong();
    this.depth = depth;
    this.tokens = tokens;
    this.inString = inString;
    this.escaped = escaped;
  }
}

const tooLong = (): ApiError => refusal('A string in the body is longer than any call accepts.');
const refusal = (message: string): ApiError => new ApiError('VALIDATION_FAILED', message);

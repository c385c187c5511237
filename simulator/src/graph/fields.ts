import { GraphError } from '../errors/graph-error';

/** One entry of the `fields` parameter: `comments.limit(50){id,text}`. */
export interface Field {
  name: string;
  args: ReadonlyMap<string, string>;
  sub: Field[] | null;
}

/** @throws GraphError code 2500 if the text is not a field list */
export function parseFields(text: string): Field[] {
  const reader = new FieldReader(text);
  const fields = reader.list();
  reader.end();
  return fields;
}

class FieldReader {
  private at = 0;

  constructor(private readonly text: string) {}

  list(): Field[] {
    const fields: Field[] = [];
    for (;;) {
      // A trailing comma is accepted, as on the platform.
      if (this.at >= this.text.length || this.peek() === '}' || this.peek() === ')') return fields;
      fields.push(this.field());
      if (this.peek() !== ',') return fields;
      this.at += 1;
    }
  }

  end(): void {
    if (this.at < this.text.length) this.fail('Expected end of string');
  }

  private field(): Field {
    const name = this.word();
    const args = new Map<string, string>();
    let sub: Field[] | null = null;
    for (;;) {
      const next = this.peek();
      if (next === '.') {
        this.at += 1;
        const modifier = this.word();
        this.expect('(');
        if (modifier === 'fields') sub = this.list();
        else args.set(modifier, this.value());
        this.expect(')');
      } else if (next === '{') {
        this.at += 1;
        sub = this.list();
        this.expect('}');
      } else {
        return { name, args, sub };
      }
    }
  }

  private word(): string {
    const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*/.exec(this.text.slice(this.at));
    if (match === null) this.fail('Expected name');
    this.at += match[0].length;
    return match[1] ?? '';
  }

  private value(): string {
    const close = this.text.indexOf(')', this.at);
    if (close < 0) this.fail("Expected ')'");
    const value = this.text.slice(this.at, close);
    this.at = close;
    return value.trim();
  }

  private peek(): string {
    return this.text.charAt(this.at);
  }

  private expect(character: string): void {
    if (this.peek() !== character) this.fail(`Expected '${character}'`);
    this.at += 1;
    while (this.peek() === ' ') this.at += 1;
  }

  private fail(problem: string): never {
    throw new GraphError({
      message: `Syntax error "${problem}." at character ${this.at}: ${this.text}`,
      code: 2500,
    });
  }
}

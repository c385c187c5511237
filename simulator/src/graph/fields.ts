import { GraphError } from '../errors/graph-error';

/** One entry of the `fields` parameter: `comments.limit(50){id,text}`. */
export interface Field {
  name: string;
  args: ReadonlyMap<string, string>;
  subfields: Field[] | null;
}

/** @throws GraphError code 2500 if the text is not a field list */
export function parseFields(text: string): Field[] {
  const reader = new FieldReader(text);
  const fields = reader.list();
  reader.expectEnd();
  return fields;
}

class FieldReader {
  private position = 0;

  constructor(private readonly text: string) {}

  list(): Field[] {
    const fields: Field[] = [];
    for (;;) {
      // A trailing comma is accepted, as on the platform.
      if (this.position >= this.text.length || this.peek() === '}' || this.peek() === ')') return fields;
      fields.push(this.field());
      if (this.peek() !== ',') return fields;
      this.position += 1;
    }
  }

  expectEnd(): void {
    if (this.position < this.text.length) this.fail('Expected end of string');
  }

  private field(): Field {
    const name = this.word();
    const args = new Map<string, string>();
    let subfields: Field[] | null = null;
    for (;;) {
      const next = this.peek();
      if (next === '.') {
        this.position += 1;
        const modifier = this.word();
        this.expect('(');
        if (modifier === 'fields') subfields = this.list();
        else args.set(modifier, this.value());
        this.expect(')');
      } else if (next === '{') {
        this.position += 1;
        subfields = this.list();
        this.expect('}');
      } else {
        return { name, args, subfields };
      }
    }
  }

  private word(): string {
    const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*/.exec(this.text.slice(this.position));
    if (match === null) this.fail('Expected name');
    this.position += match[0].length;
    return match[1] ?? '';
  }

  private value(): string {
    const close = this.text.indexOf(')', this.position);
    if (close < 0) this.fail("Expected ')'");
    const value = this.text.slice(this.position, close);
    this.position = close;
    return value.trim();
  }

  private peek(): string {
    return this.text.charAt(this.position);
  }

  private expect(character: string): void {
    if (this.peek() !== character) this.fail(`Expected '${character}'`);
    this.position += 1;
    while (this.peek() === ' ') this.position += 1;
  }

  private fail(problem: string): never {
    throw new GraphError({
      message: `Syntax error "${problem}." at character ${this.position}: ${this.text}`,
      code: 2500,
    });
  }
}

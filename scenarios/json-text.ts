/** Where the text of a JSON file goes wrong: what JSON.parse does not always say, and names given twice, which it never says. */

export interface Place {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export interface JsonFault extends Place {
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The first syntax error, or every name given twice in the same object; empty for sound text. */
export function faultsOf(text: string): JsonFault[] {
  const scanner = new Scanner(text);
  try {
    scanner.value();
    scanner.end();
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return [{ ...placeOf(text, error.position), message: error.message }];
  }
  return scanner.repeated.map(({ name, position }) => ({
    ...placeOf(text, position),
    message: `the name "${name}" stands twice in the same object; rename or remove one`,
  }));
}

class SyntaxFault extends Error {
  readonly position: number;

  constructor(position: number, found: string, expected: string) {
    super(
      `${found === '' ? 'the file ends' : `there is ${JSON.stringify(found)}`} where ${expected} should be`,
    );
    this.position = position;
  }
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The grammar of RFC 8259, section 2 to 7. */
class Scanner {
  readonly repeated: { name: string; position: number }[] = [];
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): void {
    this.take(SPACE);
    const next = this.text[this.position];
    if (next === '{') this.object();
    else if (next === '[') this.array();
    else if (this.take(STRING) === null && this.take(SCALAR) === null) this.fail('a value');
  }

  end(): void {
    this.take(SPACE);
    if (this.position < this.text.length) this.fail('the end of the file');
  }

  private object(): void {
    const names = new Set<string>();
    this.position++;
    if (this.sees('}')) return;
    do {
      this.take(SPACE);
      const position = this.position;
      const written = this.take(STRING) ?? this.fail('a name in double quotation marks');
      const name = JSON.parse(written) as string;
      if (names.has(name)) this.repeated.push({ name, position });
      names.add(name);
      if (!this.sees(':')) this.fail('a colon');
      this.value();
    } while (this.sees(','));
    if (!this.sees('}')) this.fail('a comma or }');
  }

  private array(): void {
    this.position++;
    if (this.sees(']')) return;
    do this.value();
    while (this.sees(','));
    if (!this.sees(']')) this.fail('a comma or ]');
  }

  private sees(mark: string): boolean {
    this.take(SPACE);
    if (this.text[this.position] !== mark) return false;
    this.position++;
    return true;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.position = pattern.lastIndex;
    return found[0];
  }

  private fail(expected: string): never {
    throw new SyntaxFault(this.position, this.text.slice(this.position, this.position + 1), expected);
  }
}

function placeOf(text: string, position: number): Place {
  const lines = text.slice(0, position).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

const SECTIONS = ['input', 'filter', 'output'];
const PLUGINS: Readonly<Record<string, readonly string[]>> = {
  input: ['beats'],
  filter: ['mutate', 'ruby', 'date', 'json'],
  output: ['elasticsearch'],
};

const TOKENS: readonly (readonly [string, RegExp])[] = [
  ['space', /^(?:\s+|#[^\n]*)+/],
  ['text', /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/],
  ['field', /^(?:\[[\w@-]+\])+/],
  ['arrow', /^=>/],
  ['operator', /^(?:==|!=|=~|!~|<=|>=|<|>|!|and\b|or\b|not in\b|in\b)/],
  ['word', /^[A-Za-z_]\w*/],
  ['number', /^-?\d+(?:\.\d+)?/],
  ['sign', /^[{}[\],()]/],
];

interface Token {
  readonly kind: string;
  readonly text: string;
  readonly line: number;
}

/** Faults of a pipeline's text, at the first of which reading stops: Logstash itself is not at hand where this runs.
 * @source Logstash reference, "structure of a pipeline" */
export function logstashProblems(source: string): readonly string[] {
  try {
    new PipelineReader(tokensOf(source)).read();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let rest = source;
  while (rest !== '') {
    const line = source.slice(0, source.length - rest.length).split('\n').length;
    const found = TOKENS.map(([kind, pattern]) => [kind, pattern.exec(rest)?.[0]] as const).find(
      ([, text]) => text !== undefined,
    );
    if (found?.[1] === undefined) throw new Error(`line ${line}: ${rest.slice(0, 20)} cannot be read`);
    const [kind, text] = found;
    if (kind !== 'space') tokens.push({ kind, text, line });
    rest = rest.slice(text.length);
  }
  return tokens;
}

class PipelineReader {
  readonly #tokens: Token[];
  #section = '';

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  read(): void {
    while (this.#tokens.length > 0) {
      const section = this.#take('word');
      if (!SECTIONS.includes(section)) throw new Error(`there is no section ${section}`);
      this.#section = section;
      this.#block();
    }
  }

  /** Plug-ins and conditions in braces. */
  #block(): void {
    this.#take('sign', '{');
    while (!this.#accept('}')) {
      const word = this.#take('word');
      if (word === 'if') {
        this.#condition();
        this.#block();
        while (this.#accept('else')) {
          if (this.#accept('if')) this.#condition();
          this.#block();
        }
      } else this.#plugin(word);
    }
  }

  #condition(): void {
    let isEmpty = true;
    for (; this.#tokens[0]?.text !== '{'; isEmpty = false) {
      const { kind, text, line } = this.#next();
      const fits = ['field', 'operator', 'text', 'number'].includes(kind) || text === '(' || text === ')';
      if (!fits) throw new Error(`line ${line}: ${text} is no part of a condition`);
    }
    if (isEmpty) throw new Error('a condition is empty');
  }

  #plugin(name: string): void {
    if (PLUGINS[this.#section]?.includes(name) !== true) {
      throw new Error(`the section ${this.#section} has no plug-in ${name}`);
    }
    this.#take('sign', '{');
    while (!this.#accept('}')) {
      this.#take('word');
      this.#take('arrow');
      this.#value();
    }
  }

  #value(): void {
    const { kind, text, line } = this.#next();
    if (['text', 'number', 'word'].includes(kind)) return;
    if (text === '[') {
      while (!this.#accept(']')) {
        this.#value();
        this.#accept(',');
      }
    } else if (text === '{') {
      while (!this.#accept('}')) {
        this.#value();
        this.#take('arrow');
        this.#value();
      }
    } else throw new Error(`line ${line}: ${text} is no value`);
  }

  #accept(text: string): boolean {
    if (this.#tokens[0]?.text !== text) return false;
    this.#tokens.shift();
    return true;
  }

  #take(kind: string, text?: string): string {
    const token = this.#next();
    if (token.kind !== kind || (text !== undefined && token.text !== text)) {
      throw new Error(`line ${token.line}: ${token.text} where ${text ?? `a ${kind}`} must stand`);
    }
    return token.text;
  }

  #next(): Token {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error('the end comes too early');
    return token;
  }
}

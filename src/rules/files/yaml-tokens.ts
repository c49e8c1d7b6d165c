import type { CST, LineCounter } from 'yaml';
import { YAML_FAULTS } from '../../words/rules/yaml.js';
import { sayProblem } from './say-problem.js';
import { yaml } from './yaml-library.js';

export const MAX_NESTING = 32;
/** Pilkada 2024 with 545 contests has 57,000. A text of 4 MB could hold millions, and take minutes and gigabytes. */
export const MAX_LEXEMES = 400_000;
// The document and the scalar being read lie on the parser's stack as well.
const NOT_NESTING = 2;

export type Tokens =
  | { readonly ok: true; readonly tokens: CST.Token[] }
  | { readonly ok: false; readonly offset: number; readonly problem: string; readonly hint: string };

/** Tokens of a text, given up as soon as it is too deep (what walks the tree recurses) or has too many parts. */
export function tokensOf(text: string, lines: LineCounter): Tokens {
  const parser = new (yaml().Parser)(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  lines.addNewLine(0);
  for (const lexeme of new (yaml().Lexer)().lex(text)) {
    lexemes += 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    const { offset } = parser;
    if (parser.stack.length > MAX_NESTING + NOT_NESTING) {
      return { ok: false, offset, ...sayProblem(YAML_FAULTS.tooDeep, { limit: MAX_NESTING }) };
    }
    if (lexemes > MAX_LEXEMES) {
      return { ok: false, offset, ...sayProblem(YAML_FAULTS.tooMany) };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { ok: true, tokens };
}

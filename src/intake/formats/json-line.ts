/** Beyond 2^53 a number loses its last digits: such an id would be of another act. */
const LONG_NUMBER = /-?\d{16,}/;
const LONG_NUMBERS = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** One line of JSON, whole numbers of 16 digits and more as the text that they are. Throws as `JSON.parse` does. */
export function parseJsonLine(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return LONG_NUMBER.test(text) ? JSON.parse(withLongNumbersQuoted(text)) : value;
}

/** Of a text that is valid JSON. Linear: each character is looked at once, strings are passed over. */
function withLongNumbersQuoted(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, end).replace(LONG_NUMBERS, '"$&"'));
    if (quote < 0) break;
    at = endOfString(text, quote);
    parts.push(text.slice(quote, at));
  }
  return parts.join('');
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

import type { Language } from './language.js';

/** One text in every language. `{name}` is a gap that `say` fills; a gap's name is a word of ASCII letters. */
export type Message = Readonly<Record<Language, string>>;

/** Messages by name, or by the codes of a closed list below a name. */
export type Catalogue = Readonly<Record<string, Message | Readonly<Record<string, Message>>>>;

/** What is wrong and what to do next: every refusal and every fault in a file has both. */
export interface Advice {
  readonly message: Message;
  readonly hint: Message;
}

/** The names of the gaps of a text. Braces around anything but one word (JSON in a hint) are no gap. */
type GapIn<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${string}${' ' | '"' | '…' | '{'}${string}` ? never : Inside) | GapIn<Rest>
  : never;
export type Gap<M> = M extends Message ? GapIn<M[Language]> : M extends Advice ? Gap<M['message'] | M['hint']> : never;

/** Nothing where a message has no gap; else each gap of it, and none besides. */
export type Values<M> = [Gap<M>] extends [never] ? [] : [values: Readonly<Record<Gap<M>, string | number>>];

export function say<const M extends Message>(message: M, language: Language, ...[values]: Values<M>): string {
  return fill(message[language], values);
}

/** Message and hint, filled with the same values. */
export function sayAdvice<const A extends Advice>(
  { message, hint }: A,
  language: Language,
  ...[values]: Values<A>
): { message: string; hint: string } {
  return { message: fill(message[language], values), hint: fill(hint[language], values) };
}

/** Message and hint in the order in which errors take them: `new PermanentError(...sayError(FAULTS.gone, 'id'))`. */
export function sayError<const A extends Advice>(
  advice: A,
  language: Language,
  ...values: Values<A>
): [message: string, hint: string] {
  const { message, hint } = sayAdvice(advice, language, ...values);
  return [message, hint];
}

/** `say` for those who speak one language throughout. */
export type Say = <const M extends Message>(message: M, ...values: Values<M>) => string;

export function sayIn(language: Language): Say {
  return (message, ...values) => say(message, language, ...values);
}

/** At the beginning of a line or a cell: terms are written small, as inside a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Text in and text out: what is filled in is never read for gaps again.
function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

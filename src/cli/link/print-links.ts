import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import type { PostReading } from '../../domain/post-reading.js';
import type { TextLine } from '../../intake/files/line-splitter.js';
import { readLines } from '../../intake/files/read-lines.js';
import { MAX_HOPS } from '../../intake/follow-link.js';
import type { Link, LinkNote } from '../../links/link.js';
import { linkLine } from '../../links/link-line.js';
import { readLink } from '../../links/read-link.js';
import { LINK_NOTES, NOT_FOLLOWED } from '../../words/cli/link.js';
import { POST_OUTCOME_TERMS, POST_READ_BY_TERMS } from '../../words/post-terms.js';
import { sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson } from '../print.js';
import { readingLine } from './reading-line.js';

const say = sayIn('id');

export type Follow = (link: Link) => Promise<Link>;

export interface PrintLinks {
  /** One link each; `-` stands for the lines of `input`. */
  readonly texts: readonly string[];
  readonly input: Readable;
  readonly output: Writable;
  readonly follow: Follow;
  /** Looks at the post behind a link; where it is there, each line says what came of it. */
  readonly read?: ((link: Link) => Promise<PostReading>) | undefined;
}

/** Prints one JSON a text, in order. Resolves with the exit code. */
export async function printLinks({ texts, input, output, follow, read }: PrintLinks): Promise<number> {
  let isReaderGone = false;
  output.on('error', () => {
    // `head` has read enough: nothing is lost that anybody waits for.
    isReaderGone = true;
  });
  let unread = 0;
  for await (const line of linesOf(texts, input)) {
    if (isReaderGone) return EXIT.ok;
    if ('fault' in line) unread += 1;
    const answer = 'fault' in line ? unreadable() : await answerTo(line.text, { follow, read });
    if (!output.write(`${answer}\n`) && !isReaderGone)
      await Promise.race([once(output, 'drain'), once(output, 'close')]);
  }
  return unread > 0 ? EXIT.badInput : EXIT.ok;
}

async function* linesOf(texts: readonly string[], input: Readable): AsyncGenerator<{ text: string } | TextLine> {
  for (const text of texts) {
    if (text !== '-') yield { text };
    else for await (const lines of readLines(input)) yield* lines.filter(isWritten);
  }
}

function isWritten(line: TextLine): boolean {
  return 'fault' in line || line.text.trim() !== '';
}

async function answerTo(text: string, { follow, read }: Pick<PrintLinks, 'follow' | 'read'>): Promise<string> {
  const link = await follow(readLink(text));
  const notes = link.notes.map(noteText);
  if (read === undefined) return toJson(linkLine(link, notes.join('; ')));
  const reading = await read(link);
  return toJson(readingLine(linkLine(link, ''), reading, [...notes, ...readingNotes(reading)].join('; ')));
}

function readingNotes({ outcome, by }: PostReading): string[] {
  const seen = outcome === 'seen' ? [] : [say(POST_OUTCOME_TERMS[outcome])];
  return by === 'read' ? seen : [...seen, say(POST_READ_BY_TERMS[by])];
}

/** The line stands in its place all the same. */
function unreadable(): string {
  return toJson(linkLine(readLink(''), say(LINK_NOTES.unreadable)));
}

function noteText(note: LinkNote): string {
  switch (note.code) {
    case 'more_links':
      return say(LINK_NOTES.more_links, { count: note.count });
    case 'unwrapped':
    case 'mirror':
    case 'look_alike':
    case 'followed':
      return say(LINK_NOTES[note.code], { host: note.host });
    case 'not_followed':
      return say(LINK_NOTES.not_followed, { why: whyText(note) });
    case 'text_cut':
      return say(LINK_NOTES.text_cut, { max: MAX_TEXT_LENGTH });
    default:
      return say(LINK_NOTES[note.code]);
  }
}

function whyText({ why }: Extract<LinkNote, { code: 'not_followed' }>): string {
  return why === 'too_many_hops' ? say(NOT_FOLLOWED.too_many_hops, { max: MAX_HOPS }) : say(NOT_FOLLOWED[why]);
}

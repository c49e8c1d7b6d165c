import { type Attributes, walkHtml } from './html-events.js';

/** What a page says of itself, apart by where it stands: what people wrote is never taken for what the site wrote. */
export interface PageFacts {
  readonly title: string;
  /** `og:title`, `description`, …: the first of each name. */
  readonly metas: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** Names of data that elements carry: `post` of `data-post`, with its values. */
  readonly posts: ReadonlySet<string>;
  readonly hasPassword: boolean;
  /** What a reader sees, spaces drawn together. */
  readonly words: string;
  /** What stands in scripts: looked into for a platform's own signs, never read. */
  readonly code: string;
}

/** Of each kind; a page of millions of elements is none that we know. */
const MAX_NAMES = 20_000;
const MAX_METAS = 200;
/** Of all that a reader sees. Walls say what they say at once. */
const MAX_LETTERS = 400_000;

export function pageFacts(html: string): PageFacts {
  const names = { ids: new Set<string>(), classes: new Set<string>(), posts: new Set<string>() };
  const metas = new Map<string, string>();
  const parts = { title: '', words: [] as string[], code: [] as string[] };
  let hasPassword = false;
  let isTitle = false;
  let letters = 0;
  walkHtml(html, {
    open(name, attributes) {
      if (name === 'title') isTitle = parts.title === '';
      if (name === 'meta') addMeta(metas, attributes);
      hasPassword ||= name === 'input' && attributes.get('type')?.toLowerCase() === 'password';
      add(names.ids, attributes.get('id'));
      add(names.posts, attributes.get('data-post'));
      for (const one of attributes.get('class')?.split(/\s+/) ?? []) add(names.classes, one);
    },
    close: () => {
      isTitle = false;
    },
    text(whole) {
      const text = whole.slice(0, MAX_LETTERS - letters);
      letters += text.length;
      if (isTitle) parts.title += text;
      else parts.words.push(text);
    },
    code: (code) => parts.code.push(code),
  });
  const words = oneSpaced(parts.words.join(' '));
  return { ...names, metas, title: oneSpaced(parts.title), hasPassword, words, code: parts.code.join('\n') };
}

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined && name !== '' && names.size < MAX_NAMES) names.add(name);
}

function addMeta(metas: Map<string, string>, attributes: Attributes): void {
  const name = (attributes.get('property') ?? attributes.get('name'))?.toLowerCase();
  const content = attributes.get('content');
  if (name === undefined || content === undefined || metas.has(name) || metas.size >= MAX_METAS) return;
  metas.set(name, content);
}

/** One spelling for comparing: a site writes its apostrophes now straight, now curled. */
function oneSpaced(text: string): string {
  return text.replaceAll('’', "'").split(/\s+/).join(' ').trim();
}

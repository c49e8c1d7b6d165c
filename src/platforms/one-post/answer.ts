import type { PageAnswer } from '../../reach/answer-reader.js';
import { type PageFacts, pageFacts } from './page-facts.js';

/** By which way something was asked. Two proofs by different ways are unlike. */
export type WayName = 'oembed' | 'api' | 'account' | 'record' | 'page' | 'embed' | 'list';

/** An answer with what it says, taken apart only when it is looked at, and once. */
export interface Answer extends PageAnswer {
  readonly way: WayName;
  page(): PageFacts;
  /** Nothing where it is no JSON. */
  json(): unknown;
}

export function answerOf(way: WayName, came: PageAnswer): Answer {
  let page: PageFacts | undefined;
  let json: { readonly value: unknown } | undefined;
  return {
    ...came,
    way,
    page: () => {
      page ??= pageFacts(came.text);
      return page;
    },
    json: () => {
      json ??= { value: parsed(came.text) };
      return json.value;
    },
  };
}

/** An answer that was cut or is a page is no JSON: that is drift, and said where it is looked for. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

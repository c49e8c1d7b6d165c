/**
 * The function that runs inside the page. It must stand alone: the browser gets its source text, and nothing of this
 * module besides. The browser's own types are spelt out here because the rest of Netra runs in Node.
 */
interface PageElement {
  readonly innerText?: string;
  readonly textContent: string | null;
  readonly baseURI: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getAttribute(name: string): string | null;
}

export interface Place {
  readonly select?: string | undefined;
  readonly attribute?: string | undefined;
}

export interface ExtractorPlan {
  readonly places: Readonly<Record<string, Place>>;
  /** Of each there may be several in one item. */
  readonly lists: Readonly<Record<'media' | 'pictures', Place | undefined>>;
  readonly maxItems: number;
  /** One more than is kept, so that a cut is noticed. */
  readonly maxLength: number;
  /** Of all values together; what is beyond it is left unread. */
  readonly maxTotalLength: number;
}

/** `isWhole` is false where items were left unread. Every value is anybody's. */
export interface ExtractedPage {
  readonly items: readonly unknown[];
  readonly isWhole: boolean;
}

export function extractItems(elements: unknown, plan: ExtractorPlan): unknown {
  let room = plan.maxTotalLength;
  const valueAt = (element: PageElement | null, attribute: string | undefined): string | undefined => {
    if (element === null) return undefined;
    // What people see: with its line ends, and without hidden text.
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text is what a page can be laced with.
    const shown = element.innerText;
    const value = attribute === undefined ? (shown ?? element.textContent) : element.getAttribute(attribute);
    const kept = value?.slice(0, plan.maxLength);
    room -= kept?.length ?? 0;
    return kept;
  };
  const readItem = (element: PageElement): unknown => {
    // What the page's own links are resolved against: its address, or its <base href>.
    const found: Record<string, unknown> = { base: element.baseURI };
    for (const [name, place] of Object.entries(plan.places)) {
      const holder = place.select === undefined ? element : element.querySelector(place.select);
      const value = valueAt(holder, place.attribute);
      if (value !== undefined) found[name] = value;
    }
    for (const [name, place] of Object.entries(plan.lists)) {
      const holders = place?.select === undefined ? [] : [...element.querySelectorAll(place.select)].slice(0, 50);
      found[name] = holders.map((holder) => valueAt(holder, place?.attribute) ?? '');
    }
    return found;
  };
  const items: unknown[] = [];
  const all = elements as PageElement[];
  while (items.length < Math.min(all.length, plan.maxItems) && room > 0) items.push(readItem(all[items.length]!));
  return { items, isWhole: items.length === all.length };
}

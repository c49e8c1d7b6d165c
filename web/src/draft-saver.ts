import { ApiFailure, api, type KeptDraft } from './api.js';
import { isSameTyped, NOTHING_TYPED, type Typed, type Unsaved, type UnsavedDraft } from './unsaved-drafts.js';

/** How long typing waits before it is sent; it goes on being sent while somebody types on. */
const SAVE_AFTER_MS = 700;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;

export interface DraftView {
  readonly typed: Typed;
  readonly saving: 'idle' | 'waiting' | 'saved' | 'failed';
  /**
   * `restored`: was there when the page opened; `newer`: typed later elsewhere, and stands here now; `replaced`: stands
   * in the place of such; `unread`: what is kept could not be read yet; `cameBack`: a decision that could not count.
   */
  readonly note?: 'restored' | 'newer' | 'replaced' | 'unread' | 'cameBack' | undefined;
  /** What lost its place to newer typing, here or elsewhere. */
  readonly former?: Typed | undefined;
}

interface Given {
  readonly flagId: string;
  /** Reviews of the flag by this person, as the page shows them. */
  readonly ownReviews: number;
  readonly unsaved: UnsavedDraft;
  readonly onChange: () => void;
  readonly onLoggedOut: () => void;
}

/** One flag's draft on one page. It never throws away a word: what loses to newer typing can be had back. */
export class DraftSaver {
  view: DraftView;
  /** `typedAt` of what is kept, as far as this page knows. */
  private known: string | null;
  private hasLooked = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private sending: Promise<void> | undefined;
  private isGiving = false;
  private isEnded = false;

  constructor(private readonly given: Given) {
    const own = given.unsaved.find();
    this.known = own?.basedOn ?? null;
    this.view = { typed: own?.typed ?? NOTHING_TYPED, saving: own ? 'waiting' : 'idle' };
  }

  readonly type = (change: Partial<Typed>): void => {
    const typed = { ...this.view.typed, ...change };
    this.given.unsaved.keep(typed, this.known);
    const saving = this.view.saving === 'failed' ? 'failed' : 'waiting';
    this.show({ typed, saving, note: undefined, former: undefined });
    this.sendIn(SAVE_AFTER_MS);
  };

  /** Reads what is kept: at the beginning, and whenever somebody comes back to this page. */
  async look(): Promise<void> {
    const { flagId, unsaved } = this.given;
    if (unsaved.find()) return this.send();
    const answer = await api.draft(flagId).catch((error: unknown) => this.unread(error));
    if (!answer || this.isEnded || unsaved.find()) return;
    if (this.view.note === 'unread') this.show({ note: undefined });
    if (answer.draft && answer.draft.typedAt !== this.known) this.adopt(answer.draft);
    this.hasLooked = true;
  }

  /** Sends at once what still waits. */
  readonly flush = (): void => void this.send();

  /**
   * Gives what was typed as a verdict: what is on its way arrives before it, and nothing is sent behind it, where the
   * server would refuse it. Given, nothing is kept any more; refused, what waits is sent as before.
   */
  readonly give = async <T>(decide: () => Promise<T>): Promise<T> => {
    this.isGiving = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      await this.sending;
      const given = await decide();
      this.given.unsaved.drop();
      this.stop();
      return given;
    } finally {
      this.isGiving = false;
      if (this.given.unsaved.find()) this.sendIn(SAVE_AFTER_MS);
    }
  };

  stop(): void {
    this.flush();
    this.isEnded = true;
    clearTimeout(this.timer);
    clearTimeout(this.lookAgain);
  }

  private show(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    if (!this.isEnded) this.given.onChange();
  }

  private sendIn(ms: number): void {
    if (!this.isEnded && !this.isGiving) this.timer ??= setTimeout(this.flush, ms);
  }

  private adopt({ typedAt, cameBack, ...typed }: KeptDraft): void {
    this.known = typedAt;
    const before = this.view.typed;
    if (isSameTyped(before, typed)) return;
    const former = isSameTyped(before, NOTHING_TYPED) ? this.view.former : before;
    const note = cameBack ? 'cameBack' : this.hasLooked ? 'newer' : 'restored';
    this.show({ typed, note, saving: 'saved', former });
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { unsaved } = this.given;
    const waiting = unsaved.find();
    if (!waiting || this.sending || this.isEnded) return;
    this.sending = this.save(waiting).catch((error: unknown) => this.fail(error));
    await this.sending;
    this.sending = undefined;
    if (unsaved.find()) this.sendIn(this.failures === 0 ? SAVE_AFTER_MS : retryAfter(this.failures));
  }

  private async save(waiting: Unsaved): Promise<void> {
    const { flagId, ownReviews, unsaved } = this.given;
    const { typed, at } = waiting;
    const { draft, isKept, replaced } = await api.saveDraft(flagId, {
      ...typed,
      weighed: [...typed.weighed],
      ownReviews,
      typedMsAgo: Math.max(0, Date.now() - at),
      basedOn: this.known,
    });
    this.failures = 0;
    this.hasLooked = true;
    unsaved.drop(waiting);
    if (!isKept && draft && !unsaved.find()) this.adopt(draft);
    this.known = draft?.typedAt ?? null;
    this.show({ saving: unsaved.find() ? 'waiting' : 'saved' });
    if (replaced && !isSameTyped(replaced, typed)) this.show({ note: 'replaced', former: replaced });
  }

  private fail(error: unknown): void {
    this.failures += 1;
    if (isLoggedOut(error)) this.given.onLoggedOut();
    this.show({ saving: 'failed' });
  }

  /** What is typed meanwhile takes the place of nothing unseen: the save gives it back. */
  private unread(error: unknown): undefined {
    if (isLoggedOut(error)) this.given.onLoggedOut();
    if (this.isEnded) return;
    this.show({ note: 'unread' });
    this.lookAgain = setTimeout(() => void this.look(), RETRY_MS[1]);
  }
}

function retryAfter(failures: number): number {
  return RETRY_MS[Math.min(failures, RETRY_MS.length) - 1]!;
}

function isLoggedOut(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 401;
}

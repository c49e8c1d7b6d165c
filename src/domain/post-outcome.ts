import { POST_FACTS, type PostOutcome, type PostProof } from './post-reading.js';

/** A post of the same platform that is known to stand, read in the same minute; `none` where nobody could tell. */
export type Control = 'none' | 'seen' | 'failed';

/** Of several that say nothing of the post, the one that says most. */
const BESIDE_THE_POST = ['rate_limited', 'bot_challenge', 'wall', 'own_side'] as const satisfies readonly PostOutcome[];

/**
 * Decides what proofs come to. Where they contradict each other or none is sure, it is `ambiguous`; `gone` takes two
 * unlike proofs, or one and a control that was seen. Where the control fails too, the fault is ours.
 */
export function outcomeOf(proofs: readonly PostProof[], control: Control): PostOutcome {
  const facts = proofs.filter(({ means }) => means.some(isOfPost));
  if (facts.some(({ means }) => means.length === 1 && means[0] === 'seen')) return seenUnlessDenied(facts);
  if (control === 'failed') return 'own_side';
  if (facts.length === 0) return besideThePost(proofs);
  const left = POST_FACTS.filter((fact) => facts.every(({ means }) => means.includes(fact)));
  const [fact] = left;
  const isSure = facts.some(({ isUnverified }) => !isUnverified);
  if (!isSure) return besideThePost(proofs);
  if (fact === undefined || left.length > 1) return 'ambiguous';
  const isProvenTwice = new Set(facts.map(({ way }) => way)).size > 1 || control === 'seen';
  return fact === 'gone' && !isProvenTwice ? 'ambiguous' : fact;
}

/** An age or a place that is barred somewhere bars nothing where it was read. */
function seenUnlessDenied(facts: readonly PostProof[]): PostOutcome {
  const isDenied = facts.some(({ means }) => !means.some((one) => one === 'seen' || one === 'age' || one === 'place'));
  return isDenied ? 'ambiguous' : 'seen';
}

function isOfPost(outcome: PostOutcome): boolean {
  return (POST_FACTS as readonly PostOutcome[]).includes(outcome);
}

function besideThePost(proofs: readonly PostProof[]): PostOutcome {
  return BESIDE_THE_POST.find((one) => proofs.some(({ means }) => means.includes(one))) ?? 'ambiguous';
}

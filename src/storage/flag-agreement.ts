import type { Model } from 'mongoose';
import type { AgreementSpan, Pair, PairsByRule } from '../domain/agreement.js';
import type { FlagDocument } from './flag-document.js';
import { asTexts } from './plain-value.js';

/** Served by the index `pairs`, which holds flags that two people have decided and no others. */
export async function countPairs(
  flags: Model<FlagDocument>,
  { officeCodes, since }: AgreementSpan,
): Promise<PairsByRule> {
  const offices = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
  const match = { $match: { ...offices, decidedAt: { $gte: since }, pair: { $exists: true } } };
  const rules = [
    { $project: { pair: 1, deciders: 1, 'matches.rule': 1 } },
    { $unwind: '$matches' },
    // Two matches of one rule on a flag are one.
    {
      $group: {
        _id: { flag: '$_id', rule: '$matches.rule' },
        pair: { $first: '$pair' },
        deciders: { $first: '$deciders' },
      },
    },
  ];
  const [whole, people, pairsOfRules, peopleOfRules] = await Promise.all([
    flags.aggregate<{ _id: Pair; flags: number }>([match, { $group: { _id: '$pair', flags: { $sum: 1 } } }]),
    flags.aggregate([match, { $unwind: '$deciders' }, { $group: { _id: '$deciders' } }]),
    flags.aggregate<{ _id: { rule: string; pair: Pair }; flags: number }>([
      match,
      ...rules,
      { $group: { _id: { rule: '$_id.rule', pair: '$pair' }, flags: { $sum: 1 } } },
    ]),
    flags.aggregate<{ _id: { rule: string } }>([
      match,
      ...rules,
      { $unwind: '$deciders' },
      { $group: { _id: { rule: '$_id.rule', person: '$deciders' } } },
    ]),
  ]);
  const byRule = new Map<string, { pairs: Partial<Record<Pair, number>>; people: number }>();
  for (const { _id, flags: count } of pairsOfRules) {
    const found = byRule.get(_id.rule) ?? { pairs: {}, people: 0 };
    found.pairs[_id.pair] = count;
    byRule.set(_id.rule, found);
  }
  for (const { _id } of peopleOfRules) byRule.get(_id.rule)!.people += 1;
  const pairs = Object.fromEntries(whole.map(({ _id, flags: count }) => [_id, count]));
  return { whole: { pairs, people: people.length }, byRule };
}

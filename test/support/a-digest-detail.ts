import { type DigestDetail, weekUpTo } from '../../src/domain/digest-detail.js';

/** Of a day on which nothing is new and nothing waits. */
export function aDigestDetail(parts: Partial<DigestDetail> = {}): DigestDetail {
  return {
    newBy: { office: [], kind: [], stage: [], platform: [] },
    waitsFor: { evidence: 0, decision: 0, context: 0, settling: 0 },
    dueThisWeek: 0,
    decidedAs: {},
    week: weekUpTo('2026-11-21', new Map()),
    ...parts,
  };
}

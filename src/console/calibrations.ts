import type { AgreementSpan, PairsByRule } from '../domain/agreement.js';
import type { Calibration, GoldenCount, GoldenFlag } from '../domain/calibration.js';
import type { Verdict } from '../domain/verdict.js';

interface Change {
  readonly by: string;
  readonly at: Date;
}

/** Golden flags, and what people answered to their questions; none of it changes a flag. */
export interface ConsoleCalibrations {
  makeGolden(golden: GoldenFlag): Promise<void>;
  endGolden(flagId: string, change: Change): Promise<void>;
  isGolden(flagId: string): Promise<boolean>;
  /** The newest first; `notFor`: without what this person was asked, or made golden. */
  listGolden(
    officeCodes: readonly string[] | undefined,
    options: { since: Date; limit: number; notFor?: string },
  ): Promise<GoldenFlag[]>;
  countAnswers(flagIds: readonly string[]): Promise<ReadonlyMap<string, GoldenCount>>;
  /** False: this person was asked already. */
  beginCalibration(calibration: Calibration): Promise<boolean>;
  /** Nobody else's is found. */
  findCalibration(id: string, userId: string): Promise<Calibration | undefined>;
  listUnanswered(userId: string): Promise<Calibration[]>;
  holdCalibration(id: string, heldUntil: Date): Promise<void>;
  /** The first answer stands. */
  answerCalibration(id: string, answer: { said: Verdict } & Change): Promise<void>;
  listAnswered(userId: string, options: { since: Date; limit: number }): Promise<Calibration[]>;
  countGoldenPairs(span: AgreementSpan): Promise<PairsByRule>;
}

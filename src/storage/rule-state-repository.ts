import { type Connection, type Model, Schema } from 'mongoose';
import { DAY_MS } from '../domain/days.js';
import type { RuleState } from '../domain/rule-health.js';
import { frozen } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

/** What each running process says of the rule set it judges by. */
export interface RuleStateRepository {
  /** Replaces what this process said before, and drops what ended processes left a day ago. */
  saveRuleState(state: RuleState): Promise<void>;
  listRuleStates(): Promise<RuleState[]>;
  removeRuleState(processId: string): Promise<void>;
}

type StateDocument = Omit<RuleState, 'processId'> & { _id: string };

/** Long past any pause of a process; the readers judge by `toldAt`. */
const KEPT_MS = DAY_MS;

const issueSchema = new Schema(
  { path: String, line: Number, column: Number, problem: String, hint: String },
  PART_OPTIONS,
);
const stateSchema = new Schema(
  {
    _id: String,
    ruleset: String,
    elections: String,
    engine: String,
    since: Date,
    toldAt: Date,
    fault: new Schema({ issues: [issueSchema], count: Number, since: Date }, PART_OPTIONS),
  },
  SCHEMA_OPTIONS,
);

export function createRuleStateRepository(connection: Connection): RuleStateRepository {
  const states: Model<StateDocument> = connection.model<StateDocument>(
    'RuleState',
    stateSchema as never,
    'rule_states',
  );
  return {
    async saveRuleState({ processId, ...state }) {
      await states.replaceOne({ _id: processId }, state, { upsert: true });
      await states.deleteMany({ toldAt: { $lt: new Date(state.toldAt.getTime() - KEPT_MS) } });
    },

    async listRuleStates() {
      const found = await states.find().sort({ _id: 1 }).lean();
      return found.map(({ _id, ...state }) => frozen({ processId: _id, ...state }));
    },

    async removeRuleState(processId) {
      await states.deleteOne({ _id: processId });
    },
  };
}

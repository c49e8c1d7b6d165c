import { type Judging, openJudging } from '../app/judging.js';
import { withServices } from './with-services.js';

/** Opens services, storage and the rules in force for one command and closes all, whatever happens in between. */
export function withJudging(use: (judging: Judging) => Promise<number>): Promise<number> {
  return withServices(openJudging, use);
}

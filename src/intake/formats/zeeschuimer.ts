import { type Column, type JsonFormat, namesIn, type Taken } from './format.js';
import { isObject, textAt, valueAt } from './values.js';

/**
 * Zeeschuimer (MPL-2.0) writes one line an item that a person's own browser was shown, in an envelope of its own:
 * `{"nav_index","item_id","timestamp_collected","source_platform","source_platform_url","source_url","user_agent","data"}`
 * (`js/zs-background.js`, read in 2026). `source_platform` is the module's name, `data` the platform's answer as it came.
 * Nothing of the envelope is taken: it tells who looked, and when.
 */
interface Module {
  /** As `source_platform` writes it, now and before. */
  readonly modules: readonly string[];
  readonly columns: readonly Column[];
  toAct(data: Readonly<Record<string, unknown>>): Taken;
}

const KEYS = namesIn(`
    id nav_index item_id timestamp_collected last_updated source_platform source_platform_url source_url user_agent
    data
  `);

export function zeeschuimer({ modules, columns, toAct }: Module): JsonFormat {
  return {
    kind: 'json',
    keys: KEYS,
    status: 'verified',
    columns,
    recognise: (line) => isObject(line.data) && modules.includes(textAt(line, 'source_platform') ?? ''),
    toAct(line) {
      const data = valueAt(line, 'data');
      const isOurs = modules.includes(textAt(line, 'source_platform') ?? '');
      return isOurs && isObject(data) ? toAct(data) : { skip: 'unsupported' };
    },
  };
}

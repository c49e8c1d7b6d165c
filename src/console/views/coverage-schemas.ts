import { z } from 'zod';
import { SIGNALS } from '../../domain/platform.js';
import { count, coverageSchema, officeSchema } from './schemas.js';

export const coverageTreeSchema = z.object({
  day: z.string(),
  total: coverageSchema,
  offices: z.array(
    officeSchema.extend({
      parentCode: z.string().nullable(),
      zone: z.string(),
      signals: z.array(
        z.object({
          signal: z.enum(SIGNALS),
          seen: count,
          none: count,
          notObservable: count,
          reasons: z.record(z.string(), count),
        }),
      ),
    }),
  ),
});

export type CoverageTree = z.infer<typeof coverageTreeSchema>;

import { z } from 'zod';
import { PLATFORMS, SIGNALS } from '../../domain/platform.js';
import { SIGNAL_WAYS } from '../../domain/signal-way.js';
import { count, coverageSchema, officeSchema } from './schemas.js';

const cellSchema = z.object({
  signal: z.enum(SIGNALS),
  seen: count,
  none: count,
  notObservable: count,
  reasons: z.record(z.string(), count),
});

export const coverageTreeSchema = z.object({
  day: z.string(),
  total: coverageSchema,
  /** Those on which the offices have accounts; each of the five signals with the way it comes at all. */
  platforms: z.array(
    z.object({ platform: z.enum(PLATFORMS), signals: z.array(cellSchema.extend({ way: z.enum(SIGNAL_WAYS) })) }),
  ),
  offices: z.array(
    officeSchema.extend({
      parentCode: z.string().nullable(),
      zone: z.string(),
      signals: z.array(cellSchema),
    }),
  ),
});

export type CoverageTree = z.infer<typeof coverageTreeSchema>;

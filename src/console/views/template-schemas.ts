import { z } from 'zod';
import { isReadable } from '../../domain/readable.js';
import type { ReasonTemplate } from '../../domain/reason-template.js';
import { MAX_TEMPLATE_LENGTH } from '../../domain/reason-template.js';
import { VERDICTS } from '../../domain/verdict.js';
import { idSchema, officeSchema } from './schemas.js';

const templateSchema = z.object({
  id: z.string(),
  office: z.string(),
  verdict: z.enum(VERDICTS),
  /** `null`: for whatever rule marked the act. */
  rule: z.string().nullable(),
  text: z.string(),
});

/** Of one flag, those that fit best first. */
export const flagTemplatesSchema = z.object({ templates: z.array(templateSchema) });

export const templateListSchema = z.object({
  templates: z.array(templateSchema),
  /** Where the caller may keep some. */
  offices: z.array(officeSchema),
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
});

export const templateBodySchema = z.object({
  office: idSchema,
  verdict: z.enum(VERDICTS),
  rule: idSchema.nullable(),
  text: z.string().trim().min(1).max(MAX_TEMPLATE_LENGTH).refine(isReadable),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateList = z.infer<typeof templateListSchema>;
export type TemplateBody = z.infer<typeof templateBodySchema>;

export function viewTemplate({ id, officeCode, verdict, rule, text }: ReasonTemplate): Template {
  return { id, office: officeCode, verdict, rule: rule ?? null, text };
}

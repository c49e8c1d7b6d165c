import { z } from 'zod';

/** Keys that a schema allows at a path of a value, for "did you mean"; of a union, the keys of every branch. */
export function knownKeysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here = shapesOf(schema);
  for (const step of path) here = here.flatMap((shape) => inner(shape, step)).flatMap(shapesOf);
  return [...new Set(here.flatMap((shape) => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : [])))];
}

function inner(shape: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  if (shape instanceof z.ZodObject) {
    const found = (shape.shape as Record<string, z.core.$ZodType>)[String(step)];
    return found ? [found] : [];
  }
  if (shape instanceof z.ZodArray) return [shape.element];
  if (shape instanceof z.ZodTuple) return [shape.def.items[Number(step)] ?? shape.def.rest].filter((t) => t != null);
  return shape instanceof z.ZodRecord ? [shape.valueType] : [];
}

function shapesOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesOf);
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right].flatMap(shapesOf);
  if (schema instanceof z.ZodPipe) return shapesOf(schema.in);
  if (schema instanceof z.ZodLazy) return shapesOf(schema.unwrap());
  const wraps = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return wraps ? shapesOf(schema.unwrap() as z.core.$ZodType) : [schema];
}

import { z } from 'zod';
import type { FactTypes } from './fact-type.ts';

/** Codes that values of facts are made of (`shape.oneOf`), wherever they stand in a value; each once. */
export function factCodes(facts: FactTypes): string[] {
  const found = new Set<string>();
  for (const { schema } of Object.values(facts)) {
    collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), found);
  }
  return [...found];
}

function collect(schema: unknown, found: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  if ('enum' in schema && Array.isArray(schema.enum)) for (const code of schema.enum) found.add(String(code));
  for (const part of Object.values(schema)) collect(part, found);
}

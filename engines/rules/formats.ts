import { z } from 'zod';
import type { FactType } from './fact-type.ts';
import { factsFrame } from './parse-facts.ts';
import type { Pack } from './rule.ts';
import { verdictsDocument } from './verdict.ts';

type JsonSchema = Record<string, unknown>;

/**
 * JSON Schema of `dualtrack/facts@1` with the facts of these packs spelt out. Names that are not listed are allowed:
 * they are reported as a warning when they are read.
 */
export function factsJsonSchema(packs: readonly Pack[]): JsonSchema {
  const { properties, ...frame }: JsonSchema = z.toJSONSchema(factsFrame, { io: 'input' });
  const facts: JsonSchema = {};
  for (const pack of packs) {
    for (const [name, type] of Object.entries(pack.facts)) facts[name] = factJsonSchema(type, pack);
  }
  return {
    ...frame,
    title: 'dualtrack/facts@1',
    description:
      'Facts about one placement by dotted name; left out = not known, null = known that there is none.',
    properties: {
      ...(typeof properties === 'object' ? properties : {}),
      facts: { type: 'object', properties: facts, additionalProperties: true },
    },
  };
}

/** JSON Schema of `dualtrack/verdicts@1`. */
export function verdictsJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(verdictsDocument), title: 'dualtrack/verdicts@1' };
}

function factJsonSchema({ schema, about, unit, aliases, fallback }: FactType, pack: Pack): JsonSchema {
  const { $schema: _, ...form }: JsonSchema = z.toJSONSchema(schema, { io: 'input' });
  const also = aliases ? ` Also read as: ${aliases.join('; ')}.` : '';
  return {
    ...form,
    description: `${about}${unit ? ` [${unit}]` : ''} (${pack.id})${also}`,
    ...(fallback !== undefined && { default: fallback }),
  };
}

import { type Pack, readFacts, whatWouldMeet } from '@dualtrack/rules';
import { packOfRule } from '../laws.ts';
import type { VerdictDetail } from '../shapes.ts';
import { factHead, textsOfRule } from './texts.ts';

/**
 * What would have to change for a breached rule to be met: each failing check with the changes of which any one mends
 * it. Empty where no threshold can be named, or where facts that the caller may not see would be needed to tell.
 */
export function waysOut(
  rule: string,
  facts: Readonly<Record<string, unknown>>,
  on: string,
  locale: string,
): VerdictDetail['waysOut'] {
  const law = packOfRule(rule)?.law;
  if (law === undefined) return [];
  const found = whatWouldMeet(law.joined, rule, readable(law.joined, facts), { on });
  return (found?.mend ?? []).flatMap(({ check, ways }) => {
    if (ways.length === 0) return [];
    return {
      says: textsOfRule(rule, locale).reasons[check] ?? check,
      ways: ways.map(({ fact, must, value }) => {
        const { label, unit } = factHead(fact.split('/')[0] ?? fact, locale);
        return { name: fact, label, unit, must, value };
      }),
    };
  });
}

/** What of the facts the law can read. */
function readable(pack: Pack, facts: Readonly<Record<string, unknown>>) {
  const read = readFacts(pack, facts);
  if (read.ok) return read.value;
  const bad = new Set(read.issues.map(({ pointer }) => pointer.split('/')[1]));
  const rest = readFacts(pack, Object.fromEntries(Object.entries(facts).filter(([name]) => !bad.has(name))));
  if (!rest.ok) throw new Error('facts stay unreadable after the unreadable ones were left out');
  return rest.value;
}

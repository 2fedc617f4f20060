import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintTerms, type TermsField } from '@dualtrack/rules';
import { pack } from './pack.ts';
import { readTerms } from './terms.ts';

const on = '2026-09-07';
const rulesIn = (text: string, kind = 'order-class') => {
  const terms = { kind, sections: [{ clause: 'T4', title: '', texts: [text] }], known: [] };
  return [...new Set(lintTerms(pack, readTerms, terms, on).map(({ verdict }) => verdict.rule))];
};

const unlawful: readonly (readonly [rule: string, text: string])[] = [
  ['DE-04', 'Für die Ausbildung wird ein Lehrgeld von 200 Euro erhoben.'],
  ['DE-04', 'Der Auszubildende erstattet bei Abbruch die Ausbildungskosten.'],
  ['DE-04', 'Bei vorzeitiger Beendigung ist eine Vertragsstrafe in Höhe eines Monatsgehalts zu zahlen.'],
  ['DE-04', 'Wer nicht erscheint, zahlt eine Vertragsstrafe.'],
  ['DE-04', 'Es wird keine Kaution verlangt, jedoch gilt eine Vertragsstrafe von 500 Euro.'],
  ['DE-04', 'Schadensersatzansprüche der Auszubildenden sind ausgeschlossen.'],
  [
    'DE-04',
    'Die Auszubildende verpflichtet sich, nach Abschluss der Ausbildung drei Jahre im Betrieb tätig zu bleiben.',
  ],
  ['DE-05', 'Die Probezeit beträgt 6 Monate.'],
  ['DE-05', 'Die Probezeit dauert 2 Wochen.'],
  ['DE-06', 'Die Vergütung beträgt monatlich 450 Euro brutto.'],
  ['DE-06', 'Die Ausbildungsvergütung beträgt 499,50 € im Monat.'],
  ['DE-07', 'Sachleistungen werden bis zu 80 % der Vergütung angerechnet.'],
  ['DE-11', 'Werkzeuge sind von den Auszubildenden selbst zu beschaffen.'],
  ['DE-09', 'Berufsschulzeiten sind im Betrieb nachzuarbeiten.'],
];
for (const [rule, text] of unlawful) {
  test(`${rule}: ${text}`, () => assert.deepEqual(rulesIn(text), [rule]));
}

const lawful: readonly string[] = [
  'Eine Vertragsstrafe wird nicht vereinbart.',
  'Eine Vertragsstrafe, gleich welcher Art, ist ausgeschlossen.',
  'Der Ausbildende verlangt weder Lehrgeld noch eine Vertragsstrafe.',
  'Der Ausbildende verlangt keine Gebühren und keine Ausbildungskosten vom Auszubildenden.',
  'Die Probezeit beträgt 4 Monate.',
  'Die Probezeit beträgt vier Monate gem. § 20 BBiG.',
  'Die Vergütung beträgt 1.150,00 € im ersten Jahr.',
  'Die Vergütung beträgt monatlich 620 Euro.',
  'Sachleistungen werden bis zu 75 % der Vergütung angerechnet.',
  'Ausbildungsmittel werden kostenlos zur Verfügung gestellt.',
  'Der Urlaub beträgt 30 Arbeitstage.',
  '学生不交押金。 Party C pays no deposit.',
];
for (const text of lawful) test(`nothing in: ${text}`, () => assert.deepEqual(rulesIn(text), []));

test('items of the contract are missed in a German contract, and in one in another language nothing is said of them', () => {
  const some = 'Ausbildungsberuf: Elektroniker. Probezeit: 3 Monate. Urlaub: 30 Tage. Vergütung: 1100 Euro.';
  assert.deepEqual(rulesIn(some, 'tripartite'), ['DE-02']);
  const rest =
    ' Beginn und Dauer. Maßnahmen außerhalb der Ausbildungsstätte. Tägliche Ausbildungszeit. Kündigung. Tarifvertrag. Ausbildungsnachweis.';
  assert.deepEqual(rulesIn(some + rest, 'tripartite'), []);
  assert.deepEqual(rulesIn('The internship lasts six months.', 'tripartite'), []);
});

test('hours in a field are judged with the birth date in another, since they bind minors', () => {
  const field = (name: string, value: number | string): TermsField => ({
    ...{ clause: 'T2', name, labels: [], kind: 'count', value },
  });
  const rules = (fields: TermsField[]) =>
    lintTerms(pack, readTerms, { kind: 'tripartite', sections: [], known: [], fields }, on).map(
      ({ verdict }) => verdict.rule,
    );
  assert.deepEqual(rules([field('dailyHours', 9), field('birthDate', '2009-05-01')]), ['DE-14']);
  assert.deepEqual(rules([field('dailyHours', 8), field('birthDate', '2009-05-01')]), []);
  assert.deepEqual(rules([field('dailyHours', 9), field('birthDate', '2004-05-01')]), []);
  assert.deepEqual(rules([field('dailyHours', 9)]), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintTerms } from '@dualtrack/rules';
import { pack } from './pack.ts';
import { readTerms } from './terms.ts';

const on = '2026-03-02';
const rulesIn = (text: string, kind = 'order-class') => {
  const terms = { kind, sections: [{ clause: 'T4', title: '', texts: [text] }], known: [] };
  return [...new Set(lintTerms(pack, readTerms, terms, on).map(({ verdict }) => verdict.rule))];
};

const unlawful: readonly (readonly [rule: string, text: string])[] = [
  ['FR-S08', 'Le stagiaire remplace un salarié absent.'],
  ['FR-S08', "Le stage répond à un accroissement temporaire d'activité."],
  ['FR-S08', 'Le stagiaire occupe un emploi saisonnier.'],
  ['FR-S08', 'Aucune prime n’est due, mais le stagiaire exécute les tâches régulières du service.'],
  ['FR-S09', 'Le stagiaire est présent 11 heures par jour.'],
  ['FR-S03', 'La durée du stage est de 8 mois.'],
  ['FR-S03', 'Le stagiaire effectue 1000 heures de présence.'],
  ['FR-S04', 'La gratification est de 3,50 € par heure.'],
  ['FR-S04', 'La gratification est versée en une seule fois.'],
  ['FR-A08', "L'apprenti perçoit 20 % du SMIC."],
  ['FR-A07', 'Le contrat peut être rompu librement pendant les 60 premiers jours.'],
];
for (const [rule, text] of unlawful) {
  test(`${rule}: ${text}`, () => assert.deepEqual(rulesIn(text), [rule]));
}

const lawful: readonly string[] = [
  'Le stagiaire ne peut pas remplacer un salarié absent.',
  "Le stage n'a pas pour objet de remplacer un salarié absent ni de répondre à un accroissement temporaire d'activité.",
  "L'exécution d'un emploi saisonnier est exclue.",
  'Le stagiaire est présent 7 heures par jour.',
  'La durée du stage est de 6 mois.',
  'La gratification est de 4,50 € par heure, versée chaque mois.',
  "L'apprenti perçoit 27 % du SMIC.",
  'Le contrat peut être rompu librement pendant les 45 premiers jours.',
  '乙方每月支付报酬。 Party B pays monthly.',
];
for (const text of lawful) test(`nothing in: ${text}`, () => assert.deepEqual(rulesIn(text), []));

test('items of the agreement are missed in a French one, and in one in another language nothing is said of them', () => {
  const some = 'Compétences à acquérir. Gratification. Protection sociale. Règlement intérieur.';
  assert.deepEqual(rulesIn(some, 'tripartite'), ['FR-S02']);
  assert.deepEqual(rulesIn('The internship lasts six months.', 'tripartite'), []);
});

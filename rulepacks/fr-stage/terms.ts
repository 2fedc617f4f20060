import { type Phrase, phraseReader, weekOfShifts } from '@dualtrack/rules';
import type { AgreementItem } from './facts/stage.ts';

const STAGE = { 'placement.kind': 'stage' };
const APPRENTICE = { 'placement.kind': 'apprenticeship' };
/** A start for which the pack knows the smallest allowance, and the lower of those it knows. */
const LONG_STAGE = { ...STAGE, 'placement.hours': 900, 'placement.start': '2023-09-04' };
const HOURS_A_DAY = 7;
const DAYS_A_MONTH = 22;

const post = (kind: 'permanent-job' | 'replacement' | 'seasonal' | 'peak') => () => ({ 'post.kind': kind });
const presence = (hours: number) => ({ 'attendance.hoursInSchoolYear': hours });

const phrases: readonly Phrase[] = [
  {
    words: /remplace(?:r|ra|ment)?[^.]{0,40}(?:salariée?s?|employée?s?|titulaire|absente?)/iu,
    ...{ states: post('replacement'), assumed: STAGE },
  },
  {
    words: /accroissement (?:temporaire )?d['’]activité|surcroît d['’]activité|pic d['’]activité/iu,
    ...{ states: post('peak'), assumed: STAGE },
  },
  {
    words: /emplois? saisonniers?|activité saisonnière|travail saisonnier/iu,
    ...{ states: post('seasonal'), assumed: STAGE },
  },
  {
    words: /(?:tâche|emploi|poste)s? (?:régulier|régulière|permanent|permanente)s?/iu,
    ...{ states: post('permanent-job'), assumed: STAGE },
  },
  {
    words: /(\d{1,2}(?:,\d)?)\s*(?:heures|h)\s*(?:par|de présence par)\s*jour/iu,
    states: (hours) =>
      hours > 0 && hours <= 20 ? { 'roster.shifts': weekOfShifts(hours, 5, '05:00') } : undefined,
    assumed: STAGE,
  },
  {
    words: /(\d{3,4})\s*heures(?! par)[^.]{0,60}(?:présence|stage|année)/iu,
    ...{ states: presence, assumed: STAGE },
  },
  {
    words: /(?:durée|stage)[^.]{0,40}?(\d{1,2})\s*mois/iu,
    unless: /apprentissage|préavis|essai/iu,
    states: (months) => presence(months * DAYS_A_MONTH * HOURS_A_DAY),
    assumed: STAGE,
  },
  {
    words: /gratification[^.]{0,60}?(\d{1,2}(?:,\d{1,2})?)\s*(?:€|euros?)\s*(?:par|de l['’]) ?heure/iu,
    states: (euro) => ({ 'pay.hourly': Math.round(euro * 100) }),
    assumed: LONG_STAGE,
  },
  {
    words: /gratification[^.]{0,60}(?:en une (?:seule )?fois|à la fin du stage|à l['’]issue du stage)/iu,
    states: () => ({ 'pay.isMonthly': false }),
    assumed: LONG_STAGE,
  },
  {
    words: /(\d{1,3})\s*%\s*du SMIC/iu,
    unless: /gratification|stagiaire/iu,
    // The lowest share of the table is that of sixteen in the first year.
    states: (percent) => ({ 'pay.monthly': percent * 100, 'policy.smicMonthly': 10_000 }),
    assumed: { ...APPRENTICE, 'training.year': 1, 'student.birthDate': '2010-01-01' },
  },
  {
    words: /(?:rompu|rupture)[^.]{0,40}(?:librement|sans motif)[^.]{0,60}?(\d{1,3})\s*(?:premiers )?jours/iu,
    states: (days) => ({ 'termination.ground': 'free', 'termination.practicalDays': days }),
    assumed: APPRENTICE,
  },
  {
    words: /(?:maître d['’]apprentissage|tuteur)[^.]{0,40}(?:extérieur|prestataire|intérimaire)/iu,
    states: () => ({ 'mentor.isEmployee': false }),
    assumed: APPRENTICE,
  },
];

const items: Readonly<Record<AgreementItem, RegExp>> = {
  curriculum: /intitulé (?:complet )?de (?:la formation|son cursus)|cursus|volume horaire/iu,
  supervisors: /enseignant référent|tuteur/iu,
  competences: /compétences/iu,
  activities: /activités confiées|missions? confiées?|activités du stagiaire/iu,
  dates: /dates? (?:de début|du stage)|durée du stage|du \d{1,2}[^.]{0,20} au \d{1,2}/iu,
  presence: /durée hebdomadaire|présence/iu,
  supervision: /encadrement|modalités de suivi|suivi du stagiaire/iu,
  allowance: /gratification/iu,
  'social-protection': /protection sociale|accidents? du travail/iu,
  absence: /absences?|congés/iu,
  termination: /suspension|résiliation|interruption/iu,
  validation: /validation/iu,
  benefits: /avantages|restauration|titres?-restaurant/iu,
  'house-rules': /règlement intérieur/iu,
  certificate: /attestation de stage/iu,
};

/** Reads the French words of an internship agreement or of a contract of apprenticeship, and hours that stand in fields. */
export const readTerms = phraseReader({
  denials: {
    // The second half of the French "not" stands before what is denied; "ne" alone often denies nothing.
    before: /\b(?:pas|jamais|aucune?|sans|ni|non)\b|\bne (?:peut|peuvent|saurait|doit|doivent)\b/iu,
    anywhere: /\b(?:interdite?s?|exclue?s?|prohibée?s?|nulle?s?)(?!\p{L})|\bne (?:peut|peuvent|saurait) /iu,
    anew: /\b(?:mais|toutefois|cependant|sinon|paie|verse|doit|travaille|assure|est|sont|s['’]engage|perçoit|remplace)\b/iu,
    joint: /(?=\b(?:et|mais|toutefois|cependant|sinon)\b)/iu,
  },
  phrases,
  fields: [
    {
      ...{ names: ['dailyHours'], label: /heures par jour|durée quotidienne/iu },
      states: (hours) =>
        typeof hours === 'number' && hours > 0 && hours <= 20
          ? { 'roster.shifts': weekOfShifts(hours, 5, '05:00') }
          : undefined,
      assumed: STAGE,
    },
  ],
  items: { fact: 'agreement.fields', words: items, assumed: STAGE },
});

import { type Phrase, phraseReader, type TermsField, weekOfShifts } from '@dualtrack/rules';
import type { CONTRACT_ITEMS } from './facts.ts';

type Item = (typeof CONTRACT_ITEMS)[number];

const trainee = '(?:Auszubildende[nrm]?|Lehrling(?:s|e)?|Azubi[s]?)';
const clause = (kind: 'training-fee' | 'penalty' | 'damages-excluded' | 'stay') => () => ({
  'contract.clauses': [kind],
});
/** The lowest first-year minimum that any year had: what lies below was lawful in none. */
const LOWEST_YEAR = { 'training.start': '2020-08-01', 'training.year': 1 };
const WEEKS_A_MONTH = 4.33;

const phrases: readonly Phrase[] = [
  {
    words: /Lehrgeld|(?:Ausbildungs|Verwaltungs|Bearbeitungs)gebühr|Ausbildungskostenbeteiligung/iu,
    unless: /Prüfungsgebühr|Ausbildende[rn]? trägt/iu,
    states: clause('training-fee'),
  },
  {
    words: new RegExp(
      `${trainee}[^.]{0,60}(?:erstattet|trägt|zahlt|übernimmt|zurückzu(?:zahlen|erstatten))[^.]{0,30}Ausbildungskosten|Ausbildungskosten[^.]{0,60}(?:vom|von der|von dem) ${trainee}`,
      'iu',
    ),
    states: clause('training-fee'),
  },
  { words: /Vertragsstrafe|Konventionalstrafe|Strafgeld/iu, states: clause('penalty') },
  {
    words:
      /Schadens?ersatz(?:ansprüche?)?[^.]{0,80}(?:ausgeschlossen|beschränkt|begrenzt|pauschal)|pauschale[rn]? Schadens?ersatz/iu,
    states: clause('damages-excluded'),
  },
  {
    words: new RegExp(
      `(?:${trainee}[^.]{0,60}verpflichtet[^.]{0,80}(?:nach|im Anschluss an)[^.]{0,40}(?:Ausbildung|Abschluss)[^.]{0,60}(?:bleiben|tätig|Arbeitsverhältnis|Arbeitsvertrag|weiterarbeiten)|Bleibeverpflichtung|Bleibefrist)`,
      'iu',
    ),
    states: clause('stay'),
    // A contract is made before training, so that its last six months are years away.
    assumed: { 'contract.stayAgreedAt': '2025-06-01', 'training.end': '2028-07-31' },
  },
  {
    words: /Probezeit[^.]{0,40}?(\d+)\s*Monat|(\d+)[- ]monatige Probezeit/iu,
    states: (months) => ({ 'contract.probationMonths': months }),
  },
  {
    words: /Probezeit[^.]{0,40}?(\d+)\s*Wochen/iu,
    states: (weeks) => ({ 'contract.probationMonths': weeks / WEEKS_A_MONTH }),
  },
  {
    words:
      /(?:Sachleistung(?:en)?|Sachbez(?:ug|üge)|Kost und Logis)[^.]{0,60}?(\d{1,3})\s*(?:%|Prozent|v\. ?H\.)/iu,
    states: (percent) => (percent <= 100 ? { 'pay.inKindShare': percent / 100 } : undefined),
  },
  {
    words:
      /(?:Vergütung|Ausbildungsvergütung)[^.]{0,60}?(\d{1,3}(?:[. ]?\d{3})*)(?:,\d\d)?\s*(?:€|Euro|EUR)/iu,
    unless: /Stunde|Zuschlag|Fahrt|Zuschuss|Prüfung/iu,
    states: (euro) => ({ 'pay.monthly': Math.round(euro * 100) }),
    assumed: LOWEST_YEAR,
  },
  {
    words: new RegExp(
      `(?:Ausbildungsmittel|Werkzeuge?|Werkstoffe)[^.]{0,60}(?:(?:auf|zu) (?:eigene|Kosten|Lasten)|selbst zu|von (?:der|dem|den) ${trainee} (?:bezahlt|getragen|beschafft))|${trainee} (?:trägt|zahlt|beschafft)[^.]{0,60}(?:Ausbildungsmittel|Werkzeuge?)`,
      'iu',
    ),
    states: () => ({ 'charges.trainingMeans': 1 }),
  },
  {
    words:
      /Berufsschul(?:zeit|tage?|unterricht|besuch)[^.]{0,60}(?:nachzuarbeiten|nachgearbeitet|nachgeholt|unbezahlt|nicht (?:vergütet|bezahlt|angerechnet))/iu,
    states: () => ({ 'school.hoursAttended': 8, 'payroll.schoolHoursPaid': 0 }),
  },
  {
    words:
      /(?:Krankheit|Arbeitsunfähigkeit|unverschuldete[rnms]? \p{L}+)[^.]{0,60}(?:Vergütung entfällt|keine Vergütung|nicht vergütet|unbezahlt)/iu,
    states: () => ({ 'absence.faultlessDays': 1, 'payroll.absenceDaysPaid': 0 }),
  },
];

const items: Readonly<Record<Item, RegExp>> = {
  occupation: /Ausbildungsberuf|Berufsausbildung (?:zum|zur)|sachliche und zeitliche Gliederung/iu,
  dates: /Beginn und (?:Dauer|Ende)|Ausbildungsdauer|Ausbildungszeit beginnt|beginnt am/iu,
  'outside-measures': /außerhalb der Ausbildungsstätte|überbetriebliche/iu,
  'daily-hours': /tägliche[rn]? Ausbildungszeit|Ausbildungszeit beträgt|Stunden täglich/iu,
  probation: /Probezeit/iu,
  pay: /Vergütung/iu,
  leave: /Urlaub/iu,
  termination: /Kündigung|gekündigt/iu,
  'collective-agreements': /Tarifvertr[aä]g|Betriebsvereinbarung|Dienstvereinbarung/iu,
  'training-record': /Ausbildungsnachweis|Berichtsheft/iu,
};

/**
 * Reads the German words of a training contract, and hours and birth date where they stand in fields. Hours in words,
 * leave and work by the piece are limited by this pack for minors only; of words alone nobody knows whose they are.
 */
export const readTerms = phraseReader({
  denials: {
    before: /\b(?:kein(?:e[rnms]?)?|nicht|nie(?:mals)?|ohne|weder|noch|unzulässig)\b/iu,
    anywhere:
      /\b(?:ausgeschlossen|unzulässig|unwirksam|nichtig|untersagt|verboten)\b|\bnicht (?:vereinbart|erhoben|verlangt|gefordert|geschuldet|zulässig|erlaubt)\b|\b(?:entfällt|unterbleibt)\b/iu,
    anew: /\b(?:aber|jedoch|sondern|andernfalls|sonst|zahlt|leistet|schuldet|muss|hat|trägt|verpflichtet|behält|arbeitet|beträgt|gilt|wird)\b/iu,
    joint: /(?=\b(?:und|sowie|aber|jedoch|sondern|andernfalls|sonst)\b)/iu,
  },
  phrases,
  fields: [
    {
      ...{ names: ['dailyHours'], label: /tägliche (?:Ausbildungs|Arbeits)zeit/iu },
      states: (hours, all) =>
        typeof hours === 'number' && hours > 0 && hours <= 20
          ? { ...birthIn(all), 'roster.shifts': weekOfShifts(hours, 5) }
          : undefined,
    },
    {
      ...{ names: [], label: /Probezeit/iu },
      states: (months) => (typeof months === 'number' ? { 'contract.probationMonths': months } : undefined),
    },
    {
      ...{ names: [], label: /Urlaub/iu },
      states: (days, all) =>
        typeof days === 'number' ? { ...birthIn(all), 'contract.leaveDays': days } : undefined,
    },
  ],
  items: { fact: 'contract.fields', words: items },
});

/** The birth date, where the agreement of one trainee has it in a field. */
function birthIn(fields: readonly TermsField[]) {
  const born = fields.find((one) => one.name === 'birthDate')?.value;
  return typeof born === 'string' ? { 'trainee.birthDate': born } : {};
}

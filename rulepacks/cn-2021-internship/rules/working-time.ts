import { filedFor } from './exceptions.ts';
import {
  attendedHours,
  attendedNoNight,
  attendedWeek,
  dailyHours,
  noNight,
  offDaysKept,
  restDaysKept,
  weeklyHours,
} from './hours.ts';
import { regulation } from './regulation.ts';

/** Chapter 3, Art. 17: rest days, holidays, overtime and nights. */
export const workingTimeRules = [
  // 休息日和法定节假日不实习 · Rest days and holidays are free
  regulation({
    id: 'CN-INT-030',
    says: {
      'zh-CN': '除专业或岗位有特殊要求并事先备案外，不得安排在休息日、法定节假日实习。',
      en: 'No internship on rest days or statutory holidays, unless the major needs it and it was filed beforehand.',
    },
    article: { number: '17', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'host',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_roster_publish', 'daily'],
    checks: [offDaysKept, restDaysKept],
    exceptions: [filedFor('rest-days', 'CN-INT-030')],
    remedy: 'roster.free-the-days',
    waivableBy: 'competent-department',
    provenance: {
      verified: false,
      evidence:
        'national text not seen; statutory holidays in Shanghai Art.50; rest days only in the agreement generator (2021 addition)',
      sources: ['MODEL', 'SH50', 'APP', 'R2016_LEX'],
    },
  }),
  // 不加班、不上夜班 · No overtime and no nights
  regulation({
    id: 'CN-INT-031',
    says: {
      'zh-CN':
        '除专业或岗位有特殊要求并事先备案外，不得安排加班和夜班。本规则包按每日8小时、每周40小时、22:00至次日6:00为夜间计算。',
      en: 'No overtime and no night shift, unless the major needs it and it was filed beforehand. The pack reads this as 8 hours a day, 40 a week, and nothing between 22:00 and 06:00.',
    },
    article: { number: '17', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'host',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_roster_publish', 'daily'],
    checks: [dailyHours, weeklyHours, noNight, attendedHours, attendedWeek, attendedNoNight],
    exceptions: [
      filedFor(
        'overtime',
        'CN-INT-031',
        [dailyHours, weeklyHours, attendedHours, attendedWeek].map(({ code }) => code),
      ),
      filedFor(
        'night',
        'CN-INT-031',
        [noNight, attendedNoNight].map(({ code }) => code),
      ),
    ],
    remedy: 'roster.shorten-or-file',
    waivableBy: 'competent-department',
    provenance: {
      verified: true,
      evidence:
        'press (The Paper/Xinhua name overtime and night shifts as a red line) + Shanghai Art.50; the 8h/40h figures are explicit only in Ningbo Art.9',
      sources: ['XH', 'MODEL', 'SH50', 'NB9', 'APP', 'BBT'],
    },
  }),
];

import { bothOffices, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

/** From week to week (Mondays, both included) at least so many students are in a unit at a site. */
export const leastRule = z.object({
  unitId: field.id,
  siteId: field.id,
  fromWeek: field.day,
  toWeek: field.day,
  heads: z.number().int().min(1).max(500),
});
/** One student takes at most so many units at a site. */
export const siteLimit = z.object({ siteId: field.id, most: z.number().int().min(1).max(40) });
/** Students of the class who move together, named by whoever plans. */
export const planGroup = z.object({ name: field.line, placementIds: z.array(field.id).max(60) });
/** How much the enterprise would rather have an optional unit taken, 0 to 5. */
export const hostScore = z.object({ unitId: field.id, score: z.number().int().min(0).max(5) });

/** What holds in one plan beside places, calendar and law. */
export const planRules = z.object({
  least: z.array(leastRule).max(60),
  siteLimits: z.array(siteLimit).max(60),
  groups: z.array(planGroup).max(60),
  hostScores: z.array(hostScore).max(40),
});
export type PlanRules = z.infer<typeof planRules>;

export const ruleParts = ['least', 'siteLimits', 'groups', 'hostScores'] as const;

/** What is wrong with one rule: which one (`part` and its number there), and what it was held against. */
export const ruleFault = z.object({
  part: z.enum(ruleParts),
  at: z.number().int(),
  code: z.enum([
    'backwards',
    'outside',
    'no-weeks',
    'no-place',
    'least-twice',
    'over-class',
    'over-places',
    'sum-over-class',
    'over-programme',
    'no-site',
    'site-twice',
    'site-needs-more',
    'sites-too-few',
    'name-twice',
    'too-small',
    'stranger',
    'student-twice',
    'too-big',
    'no-unit',
    'unit-required',
    'score-twice',
  ]),
  unitId: field.id.nullable(),
  siteId: field.id.nullable(),
  placementId: field.id.nullable(),
  week: field.day.nullable(),
  needed: z.number().nullable(),
  available: z.number().nullable(),
});
export type RuleFault = z.infer<typeof ruleFault>;

/** Setting the rules of one plan. */
export const setRulesRoute = route('PUT', '/rotation-plans/{planId}/rules', {
  may: bothOffices,
  summary: 'Set least heads, limits of sites, groups and what the enterprise would rather have taught',
  tag: 'Rotations',
}).errors({
  'plan.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
  'plan.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
  'plan.rules-changed': { status: 409 },
  'plan.rules-not-sound': { status: 422, data: z.object({ faults: z.array(ruleFault) }) },
});

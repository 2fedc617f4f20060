import { z } from 'zod';
import { QUARTER_PATTERN } from './quarter.ts';

const id = (text: string) => z.string().min(1).max(200).describe(text);
const name = z.string().max(500).optional().describe('Free text for people; the engine never reads it.');
const heads = (text: string) => z.int().min(0).max(1_000_000).describe(text);
const headsByQuarter = (text: string) =>
  z
    .array(z.int().min(0).max(1_000_000))
    .describe(`${text} One whole number per quarter of the plan; index 0 is the start quarter.`);
const share = (text: string) => z.number().min(0).max(1).describe(`${text} Between 0 and 1.`);
const occupationRef = id('Id of an occupation of this plan.');

const ageBand = z
  .strictObject({
    from: z.int().min(14).max(99).describe('Youngest age in the band, whole years.'),
    to: z.int().min(14).max(99).describe('Oldest age in the band, whole years, itself included.'),
    headcount: heads('People of this age today.'),
    attrition: share(
      'Chance to leave within one quarter at this age; absent: that of the occupation.',
    ).optional(),
  })
  .describe('Ages are taken as spread evenly over the band.');

const occupation = z.strictObject({
  id: id('Unique among the occupations.'),
  name,
  headcount: heads('People in post at the opening of the start quarter.'),
  attrition: share('Chance that one person leaves within one quarter, retirement apart.'),
  attritionSeenOn: z
    .number()
    .min(1)
    .max(100_000_000)
    .optional()
    .describe(
      'Person-quarters on which `attrition` was observed (120 people over 8 quarters: 960). The rate is then uncertain as far as so few trials leave it; absent: taken as known.',
    ),
  retirements: headsByQuarter('People known to retire in each quarter; absent: none.').optional(),
  retirementAge: z
    .number()
    .min(40)
    .max(90)
    .optional()
    .describe('Instead of `retirements`: everyone in `ageBands` retires at this age, in years.'),
  ageBands: z
    .array(ageBand)
    .min(1)
    .optional()
    .describe('Headcount by age, ascending and not overlapping; must add up to `headcount`.'),
});

const line = z.strictObject({
  id: id('Unique among the lines.'),
  name,
  units: z
    .array(z.number().min(0).max(1_000_000))
    .describe('Units of capacity running in each quarter; one number per quarter of the plan.'),
  staffing: z
    .array(
      z.strictObject({
        occupation: occupationRef,
        perUnit: z.number().min(0).max(100_000).describe('People one unit of capacity needs.'),
      }),
    )
    .describe('Each occupation at most once.'),
});

const project = z.strictObject({
  id: id('Unique among the projects.'),
  name,
  probability: share('Chance that the project happens at all.'),
  delayQuarters: z
    .strictObject({
      mean: z.number().min(0).max(200).describe('Expected delay in quarters; at most `max`.'),
      max: z.int().min(0).max(200).describe('Longest delay in quarters.'),
    })
    .optional()
    .describe(
      'Whole quarters 0…max with P(d) ∝ θ^d, θ set by the mean (maximum entropy); absent: no delay. The whole ramp shifts.',
    ),
  headcount: z
    .array(
      z.strictObject({
        occupation: occupationRef,
        byQuarter: headsByQuarter('People the project needs beside the lines if it is on time.'),
      }),
    )
    .describe('Each occupation at most once.'),
});

const supply = z.strictObject({
  id: id('Tells cohorts of the same programme and occupation apart.').optional(),
  programme: id('Programme code of the school, for example the 6-digit major code.'),
  occupation: occupationRef,
  graduates: headsByQuarter(
    'People finishing in each quarter; those who join count in the stock of the next.',
  ),
  joinRate: share('Chance that one graduate joins in this occupation.'),
  joinRateSeenOn: z
    .number()
    .min(1)
    .max(100_000_000)
    .optional()
    .describe(
      'Graduates on whom `joinRate` was observed; makes the rate uncertain like `attritionSeenOn`; absent: taken as known.',
    ),
});

const training = z.strictObject({
  programme: id('Programme code of the school.'),
  occupation: occupationRef,
  leadQuarters: z.int().min(1).max(200).describe('Quarters from the start of a class until its people work.'),
  completion: share('Chance that one student completes.'),
  joinRate: share('Chance that one who completed joins.'),
  classSize: z
    .strictObject({
      min: z.int().min(1).max(10_000).describe('Smallest class that may open, seats.'),
      max: z.int().min(1).max(10_000).describe('Largest class, seats; at least `min`.'),
    })
    .describe('Seats of one class.'),
  needs: z
    .array(
      z.strictObject({
        resource: id('Id of a resource of this plan.'),
        perClass: z.number().min(0).max(100_000).default(0).describe('Of each class, whatever its size.'),
        perSeat: z.number().min(0).max(100_000).default(0).describe('Of each seat.'),
      }),
    )
    .describe(
      'What a class takes from its start until its people work; each resource at most once; absent: nothing.',
    )
    .optional(),
});

const resource = z.strictObject({
  id: id('Unique among the resources, for example teachers, stations or beds.'),
  name,
  available: z
    .array(z.number().min(0).max(1_000_000))
    .describe('Free for new classes, one number per quarter of the plan; absent: as much as is needed.')
    .optional(),
});

const costs = z.strictObject({
  shortage: z.number().positive().max(1_000_000).describe('Weight of one missing person for one quarter.'),
  surplus: z.number().positive().max(1_000_000).describe('Weight of one person too many for one quarter.'),
});

/** Weights used when a plan names none: one missing person hurts three times as much as one too many. */
export const DEFAULT_COSTS = { shortage: 3, surplus: 1 } as const;

/** The shape of `dualtrack/forecast-plan@1`, without the rules that tie fields together (see `checkPlan`). */
export const forecastPlanShape = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('dualtrack/forecast-plan@1'),
    name,
    start: z
      .string()
      .regex(QUARTER_PATTERN)
      .describe('First quarter, such as 2026-Q1.')
      .meta({ examples: ['2026-Q1'] }),
    quarters: z.int().min(1).max(200).describe('How many quarters the plan covers.'),
    occupations: z.array(occupation).min(1),
    lines: z.array(line).default([]).describe('Production lines and other standing capacity.'),
    projects: z.array(project).default([]).describe('Things that may or may not come, early or late.'),
    supply: z.array(supply).default([]).describe('Graduates already under way.'),
    training: z.array(training).default([]).describe('Classes that could be opened.'),
    resources: z
      .array(resource)
      .describe('What new classes share and may run out of; absent: none.')
      .optional(),
    costs: costs.optional().describe('What orders weigh; absent: shortage 3, surplus 1.'),
  })
  .describe('Capacity, projects, people and training of one enterprise over some quarters.');

/** A plan that has passed `parseForecastPlan`; the four lists are always there. */
export type ForecastPlan = z.infer<typeof forecastPlanShape>;

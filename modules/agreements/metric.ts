/** In what a metric is counted. `share` metrics compare a part with a whole and have targets in per mille. */
export type MetricUnit =
  | 'people'
  | 'places'
  | 'hours'
  | 'person-days'
  | 'person-weeks'
  | 'fen'
  | 'times'
  | 'pieces'
  | 'per-mille';

/** How facts become a number: added up, or the parts of all divided by the wholes of all. */
export type MetricMeasure = 'sum' | 'share';

type MetricHead = {
  unit: MetricUnit;
  measure: MetricMeasure;
  /** Clauses of the standard templates that speak of it. */
  clauses: readonly string[];
  /** The room that reports it; `evidence`: documents accepted by the other side. */
  source:
    | 'order-classes'
    | 'training-bases'
    | 'rotations'
    | 'outcomes'
    | 'ceremonies'
    | 'agreements'
    | 'evidence';
};

/** What duties are measured in, from the measurable clauses of the standard templates. */
export const metrics = {
  'seats-filled': { unit: 'people', measure: 'sum', clauses: ['O03', 'O02'], source: 'order-classes' },
  'results-published': { unit: 'times', measure: 'sum', clauses: ['O04'], source: 'order-classes' },
  'course-hours': { unit: 'hours', measure: 'sum', clauses: ['O05', 'O06'], source: 'evidence' },
  'courses-developed': { unit: 'pieces', measure: 'sum', clauses: ['O05'], source: 'evidence' },
  'mentors-appointed': { unit: 'people', measure: 'sum', clauses: ['O06', 'O08'], source: 'training-bases' },
  'teacher-practice-days': { unit: 'person-days', measure: 'sum', clauses: ['O06'], source: 'evidence' },
  'stations-provided': { unit: 'places', measure: 'sum', clauses: ['O07'], source: 'training-bases' },
  'equipment-provided': { unit: 'pieces', measure: 'sum', clauses: ['O07', 'O09'], source: 'evidence' },
  'money-invested': { unit: 'fen', measure: 'sum', clauses: ['O07'], source: 'evidence' },
  'practice-weeks': { unit: 'person-weeks', measure: 'sum', clauses: ['O08'], source: 'rotations' },
  'internship-pay': { unit: 'fen', measure: 'sum', clauses: ['O08'], source: 'evidence' },
  'scholarship-paid': { unit: 'fen', measure: 'sum', clauses: ['O09'], source: 'evidence' },
  'offers-made': { unit: 'per-mille', measure: 'share', clauses: ['O10'], source: 'outcomes' },
  'students-employed': { unit: 'people', measure: 'sum', clauses: ['O02', 'O10'], source: 'outcomes' },
  'staff-training-days': { unit: 'person-days', measure: 'sum', clauses: ['O12'], source: 'evidence' },
  'service-money-arrived': { unit: 'fen', measure: 'sum', clauses: ['O12', 'O14'], source: 'evidence' },
  'milestones-reached': { unit: 'times', measure: 'sum', clauses: ['O13'], source: 'evidence' },
  'students-insured': { unit: 'per-mille', measure: 'share', clauses: ['O15'], source: 'order-classes' },
  'consents-recorded': {
    unit: 'per-mille',
    measure: 'share',
    clauses: ['O16', 'O04'],
    source: 'order-classes',
  },
  'meetings-held': { unit: 'times', measure: 'sum', clauses: ['O17'], source: 'ceremonies' },
  'experts-engaged': { unit: 'people', measure: 'sum', clauses: ['T02'], source: 'evidence' },
  'work-assessed': { unit: 'times', measure: 'sum', clauses: ['T06', 'P10'], source: 'evidence' },
  'accounts-compared': { unit: 'times', measure: 'sum', clauses: ['J04'], source: 'evidence' },
  'students-taking-part': { unit: 'people', measure: 'sum', clauses: ['J05'], source: 'evidence' },
  'steps-done': { unit: 'times', measure: 'sum', clauses: ['M03'], source: 'evidence' },
  'renewal-decision': { unit: 'times', measure: 'sum', clauses: ['O18'], source: 'agreements' },
} as const satisfies Record<string, MetricHead>;
export type Metric = keyof typeof metrics;

/** All metrics in the order of their clauses. */
export const metricNames = Object.keys(metrics).filter((name): name is Metric => name in metrics);

/** How a metric is counted and in what. */
export function metricHead(metric: Metric): MetricHead {
  return metrics[metric];
}

import { type Change, changeListShape } from './change.ts';
import { type Issue, issuesFromZod, type Parsed, pointerTo } from './issue.ts';
import { parseForecastPlan } from './parse-plan.ts';
import type { ForecastPlan } from './plan.ts';
import { quarterAt, quartersBetween } from './quarter.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;
type Applied = ForecastPlan | Omit<Issue, 'pointer'>[];

function unknown(kind: string, id: string): Applied {
  return [{ code: 'reference.unknown', params: { kind, id } }];
}

/** The list with `edit` applied to the items that match; undefined if none does. */
function edited<T>(list: T[], matches: (item: T) => boolean, edit: (item: T) => T): T[] | undefined {
  return list.some(matches) ? list.map((item) => (matches(item) ? edit(item) : item)) : undefined;
}

type Project = ForecastPlan['projects'][number];

function editProject(plan: ForecastPlan, id: string, edit: (project: Project) => Project): Applied {
  const projects = edited(plan.projects, (project) => project.id === id, edit);
  return projects ? { ...plan, projects } : unknown('project', id);
}

function delayProject(plan: ForecastPlan, { project, quarters }: Of<'delay-project'>): Applied {
  const later = (heads: number[]) => heads.map((_, t) => heads[t - quarters] ?? 0);
  return editProject(plan, project, (old) => ({
    ...old,
    headcount: old.headcount.map((need) => ({ ...need, byQuarter: later(need.byQuarter) })),
  }));
}

function scaleAttrition(plan: ForecastPlan, { occupation, factor }: Of<'scale-attrition'>): Applied {
  const occupations = edited(
    plan.occupations,
    ({ id }) => occupation === undefined || id === occupation,
    (old) => ({
      ...old,
      attrition: old.attrition * factor,
      ageBands: old.ageBands?.map((band) =>
        band.attrition === undefined ? band : { ...band, attrition: band.attrition * factor },
      ),
    }),
  );
  return occupations ? { ...plan, occupations } : unknown('occupation', occupation ?? '');
}

function scaleUnits(plan: ForecastPlan, { line, factor }: Of<'scale-units'>): Applied {
  const lines = edited(
    plan.lines,
    ({ id }) => id === line,
    (old) => ({ ...old, units: old.units.map((units) => units * factor) }),
  );
  return lines ? { ...plan, lines } : unknown('line', line);
}

function setJoinRate(plan: ForecastPlan, { programme, occupation, joinRate }: Of<'set-join-rate'>): Applied {
  const matches = (row: { programme: string; occupation: string }) =>
    row.programme === programme && row.occupation === occupation;
  const supply = edited(plan.supply, matches, (row) => ({ ...row, joinRate }));
  const training = edited(plan.training, matches, (row) => ({ ...row, joinRate }));
  if (!supply && !training) return unknown('programme', `${programme} / ${occupation}`);
  return { ...plan, supply: supply ?? plan.supply, training: training ?? plan.training };
}

function freeSupplyId(plan: ForecastPlan, wish: string): string {
  const taken = new Set(plan.supply.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? wish : `${wish}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function openClass(plan: ForecastPlan, { programme, occupation, start, seats }: Of<'open-class'>): Applied {
  const training = plan.training.find((row) => row.programme === programme && row.occupation === occupation);
  if (training === undefined) return unknown('training', `${programme} / ${occupation}`);
  const { min, max } = training.classSize;
  if (seats < min) return [{ code: 'value.too-small', params: { minimum: min } }];
  if (seats > max) return [{ code: 'value.too-big', params: { maximum: max } }];
  // Supply that finishes in one quarter is in post at the opening of the next, which is when the class is ready.
  const finishes = quartersBetween(plan.start, start) + training.leadQuarters - 1;
  if (finishes < 0 || finishes >= plan.quarters) {
    return [{ code: 'change.outside-plan', params: { quarter: quarterAt(start, training.leadQuarters) } }];
  }
  const row = {
    id: freeSupplyId(plan, `class-${start}`),
    programme,
    occupation,
    graduates: Array.from({ length: plan.quarters }, (_, t) => (t === finishes ? seats : 0)),
    joinRate: training.completion * training.joinRate,
  };
  return { ...plan, supply: [...plan.supply, row] };
}

function applied(plan: ForecastPlan, change: Change): Applied {
  switch (change.kind) {
    case 'delay-project':
      return delayProject(plan, change);
    case 'set-project-probability':
      return editProject(plan, change.project, (old) => ({ ...old, probability: change.probability }));
    case 'scale-attrition':
      return scaleAttrition(plan, change);
    case 'scale-units':
      return scaleUnits(plan, change);
    case 'set-join-rate':
      return setJoinRate(plan, change);
    case 'open-class':
      return openClass(plan, change);
  }
}

/**
 * The plan as it would be after the changes, applied in order; the given plan stays as it is. Compare forecasts of
 * both under the same seed: what did not change keeps its luck. Wrong changes are all named, with pointers into
 * `changes`; `change.breaks-plan` carries the code and pointer that the changed plan would have.
 */
export function withChanges(plan: ForecastPlan, changes: unknown): Parsed<ForecastPlan> {
  const parsed = changeListShape.safeParse(changes);
  if (!parsed.success) return { ok: false, issues: issuesFromZod(parsed.error, changes) };
  const issues: Issue[] = [];
  let value = plan;
  for (const [index, change] of parsed.data.entries()) {
    const pointer = pointerTo([index]);
    const next = applied(value, change);
    if (Array.isArray(next)) {
      issues.push(...next.map((issue) => ({ pointer, ...issue })));
      continue;
    }
    const check = parseForecastPlan(next);
    if (check.ok) value = check.value;
    else {
      for (const { pointer: at, code } of check.issues) {
        issues.push({ pointer, code: 'change.breaks-plan', params: { at, code } });
      }
    }
  }
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

import type * as z from 'zod';
import type {
  cohortValues,
  mentorValues,
  postValues,
  programmeValues,
  projectValues,
  RecordKind,
  siteValues,
  teacherValues,
  workstationValues,
} from '../contract/records.ts';
import type { CellFault } from '../import/column.ts';
import { hazardTags } from '../import/hazard-tags.ts';
import type { TableKey } from '../import/table.ts';
import { columnOf, tables } from '../import/tables.ts';

/** The values of each kind of record. */
export type RecordValues = {
  programme: z.output<typeof programmeValues>;
  teacher: z.output<typeof teacherValues>;
  cohort: z.output<typeof cohortValues>;
  site: z.output<typeof siteValues>;
  post: z.output<typeof postValues>;
  workstation: z.output<typeof workstationValues>;
  mentor: z.output<typeof mentorValues>;
  project: z.output<typeof projectValues>;
};

/** What is wrong with one field of a form; `code` is a phrase like that of an import. */
export type RecordFault = CellFault & { field: string };

type Texts = Readonly<Record<string, string | null>>;

/** A field is judged by the very column that an import reads, so that both ways in keep one rule. */
function judged(table: TableKey, fields: Readonly<Record<string, string>>, values: Texts): RecordFault[] {
  return Object.entries(fields).flatMap(([field, key]) => {
    const text = values[field]?.trim() ?? '';
    const column = columnOf(table, key);
    if (column === undefined || text === '') return [];
    const parsed = column.parse(text);
    return 'fault' in parsed ? [{ field, ...parsed.fault }] : [];
  });
}

const rules: { [Kind in RecordKind]: (values: RecordValues[Kind]) => RecordFault[] } = {
  programme: (values) => {
    const column = tables.programmes.columns.occupations;
    const found = judged('programmes', { majorCode: 'majorCode' }, { majorCode: values.majorCode });
    const wrong = values.occupations.map((one) => column.parse(one)).find((one) => 'fault' in one);
    if (wrong !== undefined && 'fault' in wrong) found.push({ field: 'occupations', ...wrong.fault });
    if (found.length > 0) return found;
    const faults = tables.programmes.check({ ...values, schoolCode: '', durationYears: values.years });
    return faults.map(({ column: field, ...fault }) => ({ field, ...fault }));
  },
  teacher: ({ staffNumber, phone, mail }) =>
    judged(
      'teachers',
      { staffNumber: 'staffNumber', phone: 'phone', mail: 'mail' },
      { staffNumber, phone, mail },
    ),
  cohort: (values) => [
    ...judged('cohorts', { code: 'cohortId' }, { code: values.code }),
    ...tables.cohorts
      .check({ ...values, schoolCode: '', cohortId: values.code, majorCode: '' })
      .map(({ column: field, ...fault }) => ({ field, ...fault })),
  ],
  site: ({ code, regionCode }) =>
    judged('sites', { code: 'siteId', regionCode: 'regionCode' }, { code, regionCode }),
  post: ({ code, occupation, hazards }) => [
    ...judged('posts', { code: 'postId', occupation: 'occupationId' }, { code, occupation }),
    ...hazards
      .filter((one) => !hazardTags.some((tag) => tag.value === one))
      .map((value) => ({ field: 'hazards', code: 'record.no-such-hazard', params: { value } })),
  ],
  workstation: ({ code }) => judged('workstations', { code: 'stationId' }, { code }),
  mentor: ({ staffNumber, mail }) =>
    judged('mentors', { staffNumber: 'staffNumber', mail: 'mail' }, { staffNumber, mail }),
  project: ({ code, delayMean, delayMax, needs }) => {
    const found = judged('projects', { code: 'projectId' }, { code });
    if (delayMean > delayMax)
      found.push({ field: 'delayMean', code: 'record.delay-beyond-longest', params: { longest: delayMax } });
    const seen = new Set<string>();
    for (const { occupation, quarter } of needs) {
      if (seen.has(`${occupation} ${quarter}`))
        found.push({ field: 'needs', code: 'record.need-twice', params: { occupation, quarter } });
      seen.add(`${occupation} ${quarter}`);
    }
    return found;
  },
};

/** What is wrong with the values of a record beyond their shape; the form and the server ask the same. */
export function recordFaults<Kind extends RecordKind>(kind: Kind, values: RecordValues[Kind]): RecordFault[] {
  return rules[kind](values);
}

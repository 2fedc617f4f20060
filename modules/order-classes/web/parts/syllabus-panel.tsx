import {
  AmountInput,
  amountFault,
  Day,
  EmptyState,
  ErrorState,
  Icon,
  SideTag,
  useOperation,
  usePhrases,
  useSession,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Syllabus } from '../../contract/courses.ts';
import { type HeldAt, heldAts } from '../../placing.ts';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { WideTable } from './wide-table.tsx';

/** What is taught in a class and who of each side answers for it: one list, agreed to by both. */
export function SyllabusPanel(props: { readonly orderClass: ClassDetail }) {
  const classId = props.orderClass.id;
  const t = usePhrases('class-work');
  const [isEditing, setEditing] = useState(false);
  const found = useOperation('order-classes.syllabus', orderClasses.courses.get, { classId });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const syllabus = found.data;
  const edit =
    syllabus.whyNot === null ? (
      <Button onClick={() => setEditing(true)}>
        {syllabus.courses.length === 0 ? t('syllabus.add') : t('syllabus.edit')}
      </Button>
    ) : null;
  if (isEditing)
    return <CourseForm classId={classId} syllabus={syllabus} onClose={() => setEditing(false)} />;
  if (syllabus.courses.length === 0) {
    return (
      <EmptyState title={t('syllabus.none')} action={edit}>
        {t('syllabus.noneNote')}
      </EmptyState>
    );
  }
  return (
    <div className="oc-stack">
      <Agreed classId={classId} syllabus={syllabus} edit={edit} />
      <Courses syllabus={syllabus} />
    </div>
  );
}

function Agreed(props: { readonly classId: string; readonly syllabus: Syllabus; readonly edit: ReactNode }) {
  const { classId, syllabus } = props;
  const t = usePhrases('class-work');
  const side = useSession().membership.organisation.kind === 'enterprise' ? 'enterprise' : 'school';
  const agree = useWrite(orderClasses.courses.agree, {
    invalidates: ['order-classes'],
    done: t('syllabus.agreed'),
  });
  const own = side === 'school' ? syllabus.schoolAgreedOn : syllabus.enterpriseAgreedOn;
  const hours = syllabus.courses.reduce((sum, course) => sum + course.hours, 0);
  return (
    <>
      <p>{t('syllabus.total', { count: syllabus.courses.length, hours })}</p>
      <div className="oc-row">
        {(['school', 'enterprise'] as const).map((one) => {
          const on = one === 'school' ? syllabus.schoolAgreedOn : syllabus.enterpriseAgreedOn;
          return (
            <span key={one} className="oc-row">
              <SideTag side={one} />
              {on === null ? (
                <span className="dt-quiet">{t('syllabus.notAgreed')}</span>
              ) : (
                <AgreedOn day={on} />
              )}
            </span>
          );
        })}
      </div>
      {syllabus.whyNot === null ? (
        <div className="oc-row">
          {own === null ? (
            <Button
              type="primary"
              loading={agree.isPending}
              onClick={() => agree.mutate({ classId, revision: syllabus.revision })}
            >
              {t('syllabus.agree')}
            </Button>
          ) : null}
          {props.edit}
        </div>
      ) : null}
    </>
  );
}

function AgreedOn(props: { readonly day: string }) {
  const t = usePhrases('class-work');
  const [before = '', after = ''] = t('syllabus.agreedOn', { day: '\u0000' }).split('\u0000');
  return (
    <span>
      <Icon name="check" size={14} /> {before}
      <Day day={props.day} />
      {after}
    </span>
  );
}

function Courses(props: { readonly syllabus: Syllabus }) {
  const t = usePhrases('class-work');
  return (
    <WideTable label={t('tab.syllabus')}>
      <table className="oc-table oc-cards">
        <thead>
          <tr>
            <th>{t('syllabus.name')}</th>
            <th className="oc-number">{t('syllabus.hours')}</th>
            <th>{t('syllabus.heldAt')}</th>
            <th>{t('syllabus.teacher')}</th>
            <th>{t('syllabus.mentor')}</th>
          </tr>
        </thead>
        <tbody>
          {props.syllabus.courses.map((course) => (
            <tr key={course.id}>
              <th scope="row">{course.name}</th>
              <td className="oc-number" data-label={t('syllabus.hours')}>
                {course.hours}
              </td>
              <td data-label={t('syllabus.heldAt')}>{t(`syllabus.${course.heldAt}`)}</td>
              <td data-label={t('syllabus.teacher')}>{course.teacherName || '–'}</td>
              <td data-label={t('syllabus.mentor')}>{course.mentorName || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

type Line = Omit<Syllabus['courses'][number], 'id'> & { readonly key: string };
let made = 0;
const hourBounds = { min: 1, max: 2_000 };
const newLine = (): Line => ({
  ...{ key: `new-${made++}`, name: '', hours: 32, heldAt: 'both', teacherName: '', mentorName: '' },
});

function CourseForm(props: {
  readonly classId: string;
  readonly syllabus: Syllabus;
  readonly onClose: () => void;
}) {
  const { classId, syllabus, onClose } = props;
  const t = usePhrases('class-work');
  const [lines, setLines] = useState<readonly Line[]>(
    syllabus.courses.length === 0
      ? [newLine()]
      : syllabus.courses.map(({ id, ...course }) => ({ key: id, ...course })),
  );
  const save = useWrite(orderClasses.courses.put, {
    invalidates: ['order-classes'],
    done: t('syllabus.saved'),
  });
  const whyNot = lines.some(({ name }) => name.trim() === '')
    ? t('syllabus.whyNotName')
    : lines.some(({ hours }) => amountFault(hours, hourBounds) !== undefined)
      ? t('syllabus.whyNotHours')
      : undefined;
  const submit = async () => {
    const courses = lines.map(({ key: _, ...course }) => course);
    await save.mutateAsync({ classId, revision: syllabus.revision, courses });
    onClose();
  };
  return (
    <div className="oc-stack">
      {lines.map((line) => (
        <CourseLine
          key={line.key}
          line={line}
          onChange={(part) =>
            setLines(lines.map((one) => (one.key === line.key ? { ...one, ...part } : one)))
          }
          onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <div className="oc-row">
        <Button onClick={() => setLines([...lines, newLine()])}>{t('syllabus.add')}</Button>
        <WhyNotButton
          type="primary"
          whyNot={whyNot}
          loading={save.isPending}
          onClick={() => void submit().catch(() => undefined)}
        >
          {t('syllabus.save')}
        </WhyNotButton>
        <Button type="text" onClick={onClose}>
          {t('syllabus.cancel')}
        </Button>
      </div>
    </div>
  );
}

function CourseLine(props: {
  readonly line: Line;
  readonly onChange: (part: Partial<Line>) => void;
  readonly onRemove: () => void;
}) {
  const { line, onChange } = props;
  const t = usePhrases('class-work');
  const words = (name: 'name' | 'teacherName' | 'mentorName', label: string) => (
    <label className="oc-label">
      <span className="dt-small dt-quiet">{label}</span>
      <input
        className="dt-input"
        maxLength={100}
        value={line[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="oc-course">
      {words('name', t('syllabus.name'))}
      <div className="oc-label">
        <span className="dt-small dt-quiet">{t('syllabus.hours')}</span>
        <AmountInput
          aria-label={t('syllabus.hours')}
          {...hourBounds}
          value={line.hours}
          onChange={(hours) => onChange({ hours: hours ?? Number.NaN })}
        />
      </div>
      <label className="oc-label">
        <span className="dt-small dt-quiet">{t('syllabus.heldAt')}</span>
        <select
          className="dt-input"
          value={line.heldAt}
          onChange={(event) => onChange({ heldAt: heldAtOf(event.target.value) })}
        >
          {heldAts.map((heldAt) => (
            <option key={heldAt} value={heldAt}>
              {t(`syllabus.${heldAt}`)}
            </option>
          ))}
        </select>
      </label>
      {words('teacherName', t('syllabus.teacher'))}
      {words('mentorName', t('syllabus.mentor'))}
      <button
        type="button"
        className="oc-icon-button"
        aria-label={t('syllabus.remove', { name: line.name })}
        onClick={props.onRemove}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function heldAtOf(value: string): HeldAt {
  return heldAts.find((one) => one === value) ?? 'both';
}

import {
  AmountInput,
  amountFault,
  EmptyState,
  ErrorState,
  Icon,
  Panel,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type FocusEvent, useState } from 'react';
import type { Rubric } from '../../contract/interviews.ts';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { WideTable } from './wide-table.tsx';

/** Criteria with weights, and the points of each applicant: their weighted mean is the score the matching takes. */
export function RubricPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const found = useOperation('order-classes.rubric', orderClasses.rubric.get, { classId: orderClass.id });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const isOpen = orderClass.abilities.interview === null;
  const version = found.data.criteria.map(({ id, weight }) => `${id}${weight}`).join();
  return (
    <div className="oc-stack">
      {isOpen ? <Criteria key={version} classId={orderClass.id} rubric={found.data} /> : null}
      {found.data.criteria.length === 0 || found.data.applicants.length === 0 ? (
        <EmptyNote isOpen={isOpen} />
      ) : (
        <Points classId={orderClass.id} rubric={found.data} isOpen={isOpen} />
      )}
    </div>
  );
}

function EmptyNote(props: { readonly isOpen: boolean }) {
  const t = usePhrases('class-work');
  return props.isOpen ? null : <EmptyState title={t('rubric.none')}>{t('rubric.noneNote')}</EmptyState>;
}

type Line = { readonly key: string; readonly id?: string; readonly name: string; readonly weight: number };
let made = 0;
const weights = { min: 1, max: 100 };
const newLine = (): Line => ({ key: `new-${made++}`, name: '', weight: 20 });

function Criteria(props: { readonly classId: string; readonly rubric: Rubric }) {
  const t = usePhrases('class-work');
  const [lines, setLines] = useState<readonly Line[]>(
    props.rubric.criteria.map((one) => ({ key: one.id, ...one })),
  );
  const save = useWrite(orderClasses.rubric.put, { invalidates: ['order-classes'], done: t('rubric.saved') });
  const sum = lines.reduce((total, { weight }) => total + (weight || 0), 0);
  const whyNot = lines.some(({ name }) => name.trim() === '')
    ? t('rubric.whyNotName')
    : lines.some(({ weight }) => amountFault(weight, weights) !== undefined)
      ? t('rubric.whyNotWeight')
      : undefined;
  const change = (key: string, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const submit = () =>
    save.mutate({
      classId: props.classId,
      criteria: lines.map(({ id, name, weight }) => ({ ...(id === undefined ? {} : { id }), name, weight })),
    });
  return (
    <Panel title={t('rubric.criteria')}>
      <div className="oc-stack">
        <p className="dt-quiet">{t('rubric.noneNote')}</p>
        {lines.map((line) => (
          <div key={line.key} className="oc-criterion">
            <input
              className="dt-input"
              aria-label={t('rubric.name')}
              placeholder={t('rubric.name')}
              maxLength={100}
              value={line.name}
              onChange={(event) => change(line.key, { name: event.target.value })}
            />
            <div>
              <AmountInput
                aria-label={t('rubric.weight')}
                {...weights}
                value={line.weight}
                onChange={(weight) => change(line.key, { weight: weight ?? Number.NaN })}
              />
            </div>
            <span className="dt-quiet oc-number">
              {t('rubric.share', { share: Math.round((100 * (line.weight || 0)) / Math.max(1, sum)) })}
            </span>
            <button
              type="button"
              className="oc-icon-button"
              aria-label={t('rubric.remove', { name: line.name })}
              onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
        <div className="oc-row">
          <Button disabled={lines.length >= 12} onClick={() => setLines([...lines, newLine()])}>
            {t('rubric.add')}
          </Button>
          <WhyNotButton type="primary" whyNot={whyNot} loading={save.isPending} onClick={submit}>
            {t('rubric.save')}
          </WhyNotButton>
        </div>
      </div>
    </Panel>
  );
}

function Points(props: { readonly classId: string; readonly rubric: Rubric; readonly isOpen: boolean }) {
  const { classId, rubric, isOpen } = props;
  const t = usePhrases('class-work');
  const tc = usePhrases('order-classes');
  return (
    <div className="oc-stack">
      <p className="dt-quiet">{t('rubric.pointsNote')}</p>
      <WideTable label={t('rubric.points')}>
        <table className="oc-table oc-grid">
          <thead>
            <tr>
              <th>{tc('applicants.student')}</th>
              {rubric.criteria.map(({ id, name, weight }) => (
                <th key={id}>
                  {name} <span className="dt-quiet">×{weight}</span>
                </th>
              ))}
              <th className="oc-number">{t('rubric.score')}</th>
            </tr>
          </thead>
          <tbody>
            {rubric.applicants.map((applicant) => (
              <tr key={applicant.applicationId}>
                <th scope="row">{applicant.studentName}</th>
                {rubric.criteria.map((criterion) => (
                  <td key={criterion.id}>
                    <PointCell
                      classId={classId}
                      isOpen={isOpen}
                      applicant={applicant}
                      criterion={criterion}
                      known={applicant.points.find((one) => one.criterionId === criterion.id)?.points}
                    />
                  </td>
                ))}
                <td className="oc-number">
                  <strong>{applicant.score ?? '–'}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}

function PointCell(props: {
  readonly classId: string;
  readonly isOpen: boolean;
  readonly applicant: Rubric['applicants'][number];
  readonly criterion: Rubric['criteria'][number];
  readonly known: number | undefined;
}) {
  const { classId, applicant, criterion, known } = props;
  const t = usePhrases('class-work');
  const [isBad, setBad] = useState(false);
  const mark = useWrite(orderClasses.rubric.mark, { invalidates: ['order-classes'] });
  if (!props.isOpen) return <span className="oc-number">{known ?? '–'}</span>;
  const save = (event: FocusEvent<HTMLInputElement>) => {
    const text = event.target.value.trim();
    const points = text === '' ? null : Number(text.normalize('NFKC'));
    const isWrong = points !== null && !(points >= 0 && points <= 100);
    setBad(isWrong);
    if (isWrong || points === (known ?? null)) return;
    const { applicationId } = applicant;
    mark.mutate({ classId, points: [{ applicationId, criterionId: criterion.id, points }] });
  };
  return (
    <>
      <input
        className="dt-input oc-score"
        inputMode="decimal"
        defaultValue={known ?? ''}
        key={known ?? 'none'}
        aria-label={t('rubric.cell', { student: applicant.studentName, criterion: criterion.name })}
        aria-invalid={isBad}
        onBlur={save}
      />
      {isBad ? <div className="dt-error dt-small">{t('rubric.bad')}</div> : null}
    </>
  );
}

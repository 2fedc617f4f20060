import { usePhrases } from '@dualtrack/ui';
import { Button, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { type Cadence, cadences } from '../../due.ts';
import { type Metric, metricHead, metricNames } from '../../metric.ts';
import { type Debtor, debtors } from '../../obligation.ts';
import '../duties.css';

/** A duty of a paper signed elsewhere as it is typed; without a metric it is quoted and not counted. */
export type DutyLine = {
  words: string;
  clause: string;
  owedBy: Debtor;
  metric: Metric | null;
  target: number | null;
  cadence: Cadence;
  dueOn: string;
};

const emptyLine: DutyLine = {
  ...{ words: '', clause: '', owedBy: 'enterprise', metric: null, target: null, cadence: 'once', dueOn: '' },
};

/** Whether a line can be sent: words, and with a metric also how much and until when. */
export const isWhole = (line: DutyLine): boolean =>
  line.words.trim() !== '' &&
  (line.metric === null || (line.target !== null && line.target > 0 && line.dueOn !== ''));

/** What the lines say in the shape that is sent. What both owe and nobody counts is quoted for either side. */
export function sentDuties(lines: readonly DutyLine[]) {
  return lines.filter(isWhole).flatMap(({ words, clause, owedBy, metric, target, cadence, dueOn }) => {
    const said = { zh: words.trim(), en: null };
    if (metric === null || target === null)
      return (['school', 'enterprise'] as const)
        .filter((side) => owedBy === side || owedBy === 'both')
        .map((side) => ({ side, words: said }));
    const { unit } = metricHead(metric);
    // Money is typed in yuan and shares in per cent.
    const counted = Math.round(target * (unit === 'fen' ? 100 : unit === 'per-mille' ? 10 : 1));
    const duty = { clause: clause.trim(), metric, owedBy, target: counted, cadence, dueOn };
    return [{ side: owedBy === 'school' ? ('school' as const) : ('enterprise' as const), words: said, duty }];
  });
}

/** Duties of a paper signed elsewhere, one by one: in its words, and what of them is counted. */
export function RecordedDuties(props: {
  readonly lines: readonly DutyLine[];
  readonly onChange: (lines: readonly DutyLine[]) => void;
}) {
  const { lines, onChange } = props;
  const t = usePhrases('obligations');
  return (
    <div className="duty-entries">
      <p className="dt-quiet">{t('recorded.note')}</p>
      {lines.map((line, index) => (
        // Lines have no name of their own; their place is what tells them apart.
        <Line
          key={index}
          line={line}
          number={index + 1}
          onChange={(next) => onChange(lines.map((one, place) => (place === index ? next : one)))}
          onRemove={() => onChange(lines.filter((_, place) => place !== index))}
        />
      ))}
      <div>
        <Button onClick={() => onChange([...lines, emptyLine])}>{t('recorded.add')}</Button>
      </div>
    </div>
  );
}

type LineProps = {
  readonly line: DutyLine;
  readonly number: number;
  readonly onChange: (line: DutyLine) => void;
  readonly onRemove: () => void;
};

function Line(props: LineProps) {
  const { line, number, onChange, onRemove } = props;
  const t = usePhrases('obligations');
  const id = useId();
  const metrics = metricNames.map((value) => ({ value: String(value), label: t(`metric.${value}`) }));
  return (
    <fieldset className="duty-entry">
      <legend>{t('recorded.line', { number })}</legend>
      <label className="duty-entry-wide" htmlFor={`${id}-words`}>
        {t('recorded.words')}
        <Input
          id={`${id}-words`}
          value={line.words}
          maxLength={500}
          onChange={(event) => onChange({ ...line, words: event.target.value })}
        />
      </label>
      <label htmlFor={`${id}-owed`}>
        {t('wish.owedBy')}
        <Select
          id={`${id}-owed`}
          value={line.owedBy}
          options={debtors.map((value) => ({ value, label: t(`debtor.${value}`) }))}
          onChange={(owedBy) => onChange({ ...line, owedBy })}
        />
      </label>
      <label htmlFor={`${id}-metric`}>
        {t('wish.metric')}
        <Select
          id={`${id}-metric`}
          value={line.metric ?? ''}
          options={[{ value: '', label: t('recorded.uncounted') }, ...metrics]}
          onChange={(name) => onChange({ ...line, metric: metricNames.find((one) => one === name) ?? null })}
        />
      </label>
      {line.metric === null ? null : <Counted {...props} metric={line.metric} id={id} />}
      <div className="duty-entry-wide">
        <Button size="small" type="text" onClick={onRemove}>
          {t('recorded.remove', { number })}
        </Button>
      </div>
    </fieldset>
  );
}

function Counted(props: LineProps & { readonly metric: Metric; readonly id: string }) {
  const { line, metric, id, onChange } = props;
  const t = usePhrases('obligations');
  const { unit } = metricHead(metric);
  return (
    <>
      <label htmlFor={`${id}-target`}>
        {t('wish.target')}
        <InputNumber
          id={`${id}-target`}
          value={line.target}
          min={0}
          {...(unit === 'fen' ? { prefix: '¥' } : {})}
          {...(unit === 'per-mille' ? { suffix: '%' } : {})}
          style={{ inlineSize: '100%' }}
          onChange={(target) => onChange({ ...line, target })}
        />
      </label>
      <label htmlFor={`${id}-cadence`}>
        {t('wish.cadence')}
        <Select
          id={`${id}-cadence`}
          value={line.cadence}
          options={cadences.map((value) => ({ value, label: t(`cadence.${value}`) }))}
          onChange={(cadence) => onChange({ ...line, cadence })}
        />
      </label>
      <label htmlFor={`${id}-due`}>
        {t('wish.dueOn')}
        <Input
          id={`${id}-due`}
          type="date"
          value={line.dueOn}
          onChange={(event) => onChange({ ...line, dueOn: event.target.value })}
        />
      </label>
      <label htmlFor={`${id}-clause`}>
        {t('recorded.clause')}
        <Input
          id={`${id}-clause`}
          value={line.clause}
          maxLength={20}
          onChange={(event) => onChange({ ...line, clause: event.target.value })}
        />
      </label>
    </>
  );
}

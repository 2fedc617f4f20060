import { usePhrases } from '@dualtrack/ui';
import { Button, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { type Cadence, cadences } from '../../due.ts';
import { type Metric, metricHead, metricNames } from '../../metric.ts';
import { type Debtor, debtors } from '../../obligation.ts';
import type { TypedDuty } from '../../recorded-duty.ts';
import '../duties.css';

/** A duty of a paper signed elsewhere as it is typed; without a metric it is quoted and not counted. */
export type DutyLine = {
  words: string;
  wordsEn: string;
  clause: string;
  owedBy: Debtor;
  metric: Metric | null;
  target: number | null;
  cadence: Cadence;
  dueOn: string;
};

/** A line in which nothing has been said yet. */
export const emptyLine: DutyLine = {
  ...{
    words: '',
    wordsEn: '',
    clause: '',
    owedBy: 'enterprise',
    metric: null,
    target: null,
    cadence: 'once',
    dueOn: '',
  },
};

/** Whether a line can be sent: words, and with a metric also how much and until when. */
export const isWhole = (line: DutyLine): boolean =>
  line.words.trim() !== '' &&
  (line.metric === null || (line.target !== null && line.target > 0 && line.dueOn !== ''));

/** What the lines say in the shape that is sent. What both owe and nobody counts is quoted for either side. */
export function sentDuties(lines: readonly DutyLine[]) {
  return lines.filter(isWhole).flatMap((line) => {
    const { duty, ...said } = dutyOfLine(line);
    if (duty !== null) return [{ ...said, duty }];
    return (['school', 'enterprise'] as const)
      .filter((side) => line.owedBy === side || line.owedBy === 'both')
      .map((side) => ({ ...said, side }));
  });
}

/** Money is typed in yuan and shares in per cent. */
function factorOf(metric: Metric): number {
  const { unit } = metricHead(metric);
  return unit === 'fen' ? 100 : unit === 'per-mille' ? 10 : 1;
}

/** A typed duty as a line to be changed. */
export function lineOfTyped({ words, side, duty }: Pick<TypedDuty, 'words' | 'side' | 'duty'>): DutyLine {
  const { zh, en } = words;
  const said = { ...emptyLine, words: zh ?? en ?? '', wordsEn: zh === null ? '' : (en ?? '') };
  const owedBy = duty?.owedBy ?? side;
  if (duty === null) return { ...said, owedBy };
  const { clause, metric, cadence, dueOn, target } = duty;
  return { ...said, owedBy, clause, metric, cadence, dueOn, target: target / factorOf(metric) };
}

/** A line as one duty of the paper. */
export function dutyOfLine(line: DutyLine) {
  const { words, wordsEn, clause, owedBy, metric, target, cadence, dueOn } = line;
  const side = owedBy === 'school' ? ('school' as const) : ('enterprise' as const);
  const said = { side, words: { zh: words.trim(), en: wordsEn.trim() || null } };
  if (metric === null || target === null) return { ...said, duty: null };
  const counted = Math.round(target * factorOf(metric));
  return { ...said, duty: { clause: clause.trim(), metric, owedBy, target: counted, cadence, dueOn } };
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
        <DutyEntry
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
  /** What stands above it instead of its number. */
  readonly legend?: string;
  readonly removeLabel?: string;
  readonly onChange: (line: DutyLine) => void;
  readonly onRemove: () => void;
};

/** One duty: in the words of the paper, and what of it is counted. */
export function DutyEntry(props: LineProps) {
  const { line, number, legend, removeLabel, onChange, onRemove } = props;
  const t = usePhrases('obligations');
  const id = useId();
  const metrics = metricNames.map((value) => ({ value: String(value), label: t(`metric.${value}`) }));
  return (
    <fieldset className="duty-entry">
      <legend>{legend ?? t('recorded.line', { number })}</legend>
      <label className="duty-entry-wide" htmlFor={`${id}-words`}>
        {t('recorded.words')}
        <Input
          id={`${id}-words`}
          value={line.words}
          maxLength={500}
          onChange={(event) => onChange({ ...line, words: event.target.value })}
        />
      </label>
      <label className="duty-entry-wide" htmlFor={`${id}-words-en`}>
        {t('recorded.wordsEn')}
        <Input
          id={`${id}-words-en`}
          value={line.wordsEn}
          maxLength={500}
          onChange={(event) => onChange({ ...line, wordsEn: event.target.value })}
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
          {removeLabel ?? t('recorded.remove', { number })}
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

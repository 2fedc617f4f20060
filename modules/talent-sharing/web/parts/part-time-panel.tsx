import {
  DayField,
  NumberField,
  OperationForm,
  Panel,
  SelectField,
  StateTag,
  TextField,
  type Tone,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { useState } from 'react';
import type { TeacherStanding } from '../../contract.ts';
import { type PartTimePoint, type PointState, titleLevels } from '../../part-time.ts';
import { api } from '../client.ts';
import { RuleSource } from './rule-source.tsx';

type PartTime = NonNullable<TeacherStanding['partTime']>;

const tones: Readonly<Record<PointState, Tone>> = {
  ...{ met: 'done', breached: 'danger', missing: 'soon', unclear: 'soon' },
};

/** Where a part-time teacher stands against each limit, and the form for what nobody has said. */
export function PartTimePanel(props: { readonly expertId: string; readonly partTime: PartTime }) {
  const { expertId, partTime } = props;
  const t = usePhrases('talent-evidence');
  const [isOpen, setOpen] = useState(false);
  const { points, rules, changedBy } = partTime;
  return (
    <Panel title={t('file.title')}>
      <p className="dt-small dt-quiet">
        <RuleSource number={rules.title} />
        {changedBy === '' ? '' : ` · ${t('file.by', { by: changedBy })}`}
      </p>
      <ul className="ts-list">
        {points.map(({ point, state }) => (
          <li key={point}>
            <div>
              {t(`point.${point}`)}
              <div className="dt-small dt-quiet">
                {point === 'years'
                  ? t('limit.years', { sure: rules.years.value, far: rules.yearsLeast.value })
                  : null}
                {point === 'age' ? t('limit.age', { sure: rules.age.value, far: rules.ageMost.value }) : null}
                {point === 'title' || point === 'consent' || point === 'contract'
                  ? t(`limit.${point}`)
                  : null}
                {point === 'training' ? <RuleSource number={rules.training} /> : null}
              </div>
            </div>
            <span className="ts-row">
              <Value partTime={partTime} point={point} />
              <StateTag tone={tones[state]}>
                {point === 'training' && state === 'breached' ? t('training.no') : t(`pointState.${state}`)}
              </StateTag>
            </span>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <FileForm expertId={expertId} partTime={partTime} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="dt-button" onClick={() => setOpen(true)}>
          {t('file.edit')}
        </button>
      )}
    </Panel>
  );
}

function Value({ partTime, point }: { readonly partTime: PartTime; readonly point: PartTimePoint }) {
  const t = usePhrases('talent-evidence');
  const { yearsInField, titleLevel, bornMonth, contractFrom, contractTo } = partTime;
  if (point === 'years' && yearsInField !== null) return <>{t('file.years', { count: yearsInField })}</>;
  if (point === 'title' && titleLevel !== null) return <>{t(`level.${titleLevel}`)}</>;
  if (point === 'age' && bornMonth !== null) return <>{t('file.born', { month: bornMonth })}</>;
  if (point !== 'contract' || contractFrom === null) return null;
  return (
    <span className="ts-number">
      {contractFrom} – {contractTo ?? t('file.open')}
    </span>
  );
}

const yesNo = { '': null, yes: true, no: false } as const;
const wordOf = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');
/** A text field's value; empty: not known. */
const known = (text: string) => (text.trim() === '' ? null : text.trim());

function FileForm(props: {
  readonly expertId: string;
  readonly partTime: PartTime;
  readonly onDone: () => void;
}) {
  const { expertId, partTime, onDone } = props;
  const t = usePhrases('talent-evidence');
  const form = useOperationForm({
    name: `talents.partTime.${expertId}`,
    initial: {
      ...{ yearsInField: partTime.yearsInField, titleLevel: partTime.titleLevel ?? '' },
      ...{ bornMonth: partTime.bornMonth ?? '', unitConsents: wordOf(partTime.unitConsents) },
      ...{ contractFrom: partTime.contractFrom ?? '', contractTo: partTime.contractTo ?? '' },
    },
    write: api.evidence.saveFile,
    check: ({ bornMonth }): { bornMonth?: string } =>
      bornMonth.trim() === '' || /^\d{4}-(0[1-9]|1[0-2])$/.test(bornMonth.trim())
        ? {}
        : { bornMonth: t('file.monthBad') },
    toInput: (values) => ({
      ...{ expertId, yearsInField: values.yearsInField, bornMonth: known(values.bornMonth) },
      titleLevel: titleLevels.find((one) => one === values.titleLevel) ?? null,
      unitConsents:
        values.unitConsents === 'yes' || values.unitConsents === 'no' ? yesNo[values.unitConsents] : null,
      ...{ contractFrom: known(values.contractFrom), contractTo: known(values.contractTo) },
    }),
    keepsDraft: false,
    invalidates: ['talentSharing'],
    done: t('record.saved'),
    onDone,
  });
  return (
    <OperationForm form={form} submitLabel={t('file.save')}>
      <div className="ts-two">
        <NumberField form={form} name="yearsInField" label={t('point.years')} min={0} max={80} />
        <SelectField
          form={form}
          name="titleLevel"
          label={t('point.title')}
          choices={titleLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
        <TextField
          form={form}
          name="bornMonth"
          label={t('file.bornMonth')}
          hint={t('file.bornHint')}
          maxLength={7}
        />
        <SelectField
          form={form}
          name="unitConsents"
          label={t('point.consent')}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`file.${value}`) }))}
        />
        <DayField form={form} name="contractFrom" label={t('file.from')} />
        <DayField form={form} name="contractTo" label={t('file.to')} />
      </div>
    </OperationForm>
  );
}

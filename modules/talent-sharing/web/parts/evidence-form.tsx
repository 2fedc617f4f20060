import { DayField, OperationForm, SelectField, TextField, useOperationForm, usePhrases } from '@dualtrack/ui';
import { useState } from 'react';
import { evidenceKinds } from '../../evidence.ts';
import { api } from '../client.ts';

type Props = { readonly expertId: string; readonly isTeacher: boolean };

/** Asks for one paper; folded until somebody has one. */
export function EvidenceForm(props: Props) {
  const t = usePhrases('talent-evidence');
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <OpenForm {...props} onDone={() => setOpen(false)} />
  ) : (
    <button type="button" className="dt-button" onClick={() => setOpen(true)}>
      {t('record.add')}
    </button>
  );
}

function OpenForm(props: Props & { readonly onDone: () => void }) {
  const t = usePhrases('talent-evidence');
  const { expertId, isTeacher, onDone } = props;
  // Training in teaching is for those who come from an enterprise; nothing else is asked of them here.
  const kinds = evidenceKinds.filter((kind) => (kind === 'teaching-training') !== isTeacher);
  const form = useOperationForm({
    name: `talents.evidence.${expertId}`,
    initial: {
      kind: isTeacher ? 'certificate' : 'teaching-training',
      title: '',
      issuer: '',
      number: '',
      from: '',
      to: '',
    },
    write: api.evidence.add,
    toInput: ({ kind, to, ...rest }) => ({
      ...rest,
      expertId,
      kind: kinds.find((one) => one === kind) ?? 'certificate',
      to: to === '' ? null : to,
    }),
    keepsDraft: false,
    invalidates: ['talentSharing'],
    done: t('record.saved'),
    onDone,
  });
  return (
    <OperationForm form={form} submitLabel={t('record.add')}>
      <div className="ts-two">
        <SelectField
          form={form}
          name="kind"
          label={t('record.kind')}
          isRequired
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField form={form} name="title" label={t('record.name')} isRequired maxLength={120} />
        <TextField form={form} name="issuer" label={t('record.issuer')} isRequired maxLength={120} />
        <TextField form={form} name="number" label={t('record.number')} maxLength={80} />
        <DayField form={form} name="from" label={t('record.from')} isRequired />
        <DayField form={form} name="to" label={t('record.to')} hint={t('record.toHint')} />
      </div>
    </OperationForm>
  );
}

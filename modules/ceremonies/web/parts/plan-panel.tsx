import {
  DayField,
  FormSection,
  LongTextField,
  OperationForm,
  Panel,
  TextField,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';

/** Day, place and words of the plan, read and edited by both sides. */
export function PlanPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <PlanForm ceremony={ceremony} onClose={() => setEditing(false)} />;
  return (
    <Panel
      title={t('plan.title')}
      actions={
        ceremony.abilities.edit === null ? (
          <Button onClick={() => setEditing(true)}>{t('do.edit')}</Button>
        ) : undefined
      }
    >
      {ceremony.note === '' ? (
        <p className="dt-quiet">{t('plan.noNote')}</p>
      ) : (
        <p className="ce-prose">{ceremony.note}</p>
      )}
    </Panel>
  );
}

function PlanForm(props: { readonly ceremony: CeremonyDetail; readonly onClose: () => void }) {
  const { ceremony, onClose } = props;
  const t = usePhrases('ceremonies');
  const { title, titleEn, heldOn, beginsAt, place, placeEn, paper, paperEn, plaque, plaqueEn, note } =
    ceremony;
  const form = useOperationForm({
    name: `ceremonies.plan.${ceremony.id}`,
    initial: { title, titleEn, heldOn, beginsAt, place, placeEn, paper, paperEn, plaque, plaqueEn, note },
    write: api.ceremonies.setPlan,
    toInput: (values) => ({
      ...values,
      ceremonyId: ceremony.id,
      revision: ceremony.parts.plan.revision,
      timeOfDay: ceremony.timeOfDay,
      hostSide: ceremony.hostSide,
    }),
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: onClose,
  });
  return (
    <OperationForm
      form={form}
      submitLabel={t('do.save')}
      others={<Button onClick={onClose}>{t('do.leave')}</Button>}
    >
      <FormSection title={t('plan.title')}>
        <DayField form={form} name="heldOn" label={t('new.heldOn')} isRequired />
        <TextField
          form={form}
          name="beginsAt"
          label={t('new.beginsAt')}
          hint={t('new.beginsHint')}
          maxLength={5}
        />
        <TextField form={form} name="place" label={t('new.place')} maxLength={300} />
        <TextField form={form} name="placeEn" label={t('new.placeEn')} maxLength={300} />
        <TextField form={form} name="title" label={t('plan.ceremonyTitle')} maxLength={300} />
        <TextField form={form} name="titleEn" label={t('plan.ceremonyTitleEn')} maxLength={300} />
        <TextField form={form} name="paper" label={t('plan.paper')} maxLength={500} />
        <TextField form={form} name="paperEn" label={t('plan.paperEn')} maxLength={500} />
        <TextField form={form} name="plaque" label={t('plan.plaque')} maxLength={300} />
        <TextField form={form} name="plaqueEn" label={t('plan.plaqueEn')} maxLength={300} />
        <LongTextField form={form} name="note" label={t('plan.note')} />
      </FormSection>
    </OperationForm>
  );
}

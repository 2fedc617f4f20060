import {
  DayField,
  FormSection,
  LongTextField,
  OperationForm,
  TextField,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';

/** Name, plaque and day of unveiling, as both offices may correct them. */
export function FactsEditor(props: { readonly base: BaseDetail; readonly onClose: () => void }) {
  const { base, onClose } = props;
  const t = usePhrases('training-bases');
  const { name, nameEn, plaque, note } = base;
  const form = useOperationForm({
    name: `training-bases.facts.${base.id}`,
    initial: { name, nameEn, plaque, unveiledOn: base.unveiledOn ?? '', note },
    write: bases.update,
    toInput: (values) => ({
      ...values,
      baseId: base.id,
      unveiledOn: values.unveiledOn === '' ? null : values.unveiledOn,
    }),
    invalidates: ['training-bases'],
    done: t('facts.saved'),
    onDone: onClose,
  });
  return (
    <OperationForm
      form={form}
      submitLabel={t('facts.save')}
      others={<Button onClick={onClose}>{t('units.cancel')}</Button>}
    >
      <FormSection title={t('base.about')}>
        <TextField form={form} name="name" label={t('base.name')} isRequired maxLength={200} />
        <TextField form={form} name="nameEn" label={t('base.nameEn')} maxLength={200} />
        <TextField form={form} name="plaque" label={t('base.plaque')} maxLength={200} />
        <DayField form={form} name="unveiledOn" label={t('base.unveiledOn')} hint={t('facts.unveiledHint')} />
        <LongTextField form={form} name="note" label={t('base.note')} />
      </FormSection>
    </OperationForm>
  );
}

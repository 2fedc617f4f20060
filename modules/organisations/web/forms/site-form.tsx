import { FormSection, TextField, usePhrases } from '@dualtrack/ui';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';

type Values = { code: string; name: string; nameEn: string; regionCode: string; address: string };

/** One site of the enterprise. */
export function SiteForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  return (
    <RecordEditor
      {...props}
      kind="site"
      noun={t('noun.site')}
      nameOf={(values) => values.name}
      required={['code', 'name']}
      toForm={(found): Values => ({
        code: found?.code ?? '',
        name: found?.name ?? '',
        nameEn: found?.nameEn ?? '',
        regionCode: found?.regionCode ?? '',
        address: found?.address ?? '',
      })}
      toValues={(form: Values) => ({ ...form, regionCode: form.regionCode.trim() || null })}
      fields={(form) => (
        <FormSection title={t('profile.facts')}>
          <TextField form={form} name="name" label={t('column.name')} maxLength={80} isRequired />
          <TextField form={form} name="nameEn" label={t('record.nameEn')} maxLength={120} />
          <TextField form={form} name="code" label={t('column.code')} maxLength={40} isRequired />
          <TextField
            form={form}
            name="regionCode"
            label={t('sites.region')}
            hint={t('sites.regionHint')}
            maxLength={6}
          />
          <TextField form={form} name="address" label={t('sites.address')} maxLength={200} />
        </FormSection>
      )}
    />
  );
}

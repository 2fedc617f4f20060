import { FormSection, NumberField, TextField, useNameOf, usePhrases } from '@dualtrack/ui';
import { RecordEditor, type RecordFormProps } from '../parts/record-editor.tsx';
import { percentOf, shareOf } from '../parts/share-field.ts';
import { NeedLines } from './need-lines.tsx';
import { needsOf, needTexts } from './project-needs.ts';

type Values = {
  code: string;
  name: string;
  nameEn: string;
  probability: number | null;
  delayMean: number | null;
  delayMax: number | null;
  needs: readonly string[];
};

/** One planned project with the people it would need on top. */
export function ProjectForm(props: RecordFormProps) {
  const t = usePhrases('organisations');
  const nameOf = useNameOf();
  return (
    <RecordEditor
      {...props}
      kind="project"
      noun={t('noun.project')}
      nameOf={nameOf}
      required={['code', 'name', 'probability']}
      toForm={(found): Values => ({
        code: found?.code ?? '',
        name: found?.name ?? '',
        nameEn: found?.nameEn ?? '',
        probability: found === undefined ? null : percentOf(found.probability),
        delayMean: found?.delayMean ?? 0,
        delayMax: found?.delayMax ?? 0,
        needs: needTexts(found?.needs ?? []),
      })}
      toValues={(form: Values) => ({
        ...form,
        probability: shareOf(form.probability),
        delayMean: form.delayMean ?? 0,
        delayMax: form.delayMax ?? 0,
        needs: needsOf(form.needs),
      })}
      fields={(form) => (
        <>
          <FormSection title={t('profile.facts')}>
            <TextField form={form} name="name" label={t('column.name')} maxLength={120} isRequired />
            <TextField form={form} name="nameEn" label={t('record.nameEn')} maxLength={160} />
            <TextField form={form} name="code" label={t('column.code')} maxLength={40} isRequired />
            <NumberField
              form={form}
              name="probability"
              label={t('projects.probability')}
              unit="%"
              min={0}
              max={100}
              decimals={1}
              isRequired
            />
            <NumberField
              form={form}
              name="delayMean"
              label={t('projects.delayMean')}
              unit={t('record.quarters')}
              min={0}
              max={40}
              decimals={1}
            />
            <NumberField
              form={form}
              name="delayMax"
              label={t('projects.delayMax')}
              unit={t('record.quarters')}
              min={0}
              max={40}
            />
          </FormSection>
          <FormSection title={t('projects.needs')} note={t('projects.needsNote')}>
            <NeedLines
              texts={form.values.needs}
              error={form.errorOf('needs')}
              onChange={(needs) => form.change({ needs })}
            />
          </FormSection>
        </>
      )}
    />
  );
}

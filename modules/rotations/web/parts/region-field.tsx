import {
  ChoiceField,
  ErrorState,
  Loading,
  type OperationFormState,
  SelectField,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { rotations } from '../client.ts';
import { holidayPlaces, type NewPlanValues } from '../new-plan-values.ts';

type Props = { readonly form: OperationFormState<NewPlanValues> };

/** Whose statutory days are free while the plan runs. */
export function RegionField({ form }: Props) {
  const t = usePhrases('rotations');
  return (
    <>
      <ChoiceField
        form={form}
        name="holidays"
        label={t('new.region')}
        isRequired
        choices={holidayPlaces.map((value) => ({ value, label: t(`region.${value}`) }))}
      />
      {form.values.holidays === 'abroad' ? <AbroadField form={form} /> : null}
    </>
  );
}

function AbroadField({ form }: Props) {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const found = useOperation('rotations.regions', rotations.regions, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <SelectField
      form={form}
      name="region"
      label={t('region.where')}
      hint={t('region.whereHint')}
      isRequired
      choices={found.data.items.map((one) => ({ value: one.code, label: `${nameOf(one)} (${one.code})` }))}
    />
  );
}

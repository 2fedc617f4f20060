import { usePhrases, useWrite } from '@dualtrack/ui';
import { Select } from 'antd';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';

/** How many of the base's optional units each student takes. */
export function ElectivesField(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const save = useWrite(rotations.setElectives, { invalidates: ['rotations'], done: t('electives.saved') });
  if (plan.optionalUnits === 0 || plan.abilities.edit !== null) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the library's, inside
    <label className="ro-row">
      {t('electives.label')}
      <Select
        aria-label={t('electives.label')}
        value={plan.electives}
        loading={save.isPending}
        options={Array.from({ length: plan.optionalUnits + 1 }, (_, count) => ({
          value: count,
          label: t('electives.option', { count, most: plan.optionalUnits }),
        }))}
        onChange={(electives: number) => save.mutate({ planId: plan.id, electives })}
      />
    </label>
  );
}

import { usePhrases } from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import type { PlanDetail } from '../../contract.ts';
import type { GroupDraft } from './rules-draft.ts';

/** Groups of students who move together; nobody can be chosen for two. */
export function GroupFields(props: {
  readonly plan: PlanDetail;
  readonly rows: readonly GroupDraft[];
  readonly faultAt: (key: string) => string | undefined;
  readonly newKey: () => string;
  readonly onChange: (rows: readonly GroupDraft[]) => void;
}) {
  const { plan, rows, faultAt, newKey, onChange } = props;
  const t = usePhrases('rotation-rules');
  const change = (key: string, changed: Partial<GroupDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  return (
    <section>
      <h3 className="ro-sub">{t('groups.title')}</h3>
      <p className="dt-quiet">{t('groups.note')}</p>
      {rows.map((row) => {
        const fault = faultAt(row.key);
        const elsewhere = rows.filter((one) => one.key !== row.key).flatMap((one) => one.placementIds);
        return (
          <div key={row.key} className="ro-rule ro-group">
            <Input
              aria-label={t('groups.name')}
              placeholder={t('groups.name')}
              value={row.name}
              maxLength={200}
              onChange={(event) => change(row.key, { name: event.target.value })}
            />
            <Select
              mode="multiple"
              className="ro-people"
              aria-label={t('groups.people')}
              placeholder={t('groups.people')}
              optionFilterProp="label"
              value={[...row.placementIds]}
              status={fault === undefined ? '' : 'error'}
              options={plan.learners.map(({ placementId, studentName }) => ({
                value: placementId,
                label: studentName,
                disabled: elsewhere.includes(placementId),
              }))}
              onChange={(placementIds: string[]) => change(row.key, { placementIds })}
            />
            <Button type="text" onClick={() => onChange(rows.filter((one) => one.key !== row.key))}>
              {t('rules.remove')}
            </Button>
            {fault === undefined ? null : <p className="ro-fault">{fault}</p>}
          </div>
        );
      })}
      <Button size="small" onClick={() => onChange([...rows, { key: newKey(), name: '', placementIds: [] }])}>
        {t('groups.add')}
      </Button>
    </section>
  );
}

import { Panel, useNameOf, useOperation, usePhrases, useSession, useWrite } from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { rotations } from '../client.ts';

type Item = Awaited<ReturnType<typeof rotations.wishes.mine>>['items'][number];

/** A student's wishes for optional units, base by base; nothing where no base has any. */
export function WishesPanel() {
  const isStudent = useSession().membership.role === 'student';
  return isStudent ? <OwnWishes /> : null;
}

function OwnWishes() {
  const found = useOperation('rotations.wishes', rotations.wishes.mine, {});
  return (found.data?.items ?? []).map((item) => <WishForm key={item.baseId} item={item} />);
}

function WishForm(props: { readonly item: Item }) {
  const { item } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const [wishes, setWishes] = useState(item.wishes);
  const save = useWrite(rotations.wishes.set, { invalidates: ['rotations'], done: t('wish.saved') });
  return (
    <Panel title={t('wish.title')}>
      <p className="dt-quiet">
        {nameOf({ name: item.baseName, nameEn: item.baseNameEn })} · {t('wish.note')}
      </p>
      <div className="ro-row">
        <Select
          mode="multiple"
          aria-label={t('wish.title')}
          className="ro-subject"
          placeholder={t('wish.choose')}
          value={wishes}
          options={item.units.map((unit) => ({ value: unit.id, label: nameOf(unit) }))}
          onChange={setWishes}
        />
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ baseId: item.baseId, wishes })}
        >
          {t('wish.save')}
        </Button>
      </div>
    </Panel>
  );
}

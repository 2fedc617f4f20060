import { usePhrases } from '@dualtrack/ui';
import { Select } from 'antd';
import { type Side, sides } from '../../side.ts';
import { Labelled } from './labelled.tsx';

/** Which side does or writes something. */
export function SideChoice(props: { readonly side: Side; readonly onChange: (side: Side) => void }) {
  const t = usePhrases('ceremonies');
  return (
    <Labelled label={t('tasks.side')}>
      {(id) => (
        <Select<Side>
          id={id}
          value={props.side}
          options={sides.map((value) => ({ value, label: t(`new.${value}`) }))}
          onChange={props.onChange}
        />
      )}
    </Labelled>
  );
}

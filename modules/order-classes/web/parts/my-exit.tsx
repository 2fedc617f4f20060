import { ConfirmButton, Panel, today, useLanguage, usePhrases, useWrite, writeDay } from '@dualtrack/ui';
import { useState } from 'react';
import type { MyClass } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { type Why, WhyFields } from './changes-panel.tsx';

/** Leaving a class within its exit window, with the reason. Not there outside the window. */
export function MyExit(props: { readonly mine: MyClass }) {
  const { placement, placing } = props.mine;
  const t = usePhrases('class-work');
  const { locale } = useLanguage();
  const [why, setWhy] = useState<Why>({ reason: 'not-suited', note: '' });
  const leave = useWrite(orderClasses.changes.leave, { invalidates: ['order-classes'], done: t('my.left') });
  const { exitFrom, exitUntil } = placing;
  const now = today();
  if (placement === null || placement.abilities.leave !== null) return null;
  if (exitFrom === null || exitUntil === null || now < exitFrom || now > exitUntil) return null;
  const note = t('my.leaveNote', { until: writeDay(locale, exitUntil) });
  return (
    <Panel title={t('my.leave')}>
      <div className="oc-stack">
        <p className="dt-quiet">{note}</p>
        <div className="oc-fields">
          <WhyFields why={why} onChange={setWhy} />
        </div>
        <div>
          <ConfirmButton
            danger
            title={t('my.leave')}
            consequence={note}
            onConfirm={() => leave.mutateAsync({ placementId: placement.id, ...why })}
          >
            {t('my.leave')}
          </ConfirmButton>
        </div>
      </div>
    </Panel>
  );
}

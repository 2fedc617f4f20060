import {
  ConfirmButton,
  EmptyState,
  Icon,
  StateTag,
  today,
  useNameOf,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { documentKinds } from '../../placement.ts';
import type { ClassDetail, PlacementView } from '../../shapes.ts';
import { placementTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { InsureClass } from './insure-class.tsx';
import { RecordDocuments } from './record-documents.tsx';
import { RefillPanel } from './refill-panel.tsx';
import { WideTable } from './wide-table.tsx';

/** Placements with what is signed, consented and insured, and what is still missing. */
export function PlacementsPanel(props: {
  readonly orderClass: ClassDetail;
  readonly placements: readonly PlacementView[];
}) {
  const { orderClass, placements } = props;
  const t = usePhrases('order-classes');
  const nameOf = useNameOf();
  if (placements.length === 0) {
    return <EmptyState title={t('placements.none')}>{t('placements.noneNote')}</EmptyState>;
  }
  return (
    <div className="oc-stack">
      <ForAll orderClass={orderClass} placements={placements} />
      <RefillPanel orderClass={orderClass} placements={placements} />
      <WideTable label={t('tab.placements')}>
        <table className="oc-table oc-cards">
          <thead>
            <tr>
              <th>{t('applicants.student')}</th>
              <th>{t('seats.post')}</th>
              <th>{t('list.state')}</th>
              <th>{t('placements.missing')}</th>
              <th>
                <span className="dt-hidden">{t('placements.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {placements.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.studentName}</th>
                <td>{nameOf({ name: one.postTitle, nameEn: one.postTitleEn })}</td>
                <td>
                  <StateTag tone={placementTone[one.state]}>{t(`placement.${one.state}`)}</StateTag>
                </td>
                <td>
                  <Missing placement={one} />
                </td>
                <td className="oc-actions">
                  <RowActions placement={one} isRunning={orderClass.state === 'running'} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <ChangesPanel orderClass={orderClass} placements={placements} />
    </div>
  );
}

function Missing(props: { readonly placement: PlacementView }) {
  const t = usePhrases('order-classes');
  const { missing, state } = props.placement;
  if (state === 'declined' || state === 'ended') return <span className="dt-quiet">–</span>;
  if (missing.length === 0) {
    return (
      <span>
        <Icon name="check" size={14} /> {t('placements.all')}
      </span>
    );
  }
  return (
    <details className="oc-missing dt-small">
      <summary>{t('placements.missingCount', { count: missing.length })}</summary>
      <ul>
        {documentKinds
          .filter((kind) => missing.includes(kind))
          .map((kind) => (
            <li key={kind}>{t(`document.${kind}`)}</li>
          ))}
      </ul>
    </details>
  );
}

/** One click for a whole class: nobody signs forty-five times on a screen. */
function ForAll(props: { readonly orderClass: ClassDetail; readonly placements: readonly PlacementView[] }) {
  const { orderClass, placements } = props;
  const t = usePhrases('order-classes');
  const isSchool = useSession().membership.organisation.kind === 'school';
  const signAll = useWrite(orderClasses.placements.signAll, {
    invalidates: ['order-classes', 'compliance'],
    done: t('done.saved'),
  });
  const open = placements.filter((one) =>
    isSchool
      ? one.abilities.record === null && one.schoolSignedOn === null
      : one.abilities['record-host'] === null && one.hostSignedOn === null,
  );
  const mayInsure = placements.some((one) => one.abilities.record === null);
  return (
    <div className="oc-row">
      {open.length > 0 ? (
        <Button
          loading={signAll.isPending}
          onClick={() => signAll.mutate({ classId: orderClass.id, signedOn: today() })}
        >
          {isSchool ? t('placements.schoolSignAll') : t('placements.hostSignAll')} ({open.length})
        </Button>
      ) : null}
      {mayInsure ? <InsureClass orderClass={orderClass} /> : null}
    </div>
  );
}

function RowActions(props: { readonly placement: PlacementView; readonly isRunning: boolean }) {
  const { placement, isRunning } = props;
  const t = usePhrases('order-classes');
  const isSchool = useSession().membership.organisation.kind === 'school';
  const invalidates = ['order-classes', 'compliance'];
  const answer = useWrite(orderClasses.placements.answer, { invalidates, done: t('done.saved') });
  const begin = useWrite(orderClasses.placements.begin, { invalidates, done: t('done.saved') });
  const end = useWrite(orderClasses.placements.end, { invalidates, done: t('done.saved') });
  const { abilities, id: placementId } = placement;
  return (
    <span className="oc-row">
      {isSchool && abilities.accept === null ? (
        <Button size="small" onClick={() => answer.mutate({ placementId, accept: true })}>
          {t('placements.acceptPaper')}
        </Button>
      ) : null}
      {isSchool && placement.state === 'offered' && abilities.decline === null ? (
        <ConfirmButton
          size="small"
          title={t('ask.decline')}
          consequence={t('ask.declineNote')}
          onConfirm={() => answer.mutateAsync({ placementId, accept: false })}
        >
          {t('placements.declinePaper')}
        </ConfirmButton>
      ) : null}
      {isSchool && abilities.record === null ? <RecordDocuments placement={placement} /> : null}
      {isRunning && abilities.begin === null ? (
        <ConfirmButton
          size="small"
          title={t('placements.beginAsk')}
          consequence={t('placements.beginNote')}
          onConfirm={() => begin.mutateAsync({ placementId })}
        >
          {t('placements.begin')}
        </ConfirmButton>
      ) : null}
      {abilities.end === null ? (
        <ConfirmButton
          size="small"
          title={t('placements.endAsk')}
          consequence={t('placements.endNote')}
          onConfirm={() => end.mutateAsync({ placementId })}
        >
          {t('placements.end')}
        </ConfirmButton>
      ) : null}
    </span>
  );
}

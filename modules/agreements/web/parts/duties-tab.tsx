import {
  EmptyState,
  ErrorState,
  Loading,
  useNameOf,
  useOperation,
  usePhrases,
  WhyNotButton,
} from '@dualtrack/ui';
import { useState } from 'react';
import type { AgreementObligations, ObligationView } from '../../contract/obligations.ts';
import type { AgreementDetail } from '../../contract.ts';
import { thresholds } from '../../due.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../duties.css';
import { DutyChanges } from './duty-changes.tsx';
import { ConfirmAllDuties, waitingForOwn } from './duty-confirmation.tsx';
import { DutyRow } from './duty-row.tsx';
import { type DutyWords, WishDialog } from './wish-dialog.tsx';

/** What either side owes, side by side, with what is counted of it and what either wishes to change. */
export function DutiesTab(props: {
  readonly agreement: Pick<AgreementDetail, 'id' | 'school' | 'schoolEn' | 'enterprise' | 'enterpriseEn'>;
}) {
  const { agreement } = props;
  const agreementId = agreement.id;
  const found = useOperation('agreements.obligations', agreements.obligations.list, { agreementId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <Duties agreement={agreement} view={found.data} />;
}

type DutiesProps = {
  readonly agreement: {
    id: string;
    school: string;
    schoolEn: string;
    enterprise: string;
    enterpriseEn: string;
  };
  readonly view: AgreementObligations;
};

function Duties(props: DutiesProps) {
  const { agreement, view } = props;
  const t = usePhrases('obligations');
  const own = useOwnSide();
  const [wish, setWish] = useState<DutyWords | null>(null);
  const whyNot =
    view.whyNotChange === 'obligation.not-in-state'
      ? t('error.obligation.not-in-state')
      : view.whyNotChange === null
        ? undefined
        : t('error.obligation.not-your-side');
  const days = thresholds.soonDays;
  const percent = thresholds.behindShare * 100;
  const wishButton = (
    <WhyNotButton whyNot={whyNot} onClick={() => setWish({ duty: null })}>
      {t('do.wish')}
    </WhyNotButton>
  );
  return (
    <div className="ag-stack">
      <p className="dt-quiet">
        {view.isInForce ? t('duties.counted', { days, percent }) : t('duties.proposed')}
        {view.isPaused ? ` ${t('duties.paused')}` : ''}
      </p>
      {view.obligations.length === 0 ? (
        <EmptyState title={t('duties.none')} action={wishButton}>
          {t('duties.noneNote')}
        </EmptyState>
      ) : (
        <>
          <Columns {...props} onAdjust={(duty) => setWish({ duty })} />
          <div className="ag-row">
            {view.whyNotChange === null ? (
              <ConfirmAllDuties agreementId={agreement.id} numbers={waitingForOwn(view, own)} />
            ) : null}
            {wishButton}
          </div>
        </>
      )}
      <DutyChanges agreementId={agreement.id} view={view} />
      {wish === null ? null : (
        <WishDialog agreementId={agreement.id} view={view} words={wish} onClose={() => setWish(null)} />
      )}
    </div>
  );
}

function Columns(props: DutiesProps & { readonly onAdjust: (duty: ObligationView) => void }) {
  const { agreement, view, onAdjust } = props;
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  const names = {
    school: nameOf({ name: agreement.school, nameEn: agreement.schoolEn }) || t('debtor.school'),
    enterprise:
      nameOf({ name: agreement.enterprise, nameEn: agreement.enterpriseEn }) || t('debtor.enterprise'),
  };
  const of = (debtor: string) => view.obligations.filter((one) => one.owedBy === debtor);
  const rows = (list: readonly ObligationView[]) =>
    list.map((duty) => (
      <DutyRow
        key={duty.key}
        agreementId={agreement.id}
        duty={duty}
        view={view}
        onAdjust={() => onAdjust(duty)}
      />
    ));
  const both = of('both');
  return (
    <>
      <div className="duty-columns">
        {(['school', 'enterprise'] as const).map((side) => (
          <section key={side} className={`duty-column duty-column-${side}`}>
            <h3>{t('duties.column', { side: names[side] })}</h3>
            {of(side).length === 0 ? <p className="dt-quiet">{t('duties.none')}</p> : rows(of(side))}
          </section>
        ))}
      </div>
      {both.length === 0 ? null : (
        <section className="duty-column">
          <h3>{t('duties.both')}</h3>
          {rows(both)}
        </section>
      )}
    </>
  );
}

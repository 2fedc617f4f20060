import { useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { NegotiationView } from '../../contract/negotiation.ts';
import type { AgreementDetail } from '../../contract.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';

/** What the text was made from, and on the standard route the two ways on: take it as it is, or open it. */
export function NegotiationHead(props: {
  readonly agreement: AgreementDetail;
  readonly negotiation: NegotiationView;
}) {
  const { agreement, negotiation } = props;
  const t = usePhrases('agreement-templates');
  const nameOf = useNameOf();
  const own = useOwnSide();
  const open = useWrite(agreements.negotiation.open, { invalidates: ['agreements'], done: t('did.open') });
  const accept = useWrite(agreements.confirm, { invalidates: ['agreements'] });
  const { template, route } = negotiation;
  const { clauses, id: agreementId, state, abilities } = agreement;
  const mayAct = own !== null && abilities.edit == null && state === 'negotiating';
  const rest = clauses.filter((one) => own !== null && one.confirmed[own] === null);
  const sections = rest.map(({ clause, revision }) => ({ clause, revision }));
  return (
    <div className="ag-source">
      {agreement.kind === 'amendment' || agreement.kind === 'continued' ? null : (
        <p className="dt-small dt-quiet">
          {t('source.from', { title: nameOf({ name: template.title, nameEn: template.titleEn }) })} ·{' '}
          {t(`source.side.${template.side ?? 'standard'}`)}
          {template.version === null ? '' : ` · ${t('source.version', { version: template.version })}`}
        </p>
      )}
      {route === 'standard' ? (
        <div className="ag-row">
          <span>{t('route.standard')}</span>
          {mayAct ? (
            <>
              {sections.length > 0 ? (
                <Button
                  size="small"
                  type="primary"
                  loading={accept.isPending}
                  onClick={() => accept.mutate({ agreementId, sections })}
                >
                  {t('route.acceptAll')}
                </Button>
              ) : null}
              <Button size="small" loading={open.isPending} onClick={() => open.mutate({ agreementId })}>
                {t('route.open')}
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

import { ErrorState, Loading, Panel, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Switch } from 'antd';
import type { MailKind } from '../../mail-kinds.ts';
import { accounts } from '../client.ts';

/** Which mails the person wants; each choice is kept at once. */
export function MailChoices() {
  const t = usePhrases('accounts');
  const found = useOperation('accounts.mails', accounts.mails.mine, undefined);
  return (
    <Panel title={t('mails.title')}>
      <div className="acc-narrow">
        <p className="dt-quiet">{t('mails.note')}</p>
        {found.isPending ? <Loading /> : null}
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Choices items={found.data?.items ?? []} />
        )}
      </div>
    </Panel>
  );
}

function Choices({ items }: { readonly items: readonly { kind: MailKind; isWanted: boolean }[] }) {
  const t = usePhrases('accounts');
  const choose = useWrite(accounts.mails.choose, {
    invalidates: ['accounts.mails'],
    done: t('mails.saved'),
  });
  return (
    <ul className="acc-rows">
      {items.map(({ kind, isWanted }) => (
        <li key={kind}>
          <span id={`acc-mail-${kind}`}>{t(`mails.choice.${kind}`)}</span>
          <Switch
            aria-labelledby={`acc-mail-${kind}`}
            checked={isWanted}
            loading={choose.isPending && choose.variables?.kind === kind}
            onChange={(next) => choose.mutate({ kind, isWanted: next })}
          />
        </li>
      ))}
    </ul>
  );
}

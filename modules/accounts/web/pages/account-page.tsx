import { isLocale, locales } from '@dualtrack/locales/browser';
import {
  ConfirmButton,
  FactList,
  forgetDrafts,
  OperationForm,
  PageHeader,
  Panel,
  StateTag,
  TextField,
  useLanguage,
  useNameOf,
  useOperationForm,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import { Radio } from 'antd';
import { accounts } from '../client.ts';
import { MailChoices } from '../parts/mail-choices.tsx';
import '../accounts.css';

/** The own account: who one is here, language, password, and signing out on all devices. */
export function AccountPage() {
  const t = usePhrases('accounts');
  return (
    <>
      <PageHeader title={t('account.title')} />
      <div className="acc-page">
        <Person />
        <Language />
        <MailChoices />
        <Password />
        <AllDevices />
      </div>
    </>
  );
}

function Person() {
  const t = usePhrases('accounts');
  const shell = usePhrases('shell');
  const nameOf = useNameOf();
  const session = useSession();
  return (
    <Panel title={t('account.person')}>
      <FactList facts={[{ label: t('account.name'), value: session.person.name }]} />
      <h3 className="dt-hidden">{t('account.roles')}</h3>
      <ul className="acc-rows">
        {session.memberships.map((membership) => (
          <li key={membership.id}>
            <span>
              {shell('frame.actingAs', {
                organisation: nameOf(membership.organisation),
                role: shell(`role.${membership.role}`),
              })}
            </span>
            {membership.id === session.membership.id ? (
              <StateTag tone="now">{t('account.now')}</StateTag>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Language() {
  const t = usePhrases('accounts');
  const shell = usePhrases('shell');
  const { locale, setLocale } = useLanguage();
  return (
    <Panel title={t('account.language')}>
      <div className="acc-narrow">
        <p className="dt-quiet">{t('account.languageNote')}</p>
        <Radio.Group
          aria-label={t('account.language')}
          value={locale}
          options={locales.map((one) => ({
            value: one.locale,
            label: (
              <span lang={one.locale}>
                {one.isComplete ? one.ownName : shell('frame.inPreparation', { language: one.ownName })}
              </span>
            ),
          }))}
          onChange={(event) => {
            const chosen = String(event.target.value);
            // The frame keeps the choice with the person.
            if (isLocale(chosen)) void setLocale(chosen);
          }}
        />
      </div>
    </Panel>
  );
}

function Password() {
  const t = usePhrases('accounts');
  const form = useOperationForm({
    name: 'accounts.password-reset',
    initial: { name: '' },
    write: accounts.passwordResets.ask,
    toInput: (values) => values,
    keepsDraft: false,
    done: t('account.linkSent'),
  });
  return (
    <Panel title={t('account.password')}>
      <div className="acc-narrow">
        <p className="dt-quiet">{t('account.passwordNote')}</p>
        <OperationForm form={form} submitLabel={t('account.sendLink')}>
          <TextField
            form={form}
            name="name"
            label={t('account.signInName')}
            autoComplete="username"
            maxLength={200}
            isRequired
          />
        </OperationForm>
      </div>
    </Panel>
  );
}

function AllDevices() {
  const t = usePhrases('accounts');
  const leave = useWrite(accounts.session.closeAll, {
    onDone: () => {
      forgetDrafts();
      // Loaded anew, so that nothing of this person stays in the page's memory.
      location.assign('/sign-in');
    },
  });
  return (
    <Panel title={t('account.everywhere')}>
      <div className="acc-narrow">
        <p className="dt-quiet">{t('account.everywhereNote')}</p>
        <ConfirmButton
          danger
          title={t('account.signOutQuestion')}
          consequence={t('account.signOutConsequence')}
          onConfirm={() => leave.mutateAsync(undefined)}
        >
          {t('account.signOutEverywhere')}
        </ConfirmButton>
      </div>
    </Panel>
  );
}

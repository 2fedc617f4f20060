import { PageHeader, PageLink, PageTabs, useAddressQuery, useGo, usePhrases } from '@dualtrack/ui';
import { InvitationList } from '../parts/invitation-list.tsx';
import { InviteForm } from '../parts/invite-form.tsx';
import { MemberList } from '../parts/member-list.tsx';

/** The people of the own organisation, and those who are invited. */
export function PeoplePage() {
  const t = usePhrases('accounts');
  const [query, change] = useAddressQuery();
  const go = useGo();
  // Who came from the list of organisations goes back to it: an invitation into another one is not in this list.
  const close = () => {
    if (query.organisation !== undefined) go('/settings/organisations', { replaces: true });
    else change({ invite: undefined, subject: undefined, name: undefined });
  };
  const link = (
    <PageLink className="dt-button dt-button-primary" to="/settings/people?tab=invitations&invite=1">
      {t('invite.action')}
    </PageLink>
  );
  return (
    <>
      <PageHeader
        title={t('people.title')}
        note={t('people.note')}
        actions={query.invite === undefined ? link : undefined}
      />
      <PageTabs
        tabs={[
          { key: 'members', label: t('people.members'), content: () => <MemberList /> },
          {
            key: 'invitations',
            label: t('people.invitations'),
            content: () =>
              query.invite === undefined ? (
                <InvitationList />
              ) : (
                <InviteForm
                  key={`${query.invite} ${query.subject} ${query.organisation}`}
                  asRole={query.invite}
                  subjectId={query.subject}
                  name={query.name}
                  organisationId={query.organisation}
                  onClose={close}
                />
              ),
          },
        ]}
      />
    </>
  );
}

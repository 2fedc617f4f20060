import { PageLink, type Role, usePhrases, useSession, writeAddressQuery } from '@dualtrack/ui';
import { inviters } from './may.ts';

type InviteLinkProps = { readonly asRole: Role; readonly subjectId: string; readonly name: string };

/** The address of the form that invites the person of a record, so that the account belongs to the record. */
export function inviteAddress(props: InviteLinkProps): string {
  const { asRole, subjectId, name } = props;
  return `/settings/people${writeAddressQuery({ tab: 'invitations', invite: asRole, subject: subjectId, name })}`;
}

/** Invites the person of a record (a student, a mentor, a teacher); shown only to those who may. */
export function InviteLink(props: InviteLinkProps) {
  const t = usePhrases('organisations');
  const { membership } = useSession();
  if (!inviters.includes(membership.role)) return null;
  return (
    <PageLink to={inviteAddress(props)}>
      {props.asRole === 'guardian' ? t('list.inviteGuardian') : t('list.invite')}
      <span className="dt-hidden"> {props.name}</span>
    </PageLink>
  );
}

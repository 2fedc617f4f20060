import { roles, rolesByKind } from '@dualtrack/platform/contract';
import {
  FormSection,
  OperationForm,
  oneOf,
  type Role,
  SelectField,
  TextField,
  useNameOf,
  useOperation,
  useOperationForm,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useEffect } from 'react';
import { accounts } from '../client.ts';

/** Roles whose account belongs to a record; they are invited from the record's list. */
const ofRecords: readonly Role[] = ['student', 'guardian', 'teacher', 'mentor'];

type InviteFormProps = {
  /** A role when the invitation is for the person of a record, else anything. */
  readonly asRole: string;
  readonly subjectId: string | undefined;
  readonly name: string | undefined;
  /** The organisation that the operator came from. */
  readonly organisationId?: string | undefined;
  readonly onClose: () => void;
};

/** Invites a person by mail, as a colleague or as the person of a record. */
export function InviteForm(props: InviteFormProps) {
  const t = usePhrases('accounts');
  const shell = usePhrases('shell');
  const ui = usePhrases('ui');
  const { membership } = useSession();
  const isOperator = membership.role === 'operator';
  const nameOf = useNameOf();
  const all = useOperation(
    'accounts.directory',
    accounts.organisations.find,
    { page: 1, size: 200 },
    { enabled: isOperator },
  );
  const isOfRecord = props.subjectId !== undefined;
  const own = rolesByKind[membership.organisation.kind];
  const offered = isOfRecord ? own.filter((role) => role === props.asRole) : own.filter(isOfColleague);
  // The operator invites the first person of any organisation; everybody else into their own.
  const givableIn = (organisationId: string): readonly Role[] => {
    const chosen = all.data?.items.find((one) => one.id === organisationId);
    return chosen === undefined ? offered : rolesByKind[chosen.kind].filter(isOfColleague);
  };
  const form = useOperationForm({
    name: `accounts.invite.${props.subjectId ?? props.organisationId ?? 'colleague'}`,
    initial: {
      name: props.name ?? '',
      address: '',
      // The operator chooses the organisation first, and its kind decides which roles there are.
      role: String(offered.length === 1 && !isOperator ? offered[0] : ''),
      organisation: props.organisationId ?? membership.organisation.id,
    },
    write: accounts.invitations.create,
    toInput: ({ name, address, role, organisation }) => ({
      ...(isOperator ? { organisationId: organisation } : {}),
      name,
      address,
      role: oneOf(roles, role) ?? 'operator',
      subjectId: props.subjectId ?? null,
    }),
    check: (values) =>
      givableIn(values.organisation).some((role) => role === values.role) ? {} : { role: ui('form.missing') },
    invalidates: ['accounts'],
    done: t('invite.sent'),
    onDone: props.onClose,
  });
  const givable = givableIn(form.values.organisation);
  const { role } = form.values;
  // A role of another kind of organisation is not taken along when the organisation changes.
  useEffect(() => {
    if (role !== '' && !givable.some((one) => one === role)) form.change({ role: '' });
  });
  return (
    <OperationForm
      form={form}
      submitLabel={t('invite.submit')}
      others={<Button onClick={props.onClose}>{ui('action.cancel')}</Button>}
    >
      <FormSection
        title={t('invite.title')}
        note={
          <>
            {t('invite.note')}{' '}
            {isOfRecord ? t('invite.forRecord', { name: props.name ?? '' }) : t('invite.fromList')}
          </>
        }
      >
        <TextField form={form} name="name" label={t('invite.name')} maxLength={200} isRequired />
        <TextField
          form={form}
          name="address"
          label={t('invite.address')}
          maxLength={200}
          placeholder="name@example.cn"
          isRequired
        />
        {isOperator ? (
          <SelectField
            form={form}
            name="organisation"
            label={t('invite.organisation')}
            choices={(all.data?.items ?? []).map((one) => ({ value: one.id, label: nameOf(one) }))}
            isRequired
          />
        ) : null}
        <SelectField
          form={form}
          name="role"
          label={t('invite.role')}
          choices={givable.map((value) => ({ value, label: shell(`role.${value}`) }))}
          isRequired
        />
      </FormSection>
    </OperationForm>
  );
}

const isOfColleague = (role: Role) => !ofRecords.includes(role);

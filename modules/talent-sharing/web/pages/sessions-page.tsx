import {
  DataTable,
  EmptyState,
  Moment,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  usePhrases,
} from '@dualtrack/ui';
import type { SessionRow } from '../../contract.ts';
import { sessionForms } from '../../forms.ts';
import { sessionStates } from '../../session.ts';
import { api } from '../client.ts';
import { toneOf, useOwn, useWords } from '../words.ts';

const scopes = ['to-answer', 'coming', 'to-attest'] as const;

/** The room of a session, and what was said of its place. */
const placeOf = (row: SessionRow) => [row.roomName, row.place].filter((one) => one !== '').join(' · ');

/** Sessions of both sides: asked, planned, held. */
export function SessionsPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { side } = useOwn();
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/talent-sessions/new">
      {t('session.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('area.sessions')} actions={create} />
      <DataTable
        name="talentSharing.sessions"
        label={t('area.sessions')}
        load={({ q, sort, page, size, state, form, scope }, options) =>
          api.sessions.list(
            {
              ...{ q, sort, page, size, state: oneOf(sessionStates, state) },
              ...{ form: oneOf(sessionForms, form), scope: oneOf(scopes, scope) },
            },
            options,
          )
        }
        filters={[
          {
            key: 'scope',
            label: t('session.scope'),
            options: scopes.map((value) => ({ value, label: t(`session.scope.${value}`) })),
          },
          {
            key: 'state',
            label: t('state'),
            options: sessionStates.map((value) => ({ value, label: t(`session.state.${value}`) })),
          },
          {
            key: 'form',
            label: t('formOf'),
            options: sessionForms.map((value) => ({ value, label: t(`form.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('title'),
            cell: (row) => row.title,
            text: (row) => row.title,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'startsAt',
            header: t('session.when'),
            cell: (row) => <Moment instant={row.startsAt} />,
            text: (row) => row.startsAt,
            isSortable: true,
          },
          {
            key: 'form',
            header: t('formOf'),
            cell: (row) => t(`form.${row.form}`),
            text: (row) => t(`form.${row.form}`),
            isSortable: true,
          },
          {
            key: 'experts',
            header: t('session.experts'),
            cell: (row) => row.experts.map((one) => one.name || t('expert.nameHidden')).join(' · '),
            text: (row) => row.experts.map((one) => one.name).join('; '),
          },
          {
            key: 'partner',
            header: t('partner'),
            cell: (row) => words.sides(row)[side === 'school' ? 'enterprise' : 'school'],
            text: (row) => words.sides(row)[side === 'school' ? 'enterprise' : 'school'],
          },
          { key: 'place', header: t('place'), cell: placeOf, text: placeOf },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`session.state.${row.state}`)}</StateTag>,
            text: (row) => t(`session.state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/talent-sessions/${row.id}`}
        exportName={t('area.sessions')}
        empty={
          <EmptyState title={t('session.none')} action={create}>
            {t('session.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}

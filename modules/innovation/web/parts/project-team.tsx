import { Panel, SideTag, StateTag, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { ProjectDetail, ProjectMember } from '../../contract.ts';
import { duties } from '../../project.ts';
import { api } from '../client.ts';
import { useIsLead } from '../words.ts';
import { QuickForm } from './quick-form.tsx';

type Kind = ProjectMember['kind'];
const kindOf = (value: string | undefined): Kind =>
  value === 'teacher' || value === 'student' ? value : 'engineer';
const dutyOf = (value: string | undefined) => duties.find((one) => one === value) ?? 'research';

/** Who works in the project, with hours and credit; invitations and applications. */
export function ProjectTeam({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const { id: projectId, members, abilities } = project;
  const choices = duties.map((value) => ({ value, label: t(`duty.${value}`) }));
  const isOnList = members.some((one) => one.isMe);
  return (
    <Panel title={t('tab.team')} count={members.length}>
      <ul className="in-list">
        {members.map((one) => (
          <Member key={one.id} project={project} member={one} />
        ))}
      </ul>
      {abilities.join === null && !isOnList ? (
        <QuickForm
          name={`innovation.apply.${projectId}`}
          foldedLabel={t('team.apply')}
          fields={[{ name: 'duty', kind: 'choice', label: t('team.duty'), choices }]}
          write={api.projects.apply}
          toInput={({ duty }) => ({ projectId, duty: dutyOf(duty) })}
          submitLabel={t('team.apply')}
        />
      ) : null}
      {abilities.staff === null ? <Invite projectId={projectId} choices={choices} /> : null}
    </Panel>
  );
}

function Invite(props: { readonly projectId: string; readonly choices: { value: string; label: string }[] }) {
  const t = usePhrases('innovation-projects');
  const found = useOperation('innovation.people', api.challenges.people, {});
  const people = found.data?.people ?? [];
  const { projectId } = props;
  return (
    <QuickForm
      name={`innovation.invite.${projectId}`}
      foldedLabel={t('team.invite')}
      fields={[
        {
          name: 'personId',
          kind: 'choice',
          label: t('team.person'),
          isOptional: true,
          choices: people.map((one) => ({
            value: one.personId,
            label: `${one.name} · ${t(`kind.${one.kind}`)}`,
          })),
        },
        { name: 'name', kind: 'line', label: t('team.otherName'), isOptional: true, maxLength: 60 },
        {
          name: 'kind',
          kind: 'choice',
          label: t('team.kind'),
          initial: 'engineer',
          choices: (['teacher', 'engineer', 'student'] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          })),
        },
        { name: 'duty', kind: 'choice', label: t('team.duty'), choices: props.choices },
      ]}
      write={api.projects.invite}
      toInput={({ personId = '', name = '', kind, duty }) => ({
        projectId,
        personId: personId === '' ? null : personId,
        name: people.find((one) => one.personId === personId)?.name ?? name,
        kind: kindOf(kind),
        duty: dutyOf(duty),
      })}
      submitLabel={t('team.invite')}
    />
  );
}

function Member({ project, member }: { readonly project: ProjectDetail; readonly member: ProjectMember }) {
  const t = usePhrases('innovation-projects');
  const isLead = useIsLead();
  const answer = useWrite(api.projects.answer, { invalidates: ['innovation'], done: t('form.done') });
  const { id: projectId, abilities } = project;
  const { state } = member;
  const mayAnswer = (state === 'invited' && member.isMe) || (state === 'applied' && member.isMine && isLead);
  const give = (word: 'accept' | 'decline') => (
    <Button
      size="small"
      type={word === 'accept' ? 'primary' : 'default'}
      onClick={() => answer.mutate({ projectId, memberId: member.id, answer: word })}
    >
      {t(`team.${word}`)}
    </Button>
  );
  return (
    <li>
      <div>
        <div className="in-row">
          <SideTag side={member.side} />
          <span className="in-name">{member.name}</span>
          <span className="dt-quiet">
            {t(`kind.${member.kind}`)} · {t(`duty.${member.duty}`)}
          </span>
        </div>
        <div className="dt-small dt-quiet">
          {t('team.hours', { hours: member.hours, credit: member.credit / 100 })}
        </div>
        {abilities.staff === null && member.isMine && state === 'joined' ? (
          <QuickForm
            name={`innovation.member.${member.id}`}
            foldedLabel={t('team.setHours')}
            fields={[
              {
                ...({ name: 'duty', kind: 'choice', label: t('team.duty'), initial: member.duty } as const),
                choices: duties.map((value) => ({ value, label: t(`duty.${value}`) })),
              },
              { name: 'hours', kind: 'number', label: t('team.hoursField'), initial: String(member.hours) },
              {
                ...({
                  name: 'credit',
                  kind: 'number',
                  label: t('team.credit'),
                  hint: t('team.creditHint'),
                } as const),
                initial: String(member.credit),
              },
            ]}
            write={api.projects.setMember}
            toInput={({ duty, hours, credit }) => ({
              ...{ projectId, memberId: member.id, duty: dutyOf(duty) },
              ...{ hours: Number(hours), credit: Number(credit) },
            })}
            submitLabel={t('form.save')}
          />
        ) : null}
      </div>
      <div className="in-row">
        {state === 'joined' ? null : <StateTag tone="now">{t(`member.${state}`)}</StateTag>}
        {mayAnswer ? give('decline') : null}
        {mayAnswer ? give('accept') : null}
      </div>
    </li>
  );
}

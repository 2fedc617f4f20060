import { PageLink, Panel, useGo, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { ProjectDetail } from '../../contract.ts';
import { ipForms } from '../../project.ts';
import { type TermAnswers, termQuestions } from '../../terms.ts';
import { api } from '../client.ts';
import { sharesOf } from '../shares-of.ts';
import { useIsLead, useOwnSide } from '../words.ts';
import { LinkAgreement } from './link-agreement.tsx';
import { QuickForm } from './quick-form.tsx';
import { ShareList } from './share-list.tsx';

/** Who brings what, who owns what comes out, and the agreement that says so. */
export function ProjectTerms({ project }: { readonly project: ProjectDetail }) {
  return (
    <div className="in-stack">
      <Questions project={project} />
      <Agreement project={project} />
      <Property project={project} kind="background" />
      <Property project={project} kind="foreground" />
    </div>
  );
}

function Questions({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const { id: projectId, terms, abilities } = project;
  const one = (name: keyof TermAnswers) => {
    const values: readonly TermAnswers[keyof TermAnswers][] = termQuestions[name];
    return {
      ...{ name, kind: 'choice' as const, label: t(`ask.${name}`), initial: terms?.answers[name] ?? '' },
      choices: values.map((value) => ({ value, label: t(`answer.${value}`) })),
    };
  };
  const pick = <Value extends string>(values: readonly [Value, ...Value[]], value: string | undefined) =>
    values.find((known) => known === value) ?? values[0];
  return (
    <Panel title={t('terms.title')}>
      {terms === null ? (
        <p className="dt-quiet">{t('terms.none')}</p>
      ) : (
        <p className="in-prose">{t(`model.${terms.model}`)}</p>
      )}
      {abilities.edit === null ? (
        <QuickForm
          name={`innovation.terms.${projectId}`}
          foldedLabel={t('terms.answer')}
          fields={[one('brings'), one('pays'), one('invents'), one('use'), one('publish')]}
          write={api.projects.setTerms}
          toInput={(values) => ({
            projectId,
            answers: {
              brings: pick(termQuestions.brings, values['brings']),
              pays: pick(termQuestions.pays, values['pays']),
              invents: pick(termQuestions.invents, values['invents']),
              use: pick(termQuestions.use, values['use']),
              publish: pick(termQuestions.publish, values['publish']),
            },
          })}
          submitLabel={t('terms.choose')}
        />
      ) : null}
    </Panel>
  );
}

function Agreement({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  const go = useGo();
  const isLead = useIsLead();
  const { id: projectId, agreement, abilities } = project;
  const draft = useWrite(api.projects.draftAgreement, {
    invalidates: ['innovation', 'agreements'],
    done: t('agreement.drafted'),
    onDone: ({ agreementId }) => go(`/agreements/${agreementId}`),
  });
  return (
    <Panel title={t('agreement.title')}>
      {agreement === null ? (
        <p className="dt-quiet">{t('agreement.none')}</p>
      ) : (
        <p>
          {isLead ? (
            <PageLink to={`/agreements/${agreement.id}`}>{agreement.number}</PageLink>
          ) : (
            // Teachers and mentors have no page of agreements.
            agreement.number
          )}
        </p>
      )}
      {abilities['draft-agreement'] === null && agreement === null ? (
        <Button type="primary" loading={draft.isPending} onClick={() => draft.mutate({ projectId })}>
          {t('agreement.draft')}
        </Button>
      ) : null}
      {abilities['draft-agreement'] === null ? <LinkAgreement project={project} /> : null}
    </Panel>
  );
}

function Property(props: { readonly project: ProjectDetail; readonly kind: 'background' | 'foreground' }) {
  const t = usePhrases('innovation-projects');
  const { project, kind } = props;
  const { id: projectId, abilities } = project;
  const remove = useWrite(api.projects.removeIp, { invalidates: ['innovation'] });
  const side = useOwnSide();
  const rows = project.ip.filter((one) => one.kind === kind);
  const initial =
    kind === 'background'
      ? `${t(`side.${side}`)}: 100`
      : `${t('side.school')}: 50\n${t('side.enterprise')}: 50`;
  return (
    <Panel title={t(`ip.${kind}`)} count={rows.length}>
      {rows.length === 0 ? <p className="dt-quiet">{t('ip.none')}</p> : null}
      <ul className="in-list">
        {rows.map((one) => (
          <li key={one.id}>
            <div>
              <div className="in-name">{one.title}</div>
              <div className="dt-small dt-quiet">
                {t(`form.${one.form}`)}
                {one.note === '' ? '' : ` · ${one.note}`}
              </div>
              <ShareList of={project} shares={one.shares} />
            </div>
            {abilities.protect === null ? (
              <Button size="small" type="text" onClick={() => remove.mutate({ projectId, ipId: one.id })}>
                {t('form.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {abilities.protect === null ? (
        <QuickForm
          name={`innovation.ip.${kind}.${projectId}`}
          foldedLabel={t('ip.add')}
          fields={[
            { name: 'title', kind: 'line', label: t('field.title'), maxLength: 60 },
            {
              ...({ name: 'form', kind: 'choice', label: t('ip.form'), initial: 'patent' } as const),
              choices: ipForms.map((value) => ({ value, label: t(`form.${value}`) })),
            },
            { name: 'note', kind: 'line', label: t('field.note'), isOptional: true, maxLength: 500 },
            { name: 'shares', kind: 'text', label: t('share.title'), hint: t('share.hint'), initial },
          ]}
          write={api.projects.addIp}
          toInput={({ title = '', form, note = '', shares = '' }) => ({
            ...{
              projectId,
              kind,
              title,
              note,
              shares: sharesOf(shares, [t('side.school'), t('side.enterprise')]),
            },
            form: ipForms.find((known) => known === form) ?? 'know-how',
          })}
          submitLabel={t('ip.add')}
        />
      ) : null}
    </Panel>
  );
}

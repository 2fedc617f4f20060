import { Panel, StateTag, useList, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { MyClass, MyGroup } from '../../shapes.ts';
import { orderClasses } from '../client.ts';

/** Those who gave the same word, who of them agrees, and the own yes; the group counts only when all have said so. */
export function GroupPanel(props: { readonly mine: MyClass; readonly isStudent: boolean }) {
  const { mine, isStudent } = props;
  const t = usePhrases('class-work');
  const group = mine.application?.group ?? null;
  const agree = useWrite(orderClasses.applications.agree, {
    invalidates: ['order-classes'],
    done: t('group.saved'),
  });
  if (group === null || mine.application?.isWithdrawn === true) return null;
  const me = group.members.find(({ isMe }) => isMe);
  const mayChange = isStudent && mine.whyNotApply === null && group.members.length > 1;
  const say = (agrees: boolean) => agree.mutate({ classId: mine.id, agrees, digest: group.digest });
  return (
    <Panel title={t('group.title')}>
      <div className="oc-stack">
        <p className="dt-quiet">{t('group.note')}</p>
        {group.members.length < 2 ? (
          <p>{t('group.alone')}</p>
        ) : (
          <ul className="oc-came">
            {group.members.map(({ name, isMe, hasAgreed }, at) => (
              // Members have no key of their own here: of namesakes both lines say the same.
              <li key={`${name} ${at}`}>
                <span>{isMe ? t('group.me', { name }) : name}</span>
                <StateTag tone={hasAgreed ? 'done' : 'soon'}>
                  {hasAgreed ? t('group.agrees') : t('group.silent')}
                </StateTag>
              </li>
            ))}
          </ul>
        )}
        <GroupStanding group={group} />
        {mayChange ? (
          <div className="oc-row">
            {me?.hasAgreed === true ? (
              <Button loading={agree.isPending} onClick={() => say(false)}>
                {t('group.takeBack')}
              </Button>
            ) : (
              <Button type="primary" loading={agree.isPending} onClick={() => say(true)}>
                {t('group.agree')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

/** Whether a group counts, and if not, who is still silent. */
export function GroupStanding(props: { readonly group: MyGroup }) {
  const { group } = props;
  const t = usePhrases('class-work');
  const list = useList();
  if (group.members.length < 2) return null;
  const silent = group.members.filter(({ hasAgreed }) => !hasAgreed).map(({ name }) => name);
  return <p>{group.isWhole ? t('group.counts') : t('group.waits', { names: list(silent) })}</p>;
}

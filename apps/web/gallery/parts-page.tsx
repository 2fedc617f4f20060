import {
  ConfirmButton,
  Day,
  DayRange,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  Icon,
  Moment,
  Money,
  PageHeader,
  Panel,
  PersonName,
  ProblemError,
  RunProgress,
  SideTag,
  StateTag,
  StateTrack,
  useToast,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';

const defect = new ProblemError({
  status: 500,
  code: 'defect.internal',
  title: '',
  params: {},
  errors: [],
  incident: '7f3a91c2',
});
const stops = ['草稿', '协商', '双方确认', '签署', '履行', '到期'].map((label) => ({ key: label, label }));

function Words() {
  return (
    <Panel title="States, sides, days, money">
      <p className="gallery-row">
        <SideTag side="school" /> <SideTag side="enterprise" /> <SideTag side="student" />
        <PersonName person={{ name: '马建国' }} side="school" />
        <PersonName person={{ name: '王海燕' }} side="enterprise" />
        <PersonName person={{ name: '赵小龙' }} side="student" />
      </p>
      <p className="gallery-row">
        <StateTag>草稿</StateTag> <StateTag tone="now">协商中</StateTag>{' '}
        <StateTag tone="done">已签署</StateTag>
        <StateTag tone="soon">3 日内到期</StateTag> <StateTag tone="danger">违反第十六条</StateTag>
      </p>
      <p className="gallery-row">
        <Day day="2026-03-02" /> · <DayRange from="2026-03-02" to="2026-08-28" /> ·{' '}
        <Moment instant="2026-11-22T05:04:00Z" /> ·{' '}
        <Money money={{ amount: 215000, currency: 'CNY' }} perMonth />
      </p>
    </Panel>
  );
}

function Buttons() {
  const toast = useToast();
  return (
    <Panel title="Buttons">
      <p className="gallery-row">
        <Button type="primary" onClick={() => toast('订单已发送给企业')}>
          发送
        </Button>
        <Button onClick={() => toast('网络已断开，请稍后再试', 'problem')}>保存</Button>
        <Button type="text">取消</Button>
        <WhyNotButton type="primary" whyNot="还有 2 条必须遵守的规定未满足，不能发布轮岗计划。">
          发布
        </WhyNotButton>
        <ConfirmButton
          danger
          title="撤回订单？"
          consequence="企业将看不到这个订单，草稿会保留。"
          onConfirm={() => undefined}
        >
          撤回
        </ConfirmButton>
      </p>
    </Panel>
  );
}

function Figures() {
  const definition = '本班学生中已与企业签订劳动合同的人数，除以完成培养的人数。';
  return (
    <Panel title="Figures" count={4}>
      <FigureStrip>
        <Figure
          label="录用率"
          value={86.4}
          unit="%"
          definition={definition}
          asOf="2026-11-22T05:04:00Z"
          to="/list"
          side="school"
        />
        <Figure
          label="在岗人数"
          value={1284}
          unit="人"
          definition={definition}
          to="/list"
          side="enterprise"
        />
        <Figure label="平均津贴" value={2150} unit="元/月" definition={definition} side="student" />
        <Figure label="满意度" value={null} definition={definition} />
      </FigureStrip>
    </Panel>
  );
}

/** The small parts. */
export function PartsPage() {
  return (
    <div className="gallery">
      <style>
        {
          '.gallery{display:grid;gap:32px}.gallery-row{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:center;padding:4px 0}'
        }
      </style>
      <PageHeader
        title="2026 级机电一体化技术订单班"
        crumbs={[
          { label: '首页', to: '/' },
          { label: '订单班', to: '/list' },
        ]}
        state={<StateTag tone="now">招生中</StateTag>}
        sides={{ school: '伊州职业技术学院', enterprise: '定远新材料集团有限公司' }}
        actions={
          <>
            <Button>导出名单</Button>
            <Button type="primary">开始录取</Button>
          </>
        }
      />
      <StateTrack stops={stops} current="签署" reached={{ school: '履行', enterprise: '签署' }} />
      <Words />
      <Buttons />
      <Figures />
      <RunProgress
        state="running"
        done={34120}
        total={100000}
        note="正在检查学生名单"
        onCancel={() => undefined}
      />
      <RunProgress state="failed" done={20} total={100} problem={defect.problem} />
      <EmptyState title="还没有订单班" action={<Button type="primary">从订单新建班级</Button>}>
        订单班把一份校企协议变成一个班：名额、志愿、录取和名单都在这里。先把订单写进协议，再从协议开班。
      </EmptyState>
      <ErrorState error={defect} onRetry={() => undefined} />
      <p className="gallery-row">
        {(
          [
            'home',
            'cooperation',
            'demand',
            'classes',
            'bases',
            'practice',
            'talents',
            'innovation',
            'outcomes',
            'compliance',
            'settings',
            'search',
            'bell',
            'globe',
            'download',
            'columns',
            'file',
            'warning',
            'question',
            'eye',
            'swap',
          ] as const
        ).map((name) => (
          <Icon key={name} name={name} size={24} />
        ))}
      </p>
    </div>
  );
}

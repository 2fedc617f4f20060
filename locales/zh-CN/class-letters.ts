import type en from '../en/class-letters.ts';
import type { Phrases } from '../phrases.ts';

export default {
  letter: '{name}，您好：\n\n{body}\n\n查看：{link}\n\n您收到本信是因为该订单班与您有关，无需回复。',
  'text.opened': '订单班“{class}”已开始报名。页面上有全部岗位和志愿截止日期。',
  'text.closing': '订单班“{class}”的志愿填报将于{when}截止，您还没有填报志愿。',
  'text.closed': '订单班“{class}”报名已截止，现在可以打分。',
  'text.applied': '订单班“{class}”的志愿已收到，报名截止前可以修改。',
  'text.briefing-set': '订单班“{class}”的宣讲会定于{when}举行。',
  'text.briefing-changed': '订单班“{class}”的宣讲会有变动，现定于{when}开始，请查看地点。',
  'text.briefing-cancelled': '原定于{when}举行的订单班“{class}”宣讲会取消。',
  'text.briefing-soon': '订单班“{class}”的宣讲会将于{when}开始。',
  'text.interviews-offered': '企业为订单班“{class}”安排了面试时间，请预约其中一个。',
  'text.interview-booked': '订单班“{class}”的面试已预约：{when}。',
  'text.interview-changed': '订单班“{class}”的面试已改期：{when}。',
  'text.interview-cancelled': '订单班“{class}”{when}的面试预约已退回。',
  'text.interview-soon': '您在订单班“{class}”的面试时间是{when}。',
  'text.published': '订单班“{class}”的录取结果已公布，每位报名学生都能看到自己的结果和原因。',
  'text.place-offered': '订单班“{class}”空出一个名额，现在提供给您，请答复。',
  'text.exit-open': '{when}之前，学生可以自行退出订单班“{class}”，须说明原因。',
  'text.left': '订单班“{class}”有一名学生退出，时间和原因见页面。',
  'text.moved': '订单班“{class}”有一名学生调岗，新岗位须重新确认，文件须重新签署。',
  'text.appeal-made': '有人对订单班“{class}”的录取结果提出申诉，由学校裁定。',
  'text.appeal-granted': '对订单班“{class}”录取结果的一项申诉成立，请企业落实处理结果。',
  'text.appeal-refused': '对订单班“{class}”录取结果的申诉未获支持，理由见页面。',
  'text.appeal-settled': '对订单班“{class}”录取结果的申诉已办结，处理结果见页面。',
  'text.appeal-returned': '企业退回了对订单班“{class}”录取结果申诉的裁定，并说明了原因。',
} satisfies Phrases<typeof en>;

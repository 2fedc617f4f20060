import type en from '../en/accounts.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'people.title': '人员',
  'mail.reset.subject': '重置双轨平台密码',
  'mail.reset.text':
    '{name}，您好：\n\n请在 {minutes} 分钟内通过以下链接设置新密码，链接仅可使用一次：\n\n{link}\n\n如非本人操作，请忽略本邮件。\n',
  'mail.invitation.subject': '邀请您加入双轨平台',
  'mail.invitation.text': '{name}，您好：\n\n请在 {days} 天内通过以下链接加入所在单位，链接仅可使用一次：\n\n{link}\n',
  'error.session.no-membership': '该账号目前不属于任何单位，请联系邀请您的部门。',
  'error.link.not-valid': '链接已使用或已过期，请重新申请。',
  'error.password.same-as-name': '密码不能与账号相同。',
  'error.invitation.role-not-here': '本单位不能授予该角色。',
  'error.member.own': '不能停用自己的身份，请联系同角色的同事。',
  'error.partnership.same-side': '合作关系须由学校与企业双方建立。',
  'error.partnership.exists': '双方已建立合作关系。',
  'error.partnership.decided': '该邀约已处理。',
} satisfies Phrases<typeof en>;

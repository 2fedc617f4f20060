import type en from '../en/errors.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'session.required': '请先登录。',
  'session.wrong-password': '账号或密码不正确。',
  'session.locked': '尝试次数过多，请在 {minutes} 分钟后重试。',
  'permission.denied': '当前角色无权执行此操作。',
  'request.not-found': '未找到该内容，或其属于其他单位。',
  'request.invalid': '部分内容有误，已在相应位置标出。',
  'request.too-large': '内容超过 {megabytes} MB 的上限。',
  'request.too-many': '操作过于频繁，请稍后再试。',
  'request.conflict': '内容已被他人更改，请重新加载后查看最新状态。',
  'request.timeout': '操作超时已停止，数据未更改。',
  defect: '系统出现故障，数据未被更改。',
  network: '无法连接服务器，请检查网络后重试。',
  'field.required': '请填写此项。',
  'field.invalid': '此处填写的内容不符合要求。',
  'field.expected': '应为：{expected}。',
  'field.too-short': '至少 {minimum} 个字符。',
  'field.too-long': '最多 {maximum} 个字符。',
  'field.too-small': '不能小于 {minimum}。',
  'field.too-big': '不能大于 {maximum}。',
  'field.unknown': '未知的字段。',
  'password.too-short': '密码至少需要 {minimum} 个字符。',
  'password-reset.expired': '链接已使用或已过期，请重新申请。',
  'invitation.expired': '邀请已使用或已过期，请联系邀请人重新发送。',
  'sign-in-name.taken': '该账号已被使用，请更换。',
} satisfies Phrases<typeof en>;

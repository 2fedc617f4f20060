import type { Chance } from './chance.ts';

const words = (text: string) => text.split(' ');

const surnames = words(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜',
);
const femaleGiven = words(
  '雨桐 欣怡 梦瑶 思颖 佳宁 晓燕 雪梅 静雯 若曦 丽娜 婉清 小兰 芳菲 诗涵 秋月 子萱 雅琴 美玲 语嫣 凤霞 可心 亚男 春燕 慧敏 玉洁 心怡 佳慧 悦然 文静 晓彤',
);
const maleGiven = words(
  '浩然 子轩 文博 志强 建军 宇航 俊杰 天佑 明辉 晓峰 立新 永刚 海涛 家豪 泽宇 国栋 少华 振宇 思远 一鸣 博文 向阳 启明 嘉诚 世杰 铁柱 小龙 金宝 昊天 远航',
);
const uyghurFemale = words(
  '阿依古丽 帕提古丽 热依汗 古丽娜尔 米日古丽 阿孜古丽 佐热古丽 茹仙古丽 迪丽努尔 阿曼古丽 玛依拉 沙吉旦 吐尼沙 布海丽且 努尔比耶 海日古丽 阿依谢姆 麦尔耶姆 祖丽菲亚 古丽米热',
);
const uyghurMale = words(
  '艾力 买买提江 吐尔逊江 阿不都热合曼 努尔艾力 玉素甫江 库尔班江 阿里木江 伊力亚尔 艾尼瓦尔 塔依尔 木合塔尔 阿卜杜拉 麦麦提 帕尔哈提 亚森江 依明江 热合木江 艾合买提江 图尔荪',
);
const fathers = words(
  '买买提 吐尔逊 阿不都拉 依明 玉素甫 库尔班 尼牙孜 热合曼 司马义 赛买提 艾山 托合提 卡德尔 牙合甫 乌斯曼 苏来曼 巴拉提 肉孜 阿西木 哈斯木',
);

/** Sex as the import files have it. */
export type Sex = 'female' | 'male';

/** A maker of invented full names that never repeats itself: Chinese ones, and Uyghur ones in Chinese transcription. */
export function nameMaker(chance: Chance): (sex: Sex) => string {
  const taken = new Set<string>();
  return (sex) => {
    for (;;) {
      const name = chance.next() < 0.55 ? chinese(chance, sex) : uyghur(chance, sex);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

/** The name of a parent: same surname or father's name in the child's own tradition. */
export function guardianOf(name: string, chance: Chance): string {
  const [, father] = name.split('·');
  if (father !== undefined) return `${father}·${chance.pick(fathers.filter((one) => one !== father))}`;
  return name.charAt(0) + chance.pick(chance.next() < 0.5 ? femaleGiven : maleGiven);
}

function chinese(chance: Chance, sex: Sex): string {
  return chance.pick(surnames) + chance.pick(sex === 'female' ? femaleGiven : maleGiven);
}

function uyghur(chance: Chance, sex: Sex): string {
  return `${chance.pick(sex === 'female' ? uyghurFemale : uyghurMale)}·${chance.pick(fathers)}`;
}

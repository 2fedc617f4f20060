/** Chinese names of holidays abroad, by their English ones; whatever is not here keeps its English name. */
export const chineseNames: Readonly<Record<string, string>> = {
  "New Year's Day": '元旦',
  Epiphany: '主显节',
  "International Women's Day": '国际妇女节',
  'Good Friday': '耶稣受难日',
  'Easter Sunday': '复活节',
  'Easter Monday': '复活节星期一',
  'Labour Day': '劳动节',
  'Victory Day': '二战胜利日',
  'Ascension Day': '耶稣升天节',
  'Whit Sunday': '圣灵降临节',
  'Whit Monday': '圣灵降临节星期一',
  'Corpus Christi': '圣体节',
  'Assumption of Mary': '圣母升天节',
  "World Children's Day": '世界儿童日',
  'German Unity Day': '德国统一日',
  'Bastille Day': '法国国庆日',
  'Reformation Day': '宗教改革日',
  "All Saints' Day": '诸圣节',
  'Armistice Day': '一战停战日',
  'Day of Repentance and Prayer': '忏悔祈祷日',
  'Christmas Day': '圣诞节',
  'Boxing Day': '圣诞节次日',
};

/** English names of French public holidays, by those of Code du travail, L3133-1 as the library writes them. */
export const frenchNames: Readonly<Record<string, string>> = {
  "Jour de l'an": "New Year's Day",
  'Vendredi Saint': 'Good Friday',
  'Lundi de Pâques': 'Easter Monday',
  'Fête du travail': 'Labour Day',
  'Victoire des alliés': 'Victory Day',
  Ascension: 'Ascension Day',
  'Lundi de Pentecôte': 'Whit Monday',
  'Fête Nationale': 'Bastille Day',
  Assomption: 'Assumption of Mary',
  Toussaint: "All Saints' Day",
  Armistice: 'Armistice Day',
  Noël: 'Christmas Day',
  'Saint Étienne': 'Boxing Day',
};

/** German states by ISO 3166-2, in Chinese and by their own names. */
export const germanStates = {
  BW: ['巴登-符腾堡', 'Baden-Württemberg'],
  BY: ['巴伐利亚', 'Bayern'],
  BE: ['柏林', 'Berlin'],
  BB: ['勃兰登堡', 'Brandenburg'],
  HB: ['不来梅', 'Bremen'],
  HH: ['汉堡', 'Hamburg'],
  HE: ['黑森', 'Hessen'],
  MV: ['梅克伦堡-前波美拉尼亚', 'Mecklenburg-Vorpommern'],
  NI: ['下萨克森', 'Niedersachsen'],
  NW: ['北莱茵-威斯特法伦', 'Nordrhein-Westfalen'],
  RP: ['莱茵兰-普法尔茨', 'Rheinland-Pfalz'],
  SL: ['萨尔', 'Saarland'],
  SN: ['萨克森', 'Sachsen'],
  ST: ['萨克森-安哈特', 'Sachsen-Anhalt'],
  SH: ['石勒苏益格-荷尔斯泰因', 'Schleswig-Holstein'],
  TH: ['图林根', 'Thüringen'],
} as const;

/** French departments with two days more (Code du travail, L3134-13). */
export const frenchAreas = {
  '57': ['摩泽尔', 'Moselle'],
  '67': ['下莱茵', 'Bas-Rhin'],
  '68': ['上莱茵', 'Haut-Rhin'],
} as const;

export type FrenchArea = keyof typeof frenchAreas;

import {
  creditCheckDigit,
  organisationCheckDigit,
  type RowOf,
} from '../../modules/organisations/import/index.ts';

/** Today in the story of the example. */
export const today = '2026-11-22';

/**
 * An invented credit code: right check digits, but division 650599 does not exist and the organisation's
 * own eight characters spell EXAMPLE, so that nobody takes it for a real one.
 */
function inventedCode(kind: string, number: number): string {
  const own = `EXAMPLE${number}`;
  const first = `${kind}650599${own}${organisationCheckDigit(own)}`;
  return first + creditCheckDigit(first);
}

/** Credit code of the invented college. */
export const schoolCode = inventedCode('12', 1);
/** Credit code of the invented group. */
export const enterpriseCode = inventedCode('91', 2);
/** Credit code of the invented authority. */
export const authorityCode = inventedCode('11', 3);

/** The three organisations of the example. */
export const organisations: RowOf<'organisations'>[] = [
  {
    creditCode: schoolCode,
    kind: 'school',
    name: '伊州职业技术学院',
    nameEn: 'Yizhou Vocational and Technical College',
    legalRepresentative: '林知远',
    regionCode: '650502',
    address: '新疆维吾尔自治区哈密市伊州区示例大道1号（虚构）',
    industrySection: 'P',
    schoolLevel: 'associate',
    profile:
      '虚构的示例院校。面向区域新材料与装备产业，开设机电一体化技术、工业过程自动化技术、应用化工技术、智能焊接技术四个专业，与企业共同实施“双轨育人”。',
    illustrative: true,
  },
  {
    creditCode: enterpriseCode,
    kind: 'enterprise',
    name: '定远新材料集团有限公司',
    nameEn: 'Dingyuan New Materials Group',
    legalRepresentative: '沈立成',
    regionCode: '650502',
    address: '新疆维吾尔自治区哈密市伊州区示例工业园8号（虚构）',
    industrySection: 'C',
    schoolLevel: null,
    profile:
      '虚构的示例企业。在哈密设有三个厂区，生产硅基材料、碳纤维和先进陶瓷前驱体。三厂新车间于2026年第三季度投产，中控、现场、仪表等技术技能岗位缺口较大。',
    illustrative: true,
  },
  {
    creditCode: authorityCode,
    kind: 'authority',
    name: '示例市教育主管部门',
    nameEn: 'Example City Education Authority',
    legalRepresentative: null,
    regionCode: '6505',
    address: null,
    industrySection: 'S',
    schoolLevel: null,
    profile: '虚构的示例主管部门。',
    illustrative: true,
  },
];

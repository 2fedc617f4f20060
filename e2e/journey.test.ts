import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { examplePassword } from '@dualtrack/app-server/example';
import { type House, openHouse } from './journey/house.ts';
import {
  beginAgreement,
  completeParty,
  confirmSections,
  fixDocument,
  signDocument,
  verifyDocument,
} from './journey/thread-agreement.ts';
import {
  acceptOthers,
  acceptPlace,
  closeApplications,
  enterOthers,
  matchAndPublish,
  openClass,
  rankSeats,
  scoreApplicants,
} from './journey/thread-class.ts';
import { acceptOrder, forecastAnew, orderFromGap } from './journey/thread-order.ts';
import {
  fileHighRisk,
  meetTheLaw,
  openFigure,
  planRotation,
  publishRotation,
} from './journey/thread-rotation.ts';
import { type Language, visit } from './journey/visitor.ts';

let house: House;
before(async () => {
  house = await openHouse();
});
after(async () => {
  await house.close();
});

const spans = {
  'zh-CN': { startsOn: '2027-09-01', endsOn: '2028-01-14' },
  en: { startsOn: '2028-03-01', endsOn: '2028-07-14' },
} as const;
/** The first Monday of each span. */
const rotationFrom = { 'zh-CN': '2027-09-06', en: '2028-03-06' } as const;
/** The day as the server has it. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

const languages: readonly Language[] = ['zh-CN', 'en'];
for (const language of languages) {
  test(`the whole thread, screen by screen, in ${language}`, async (context) => {
    const faults: string[] = [];
    context.after(() => {
      for (const fault of faults) context.diagnostic(fault);
    });
    const as = (name: string, width: 1280 | 390 = 1280) => visit(house, faults, { name, language, width });
    const className = language === 'en' ? 'Journey class' : '行程订单班';

    const hr = await as('hr@dingyuan.example');
    await forecastAnew(hr);
    const programme = language === 'en' ? 'Applied Chemical' : '应用化工技术';
    const dangerousPost = language === 'en' ? 'Fibre surface treatment' : '纤维表面处理工';
    const orderId = await orderFromGap(hr, programme, className, dangerousPost);
    const office = await as('office@yizhou.example');
    await acceptOrder(office, orderId, className);

    const agreementId = await beginAgreement(office);
    await completeParty(office, agreementId, '林知远', '校长');
    await completeParty(hr, agreementId, '沈立成', '董事长');
    await confirmSections(office, agreementId, office.t('agreements', 'next.otherConfirms'));
    await confirmSections(hr, agreementId, hr.t('agreements', 'next.fix'));
    await fixDocument(office, agreementId);
    const president = await as('president@yizhou.example');
    await signDocument(president, agreementId, examplePassword, president.t('agreements', 'next.otherSigns'));
    await president.leave();
    const chair = await as('chair@dingyuan.example');
    await signDocument(chair, agreementId, examplePassword, chair.t('agreements', 'next.in-force'));
    await chair.leave();
    await verifyDocument(hr, agreementId);

    const classId = await openClass(office, className, spans[language]);
    const student = await as('student@yizhou.example', 390);
    await rankSeats(student, className);
    await enterOthers(office, classId, '202503006');
    await closeApplications(office, classId);
    await scoreApplicants(hr, classId, '曾世杰');
    await matchAndPublish(office, classId);
    await acceptPlace(student, classId);
    await student.leave();
    await acceptOthers(office, classId, today());
    const planId = await planRotation(office, className, rotationFrom[language]);
    await meetTheLaw(office, planId);
    await fileHighRisk(office, className);
    await publishRotation(office, planId);
    await openFigure(hr);
    await hr.leave();
    await office.leave();
    assert.deepEqual(faults, []);
  });
}

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
import { acceptOrder, forecastAnew, orderFromGap } from './journey/thread-order.ts';
import { type Language, visit } from './journey/visitor.ts';

let house: House;
before(async () => {
  house = await openHouse();
});
after(async () => {
  process.stdout.write(`pictures: ${house.pictures}\n`);
  await house.close();
});

const languages: readonly Language[] = ['zh-CN', 'en'];
for (const language of languages) {
  test(`from the forecast to the agreement in force, screen by screen, in ${language}`, async (context) => {
    const faults: string[] = [];
    context.after(() => {
      for (const fault of faults) context.diagnostic(fault);
    });
    const as = (name: string, width: 1280 | 390 = 1280) => visit(house, faults, { name, language, width });
    const className = language === 'en' ? 'Journey class' : '行程订单班';

    const hr = await as('hr@dingyuan.example');
    await forecastAnew(hr);
    const programme = language === 'en' ? 'Applied Chemical' : '应用化工技术';
    const orderId = await orderFromGap(hr, programme, className);
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

    await hr.leave();
    await office.leave();
    assert.deepEqual(faults, []);
  });
}

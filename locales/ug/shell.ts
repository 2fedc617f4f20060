import type en from '../en/shell.ts';
import type { SomePhrases } from '../phrases.ts';

export default {
  'area.home': 'باش بەت',
  'area.cooperation': 'ھەمكارلىق',
  'area.demand': 'ئىختىساسلىق ئېھتىياجى',
  'area.classes': 'زاكاز سىنىپلىرى',
  'area.bases': 'پراكتىكا بازىلىرى',
  'area.outcomes': 'نەتىجىلەر',
  'area.compliance': 'قائىدىگە ئۇيغۇنلۇق',
  'area.settings': 'تەڭشەك',
  'frame.more': 'تېخىمۇ كۆپ',
  'frame.language': 'تىل',
  'frame.signOut': 'چىكىنىش',
  'frame.illustrative': 'مىسال سانلىق مەلۇمات',
  'search.label': 'ئىزدەش',
  'side.school': 'مەكتەپ',
  'side.enterprise': 'كارخانا',
  'side.student': 'ئوقۇغۇچى',
  'signIn.title': 'كىرىش',
  'signIn.name': 'ئىسىم',
  'signIn.password': 'پارول',
  'signIn.submit': 'كىرىش',
} satisfies SomePhrases<typeof en>;

/** Letters about published demand and orders, and places in a plan. Only the server writes them: the pages are built without this file. */
export default {
  letter: 'Hello {name},\n\n{body}\n\nSee it here: {link}\n',
  'subject.published': '{enterprise} looks for {people} for {post}',
  'text.published':
    '{enterprise} looks for {people, plural, one {# person} other {# people}} for the post “{post}” from {quarter} on. It is on your desk from {from}; please answer by {until}. The link below answers it without signing in: keep it within the office.',
  'subject.offered': '{school} offers {seats, plural, one {# seat} other {# seats}} for {post}',
  'text.offered':
    '{school} can train {seats, plural, one {# person} other {# people}} for the post “{post}”. Please make an order of the offer by {until}.',
  'subject.declined': '{school} cannot answer your demand for {post}',
  'text.declined': '{school} has declined your demand for the post “{post}”. The reason stands beside it.',
  'subject.closed': '{enterprise} has taken its demand for {post} back',
  'text.closed':
    '{enterprise} no longer looks for people for the post “{post}”. There is nothing more to do.',
  'subject.silent-school': 'Paused: the demand for {post} was not answered by {until}',
  'text.silent-school':
    'The demand of {enterprise} for the post “{post}” was to be answered by {until}. Until you answer it, nobody can publish demand to {school}.',
  'subject.silent-enterprise': 'Paused: the offer for {post} was not taken up by {until}',
  'text.silent-enterprise':
    'The offer of {school} for the post “{post}” was to be taken up by {until}. You can still make an order of it.',
  'subject.order-proposed': '{enterprise} proposes an order: {class}',
  'text.order-proposed':
    '{enterprise} proposes the order “{class}” with {seats, plural, one {# seat} other {# seats}} from {quarter} on. It waits for the answer of {school}.',
  'subject.order-accepted': '{school} has accepted the order {class}',
  'text.order-accepted': '{school} has accepted the order “{class}”. An agreement can be made of it now.',
  'subject.order-declined': '{school} has declined the order {class}',
  'text.order-declined': '{school} has declined the order “{class}”. The reason stands on its page.',
  'subject.opinion': 'Your opinion on the order {class} is asked for',
  'text.opinion':
    'Before {school} answers {enterprise}, your opinion on the order “{class}” with {seats, plural, one {# seat} other {# seats}} from {quarter} on is needed.',
  fault: '{place}: {sentence}',
  'fault.units': 'units',
  'fault.headcount': 'headcount',
  'fault.attrition': 'attrition',
  'fault.retirements': 'retirements',
  'fault.ageBands': 'age bands',
  'fault.perUnit': 'people per unit',
  'fault.staffing': 'staffing',
  'fault.probability': 'probability',
  'fault.delayQuarters': 'delay',
  'fault.byQuarter': 'people needed',
  'fault.graduates': 'graduates',
  'fault.joinRate': 'join rate',
  'fault.classSize': 'class size',
  'fault.leadQuarters': 'lead time',
  'fault.completion': 'completion rate',
} as const;

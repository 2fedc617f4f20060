export default {
  'list.title': 'Agreement templates',
  'error.section.not-own': 'The other side words this section. Propose your wording to it.',
  'error.section.standard-route': 'This text is to be taken as it is. Open it for negotiation first.',
} as const;

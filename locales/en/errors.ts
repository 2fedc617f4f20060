export default {
  'session.required': 'Please sign in.',
  'session.wrong-name-or-password': 'The name or the password is not right.',
  'session.locked': 'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'access.forbidden': 'Your role may not do this.',
  'access.other-origin': 'This request came from a foreign page and was refused.',
  'link.unknown': 'This link does not exist, has expired or was withdrawn. Ask for a new one.',
  'thing.not-found': 'There is no such thing here, or it belongs to an organisation you do not act for.',
  'route.not-found': 'There is no such service at {path}.',
  'input.invalid': 'Some entries are not right yet. They are marked.',
  'input.too-large': 'This is larger than what is allowed.',
  'input.malformed': 'What was sent cannot be read.',
  'idempotency.key-required': 'This write lacks its key. Load the page again and repeat it.',
  'idempotency.key-reused': 'This was sent before with other content. Load the page again and repeat it.',
  'request.too-many':
    'Too many requests in a short time. Wait {seconds, plural, one {# second} other {# seconds}} and try again.',
  'server.stopping': 'The server is just being restarted. Try again in a moment.',
  'defect.internal': 'Something went wrong on our side. Nothing was changed.',
  'network.unreachable': 'The server cannot be reached. Check the connection and try again.',
  'input.invalid-type':
    '{expected, select, number {Enter a number.} int {Enter a whole number.} boolean {Choose one.} array {Choose at least one.} other {Fill this in.}}',
  'input.too-small':
    '{origin, select, string {At least {minimum, plural, one {# character} other {# characters}}.} array {At least {minimum, plural, one {# entry} other {# entries}}.} other {Not less than {minimum}.}}',
  'input.too-big':
    '{origin, select, string {At most {maximum, plural, one {# character} other {# characters}}.} array {At most {maximum, plural, one {# entry} other {# entries}}.} other {Not more than {maximum}.}}',
  'input.invalid-format':
    '{format, select, email {Enter a mail address, such as name@example.cn.} date {Enter a day.} datetime {Enter a day and a time.} uuid {Choose one from the list.} url {Enter a web address.} other {This is not written as expected.}}',
  'input.invalid-value': 'Choose one from the list.',
  'input.not-multiple-of': 'Enter a multiple of {divisor}.',
  'input.unrecognized-keys': 'Something was sent that is not known here.',
  'input.invalid-union': 'This is not what is expected here.',
  'input.invalid-key': 'This is not what is expected here.',
  'input.invalid-element': 'One of the entries is not right.',
  'input.custom': 'This is not what is expected here.',
  'input.required': 'Fill this in.',
} as const;

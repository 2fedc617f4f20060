/** Letters about order classes. Only the server writes them: the pages are built without this file. */
export default {
  letter:
    'Hello {name},\n\n{body}\n\nSee it here: {link}\n\nYou get this letter because the class concerns you. Nobody needs to answer it.',
  'text.announced':
    'Posts of the class “{class}” can be chosen from {when} on. Until then the page shows them.',
  'text.opened':
    'Applications for the class “{class}” are open. The page shows the posts and the last day for choices.',
  'text.closing': 'Choices for the class “{class}” close on {when}. You have not ranked any posts yet.',
  'text.closed': 'Applications for the class “{class}” are closed. Scores can be given now.',
  'text.applied':
    'The choices for the class “{class}” have arrived. They can be changed until the applications close.',
  'text.entered':
    'The school has entered the choices for the class “{class}” that were handed in on paper. Please check them.',
  'text.group-waits':
    'In the class “{class}” not everybody who gave the same word has agreed to stay together. The group counts only when all have; please look who is in it and say yes or choose another word.',
  'text.group-stands':
    'In the class “{class}” everybody of the group has agreed to stay together. Until the choices close each may take that back.',
  'text.paper-waits':
    'A paper was added to the application for the class “{class}”. Because of their age the enterprise reads it only if you agree.',
  'text.briefing-set': 'An information session on the class “{class}” is planned for {when}.',
  'text.briefing-changed':
    'The information session on the class “{class}” has changed: it now begins on {when}. Please look at the place.',
  'text.briefing-cancelled':
    'The information session on the class “{class}” that was planned for {when} does not take place.',
  'text.briefing-soon': 'The information session on the class “{class}” begins on {when}.',
  'text.interviews-offered':
    'The enterprise offers interview times for the class “{class}”. Please book one of them.',
  'text.interview-booked': 'An interview for the class “{class}” is booked for {when}.',
  'text.interview-changed': 'An interview for the class “{class}” was changed and is now on {when}.',
  'text.interview-missed': 'The interview for the class “{class}” on {when} was missed.',
  'text.interview-another':
    'The interview for the class “{class}” on {when} was missed. Another time can be booked.',
  'text.interview-cancelled': 'The interview for the class “{class}” on {when} was given back.',
  'text.interview-soon': 'Your interview for the class “{class}” is on {when}.',
  'text.published':
    'The result of the class “{class}” is published. Everybody who applied can read what they got and why.',
  'text.place-offered':
    'A place in the class “{class}” has fallen free and is offered to you. Please answer.',
  'text.moved-up': 'Places that had fallen free in the class “{class}” were offered to students who waited.',
  'text.exit-open': 'Until {when} a student may leave the class “{class}” themselves, with a reason.',
  'text.left': 'A student has left the class “{class}”. The page says when and why.',
  'text.moved':
    'A student of the class “{class}” was transferred to another post. It is offered anew and all papers are signed again.',
  'text.appeal-made': 'There is an appeal against the result of the class “{class}”. The school decides it.',
  'text.appeal-granted':
    'An appeal against the result of the class “{class}” was granted. The enterprise is asked to do what it leads to.',
  'text.appeal-refused':
    'The appeal against the result of the class “{class}” was refused. The page says why.',
  'text.appeal-settled':
    'The appeal against the result of the class “{class}” is settled. The page says how.',
  'text.appeal-returned':
    'The enterprise has sent back the decision on an appeal against the result of the class “{class}”, with a reason.',
} as const;

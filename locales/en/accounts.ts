export default {
  'people.title': 'People',
  'mail.reset.subject': 'Set a new password for Dualtrack',
  'mail.reset.text':
    'Dear {name},\n\nwith this link you set a new password. It works once, within {minutes} minutes:\n\n{link}\n\nIf you did not ask for it, nothing has to be done.\n',
  'mail.invitation.subject': 'You are invited to Dualtrack',
  'mail.invitation.text':
    'Dear {name},\n\nwith this link you join your organisation on Dualtrack. It works once, within {days} days:\n\n{link}\n',
  'error.session.no-membership': 'This account does not belong to any organisation at present. Ask the office that invited you.',
  'error.link.not-valid': 'This link has been used or is too old. Ask for a new one.',
  'error.password.same-as-name': 'The password must not be the sign-in name.',
  'error.invitation.role-not-here': 'Your organisation cannot give this role.',
  'error.member.own': 'You cannot end your own membership. Ask a colleague with the same role.',
  'error.partnership.same-side': 'A partnership joins a school and an enterprise.',
  'error.partnership.exists': 'You are partners already.',
  'error.partnership.decided': 'This offer has been answered already.',
} as const;

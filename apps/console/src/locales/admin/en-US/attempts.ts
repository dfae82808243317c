/** The words about sign-in attempts. */
export const attempts = {
  attempts: {
    title: 'Sign-in attempts',
    lead: 'Who tried to get in, which rule decided, and what to do about it.',
    byReference: 'Somebody quotes a reference',
    byReferenceLead: 'Whoever is refused is shown a reference. Enter it to see why.',
    lookUp: 'Look up',
    email: 'E-mail address, all of it',
    outcome: 'Outcome',
    everyOutcome: 'Signed in or refused',
    outcomes: { signed_in: 'Signed in', refused: 'Refused' },
    method: 'Way in',
    everyMethod: 'Every way',
    methods: {
      password: 'Password',
      email_code: 'Code by mail',
      sso: 'Single sign-on',
      link: 'Link from the shell',
      webapp: 'WebApp',
    },
    who: 'Who',
    noAddress: 'No address',
    one: 'Attempt {{reference}}',
    unknownTitle: 'No attempt has this reference',
    unknownText:
      'Check for a typing mistake. Attempts are kept for the days in the settings; a reference of something other than signing in is not among them. The audit log may have it.',
    noneFoundText: 'The address has to be complete. Clear the filters to see every attempt.',
    emptyTitle: 'Nobody has tried yet',
    emptyText: 'Every try to sign in shows here, with the rule that decided.',
    whatToDo: 'What to do',
    told: 'What the person was told',
    toMember: 'Open the account',
    connection: 'Connection',
    signedInText: 'Nothing stood in the way.',
  },
  rule: {
    method_off: {
      name: 'Method is off',
      means: 'The way in that they used is switched off in the sign-in policy.',
      do: 'Tell them which way is on, or switch this one on.',
    },
    sso_enforced: {
      name: 'Single sign-on is enforced',
      means: 'Password and code are refused because everybody signs in with the identity provider.',
      do: 'Tell them to use single sign-on, or end the enforcement.',
    },
    registration_off: {
      name: 'Registration is off',
      means: 'They wanted to register, and only invited people get an account here.',
      do: 'Invite them, or allow users to create accounts.',
    },
    limit_network: {
      name: 'Network tried too often',
      means: 'Too many wrong tries came from their network, for whichever accounts.',
      do: 'Wait until the time is over. If many people share this network, raise the limit in the settings.',
    },
    limit_account_network: {
      name: 'Locked for this network',
      means: 'Too many wrong passwords or codes for this account came from this network. Others are not affected.',
      do: 'Lift the lock at the account, or reset the password, which lifts it too.',
    },
    limit_account: {
      name: 'Locked for unknown networks',
      means: 'Many wrong passwords came from networks where this account never signed in: somebody may be guessing.',
      do: 'The owner gets in from a network they know. Otherwise lift the lock at the account.',
    },
    limit_letters: {
      name: 'Too many letters asked for',
      means: 'So many codes were asked for that no further letter was sent for a while.',
      do: 'Wait, or look under Mail whether the letters arrive at all.',
    },
    unknown_account: {
      name: 'No such account',
      means: 'Nobody has an account with this address. The person was told what a wrong password is told.',
      do: 'Check the address for a typing mistake, else invite them.',
    },
    no_password: {
      name: 'Has no password',
      means: 'The account signs in by code or single sign-on and never had a password.',
      do: 'Tell them which way to use, or start a password reset at the account.',
    },
    wrong_password: {
      name: 'Wrong password',
      means: 'The account is there, the password was not right.',
      do: 'Let them use “Forgot password”, or start a reset at the account.',
    },
    wrong_code: {
      name: 'Wrong code',
      means: 'The digits were not those of the last letter. Only the newest code works, for five tries.',
      do: 'Let them ask for a new code and use the newest letter.',
    },
    wrong_address: {
      name: 'Code of another address',
      means: 'The code belongs to another address than the one entered.',
      do: 'Let them start again with the address that got the letter.',
    },
    expired_code: {
      name: 'Code has expired',
      means: 'The code is older than five minutes, was used, or a newer one replaced it.',
      do: 'Let them ask for a new one. If letters arrive late, look under Mail.',
    },
    expired_link: {
      name: 'Link has expired',
      means: 'The link was used already, or its time is over.',
      do: 'Make a new one.',
    },
    pending: {
      name: 'Not activated',
      means: 'They were invited and have not accepted yet, so they have no password.',
      do: 'Send the invitation again, or hand over its link.',
    },
    banned: {
      name: 'Is banned',
      means: 'A system administrator banned this account.',
      do: 'Lift the ban at the account if it no longer holds.',
    },
    closed: {
      name: 'Account is closed',
      means: 'The account was closed, by its owner or by a system administrator.',
      do: 'A closed account stays closed. Invite the person under another address.',
    },
    no_workspace: {
      name: 'In no workspace',
      means: 'They proved who they are, and are in no workspace.',
      do: 'Answer their request, or add them to a workspace.',
    },
    one_time_password_expired: {
      name: 'One-time password has expired',
      means: 'The one-time password was right, but more than 72 hours old.',
      do: 'Make a new one at the account, or send a link.',
    },
    new_password_needed: {
      name: 'Has to choose a password',
      means: 'They signed in with a one-time password and have not chosen their own yet.',
      do: 'Let them sign in again and choose one. If the one-time password is lost, make a new one.',
    },
    not_administrator: {
      name: 'Not a system administrator',
      means: 'Their password was right, at the door of the administration, which is not open to them.',
      do: 'Send them to the sign-in page of the workspaces, or make them a system administrator.',
    },
    sso_connection_off: {
      name: 'Connection is off',
      means: 'The single sign-on connection they used is switched off or not complete.',
      do: 'Look at the connection, and test it.',
    },
    webapp_refused: {
      name: 'Refused at the door of a WebApp',
      means: 'The app is not open to this person. The code below says which of its rules decided.',
      do: 'Ask “Why can this person not?” in the settings of the app, and change who may open it if they should.',
    },
    sso_refused: {
      name: 'Refused at the identity provider',
      means: 'The identity provider refused, or its answer could not be trusted. The code below says why.',
      do: 'Compare the connection with the settings at the identity provider.',
    },
    sso_no_account: {
      name: 'Known only to the identity provider',
      means: 'The identity provider vouched for them, they have no account here, and none is created at first sign-in.',
      do: 'Invite them, or let the connection create accounts.',
    },
    other: {
      name: 'Another reason',
      means: 'This was written down before rules were.',
      do: 'Let them try again, and look up the new reference.',
    },
  },
};

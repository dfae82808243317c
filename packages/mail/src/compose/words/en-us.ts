import type { Role } from '@latchkey/contract/vocabulary';
import type { Circumstances, Words } from '../letter-text.ts';

const ROLES: Readonly<Record<Role, string>> = {
  owner: 'its owner',
  admin: 'an admin',
  editor: 'an editor',
  normal: 'a member',
  dataset_operator: 'a dataset operator',
};

const NOT_YOU = 'If it was not you, ask for a new password now, and tell your system administrator.';

function code({ validFor }: Circumstances, otherwise: string): readonly string[] {
  const validity = validFor === undefined ? [] : [`The code works once, for ${validFor} from when you asked for it.`];
  return [...validity, `${otherwise} Keep the code to yourself: nobody will ask you for it.`];
}

function link({ until }: Circumstances, otherwise: string): readonly string[] {
  return [...(until === undefined ? [] : [`The link works once, until ${until}.`]), otherwise];
}

export const enUs: Words = {
  addressBeneath: 'If the button does not work, open this address:',
  footer: (organisation, publicUrl) => `Sent by ${organisation}, ${publicUrl}`,
  letters: {
    sign_in_code: (facts, about) => ({
      subject: `Your code to sign in to ${about.organisation}`,
      lines: [`Enter this code to sign in to ${about.organisation}.`],
      code: facts.code,
      notes: code(about, 'If you did not try to sign in, you can ignore this letter.'),
    }),
    registration_code: (facts, about) => ({
      subject: `Your code to register with ${about.organisation}`,
      lines: [`Enter this code to create your account at ${about.organisation}.`],
      code: facts.code,
      notes: code(about, 'If you did not ask for an account, you can ignore this letter.'),
    }),
    already_registered: (facts, about) => ({
      subject: `You already have an account at ${about.organisation}`,
      lines: [
        `Somebody, probably you, asked to create an account at ${about.organisation} with this address. There is one already, so sign in instead.`,
      ],
      button: { label: 'Sign in', link: facts.signInLink },
      notes: [
        `If you have forgotten your password, set a new one here: ${facts.resetLink}`,
        'If it was not you, you can ignore this letter.',
      ],
    }),
    password_reset_code: (facts, about) => ({
      subject: `Your code for a new password at ${about.organisation}`,
      lines: [`Enter this code to set a new password for your account at ${about.organisation}.`],
      code: facts.code,
      notes: code(about, 'If you did not ask for it, you can ignore this letter; your password stays as it is.'),
    }),
    password_reset_link: (facts, about) => ({
      subject: `Set a new password for ${about.organisation}`,
      lines: [`A system administrator of ${about.organisation} asks you to set a new password.`],
      button: { label: 'Set a new password', link: facts.link },
      notes: link(about, 'Your present password works until you have set the new one.'),
    }),
    no_account: (facts, about) => ({
      subject: `There is no account for this address at ${about.organisation}`,
      lines: [
        `Somebody, probably you, asked ${about.organisation} for a code with this address. It has no account there.`,
        facts.registerLink === ''
          ? 'If you have an account, it is under another address. If you need one, ask a system administrator for an invitation.'
          : 'If you have an account, it is under another address. If you need one, you can create it.',
      ],
      ...(facts.registerLink !== '' && { button: { label: 'Create an account', link: facts.registerLink } }),
      notes: ['If it was not you, you can ignore this letter.'],
    }),
    password_changed: (facts, about) => ({
      subject: `Your password for ${about.organisation} was changed`,
      lines: [
        `Your password was changed on ${about.at}, from the network address ${facts.ip}. You have been signed out everywhere else.`,
      ],
      notes: [`If it was you, there is nothing to do. ${NOT_YOU}`],
    }),
    invitation: (facts, about) => ({
      subject: `${facts.inviter} invites you to ${facts.workspace}`,
      lines: [
        `${facts.inviter} invites you to the workspace “${facts.workspace}” at ${about.organisation}, as ${ROLES[facts.role]}.`,
      ],
      button: { label: 'Accept the invitation', link: facts.link },
      notes: link(about, 'If you do not know who this is, do not follow the link.'),
    }),
    invitation_code: (facts, about) => ({
      subject: `Your code to accept the invitation to ${facts.workspace}`,
      lines: [`Enter this code to show that you are the one invited to the workspace “${facts.workspace}”.`],
      code: facts.code,
      notes: code(about, 'If you did not open an invitation, you can ignore this letter.'),
    }),
    email_change_old_code: (facts, about) => ({
      subject: `Your code to change your mail address at ${about.organisation}`,
      lines: [`Enter this code to change the mail address of your account at ${about.organisation}.`],
      code: facts.code,
      notes: code(about, `If you do not want this, do not use the code. ${NOT_YOU}`),
    }),
    email_change_new_code: (facts, about) => ({
      subject: `Your code to use this address at ${about.organisation}`,
      lines: [`Enter this code to use this mail address for your account at ${about.organisation}.`],
      code: facts.code,
      notes: code(about, 'If you did not ask for it, you can ignore this letter.'),
    }),
    email_changed: (facts, about) => ({
      subject: `Your mail address at ${about.organisation} was changed`,
      lines: [
        `On ${about.at} the mail address of your account at ${about.organisation} was changed from ${facts.oldEmail} to ${facts.newEmail}. Sign in with the new one from now on.`,
      ],
      notes: ['If it was not you, tell your system administrator at once.'],
    }),
    owner_transfer_code: (facts, about) => ({
      subject: `Your code to hand over ${facts.workspace}`,
      lines: [`Enter this code to make somebody else the owner of the workspace “${facts.workspace}”.`],
      code: facts.code,
      notes: code(about, `If you do not want this, do not use the code. ${NOT_YOU}`),
    }),
    owner_transferred: (facts, about) => ({
      subject: `${facts.workspace} has a new owner`,
      lines: [
        `On ${about.at} the workspace “${facts.workspace}” passed from ${facts.from} to ${facts.to}, who is its owner now.`,
      ],
      notes: ['If you did not expect this, tell your system administrator.'],
    }),
    account_deletion_code: (facts, about) => ({
      subject: `Your code to delete your account at ${about.organisation}`,
      lines: [`Enter this code to delete your account at ${about.organisation}. It cannot be brought back.`],
      code: facts.code,
      notes: code(about, `If you want to keep your account, do not use the code. ${NOT_YOU}`),
    }),
    account_deleted: (_facts, about) => ({
      subject: `Your account at ${about.organisation} was deleted`,
      lines: [`On ${about.at} your account at ${about.organisation} was deleted. This is the last letter about it.`],
      notes: ['If you did not expect this, tell your system administrator.'],
    }),
    access_requested: (facts, about) => ({
      subject: `${facts.name} asks for a workspace`,
      lines: [
        `${facts.name} (${facts.email}) has an account at ${about.organisation}, but no workspace, and asks for one.`,
        ...(facts.message === '' ? [] : [`They write: “${facts.message}”`]),
      ],
      button: { label: 'Answer the request', link: facts.link },
      notes: ['You get this letter because you are a system administrator.'],
    }),
    test: (facts, about) => ({
      subject: `A test letter from ${about.organisation}`,
      lines: [`${facts.sentBy} sent this letter to test the mail settings. It has arrived, so they work.`],
      notes: [],
    }),
  },
};

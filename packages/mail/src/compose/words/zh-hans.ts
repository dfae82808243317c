import type { Role } from '@latchkey/contract/vocabulary';
import type { Circumstances, Words } from '../letter-text.ts';

const ROLES: Readonly<Record<Role, string>> = {
  owner: '所有者',
  admin: '管理员',
  editor: '编辑者',
  normal: '成员',
  dataset_operator: '知识库操作员',
};

const NOT_YOU = '如果不是您本人操作，请立即重设密码，并告知系统管理员。';

function code({ validFor }: Circumstances, otherwise: string): readonly string[] {
  const validity = validFor === undefined ? [] : [`验证码只能使用一次，自您索取起 ${validFor}内有效。`];
  return [...validity, `${otherwise}请勿将验证码告诉任何人，我们不会向您索要。`];
}

function link({ until }: Circumstances, otherwise: string): readonly string[] {
  return [...(until === undefined ? [] : [`链接只能使用一次，有效期至 ${until}。`]), otherwise];
}

export const zhHans: Words = {
  addressBeneath: '如果按钮无法使用，请打开以下地址：',
  footer: (organisation, publicUrl) => `本邮件由 ${organisation} 发送，${publicUrl}`,
  letters: {
    sign_in_code: (facts, about) => ({
      subject: `登录 ${about.organisation} 的验证码`,
      lines: [`请输入以下验证码，登录 ${about.organisation}。`],
      code: facts.code,
      notes: code(about, '如果您没有尝试登录，忽略本邮件即可。'),
    }),
    registration_code: (facts, about) => ({
      subject: `注册 ${about.organisation} 的验证码`,
      lines: [`请输入以下验证码，在 ${about.organisation} 创建您的账号。`],
      code: facts.code,
      notes: code(about, '如果您没有申请账号，忽略本邮件即可。'),
    }),
    already_registered: (facts, about) => ({
      subject: `您在 ${about.organisation} 已有账号`,
      lines: [`有人（可能就是您）想用此邮箱在 ${about.organisation} 创建账号。此邮箱已有账号，请直接登录。`],
      button: { label: '登录', link: facts.signInLink },
      notes: [`如果忘记了密码，请在此设置新密码：${facts.resetLink}`, '如果不是您本人操作，忽略本邮件即可。'],
    }),
    password_reset_code: (facts, about) => ({
      subject: `在 ${about.organisation} 设置新密码的验证码`,
      lines: [`请输入以下验证码，为您在 ${about.organisation} 的账号设置新密码。`],
      code: facts.code,
      notes: code(about, '如果您没有提出此请求，忽略本邮件即可，您的密码不会改变。'),
    }),
    password_reset_link: (facts, about) => ({
      subject: `请为 ${about.organisation} 设置新密码`,
      lines: [`${about.organisation} 的系统管理员请您设置新密码。`],
      button: { label: '设置新密码', link: facts.link },
      notes: link(about, '在您设置新密码之前，现有密码仍然有效。'),
    }),
    no_account: (facts, about) => ({
      subject: `此邮箱在 ${about.organisation} 没有账号`,
      lines: [
        `有人（可能就是您）用此邮箱向 ${about.organisation} 索取验证码，但此邮箱没有账号。`,
        facts.registerLink === ''
          ? '如果您有账号，它使用的是另一个邮箱。如果您需要账号，请向系统管理员申请邀请。'
          : '如果您有账号，它使用的是另一个邮箱。如果您需要账号，可以创建一个。',
      ],
      ...(facts.registerLink !== '' && { button: { label: '创建账号', link: facts.registerLink } }),
      notes: ['如果不是您本人操作，忽略本邮件即可。'],
    }),
    password_changed: (facts, about) => ({
      subject: `您在 ${about.organisation} 的密码已更改`,
      lines: [`您的密码已于 ${about.at} 更改，操作来自网络地址 ${facts.ip}。您在其他地方的登录均已退出。`],
      notes: [`如果是您本人操作，无需处理。${NOT_YOU}`],
    }),
    invitation: (facts, about) => ({
      subject: `${facts.inviter} 邀请您加入 ${facts.workspace}`,
      lines: [
        `${facts.inviter} 邀请您以${ROLES[facts.role]}身份加入 ${about.organisation} 的工作空间“${facts.workspace}”。`,
      ],
      button: { label: '接受邀请', link: facts.link },
      notes: link(about, '如果您不认识对方，请不要打开链接。'),
    }),
    invitation_code: (facts, about) => ({
      subject: `接受 ${facts.workspace} 邀请的验证码`,
      lines: [`请输入以下验证码，证明受邀加入工作空间“${facts.workspace}”的就是您。`],
      code: facts.code,
      notes: code(about, '如果您没有打开过邀请，忽略本邮件即可。'),
    }),
    email_change_old_code: (facts, about) => ({
      subject: `更改您在 ${about.organisation} 的邮箱的验证码`,
      lines: [`请输入以下验证码，更改您在 ${about.organisation} 的账号邮箱。`],
      code: facts.code,
      notes: code(about, `如果您不想更改，请不要使用此验证码。${NOT_YOU}`),
    }),
    email_change_new_code: (facts, about) => ({
      subject: `在 ${about.organisation} 使用此邮箱的验证码`,
      lines: [`请输入以下验证码，将此邮箱用于您在 ${about.organisation} 的账号。`],
      code: facts.code,
      notes: code(about, '如果您没有提出此请求，忽略本邮件即可。'),
    }),
    email_changed: (facts, about) => ({
      subject: `您在 ${about.organisation} 的邮箱已更改`,
      lines: [
        `您在 ${about.organisation} 的账号邮箱已于 ${about.at} 由 ${facts.oldEmail} 更改为 ${facts.newEmail}。今后请使用新邮箱登录。`,
      ],
      notes: ['如果不是您本人操作，请立即告知系统管理员。'],
    }),
    owner_transfer_code: (facts, about) => ({
      subject: `转让 ${facts.workspace} 的验证码`,
      lines: [`请输入以下验证码，将工作空间“${facts.workspace}”的所有者改为他人。`],
      code: facts.code,
      notes: code(about, `如果您不想转让，请不要使用此验证码。${NOT_YOU}`),
    }),
    owner_transferred: (facts, about) => ({
      subject: `${facts.workspace} 的所有者已变更`,
      lines: [`工作空间“${facts.workspace}”已于 ${about.at} 由 ${facts.from} 转让给 ${facts.to}，后者现为所有者。`],
      notes: ['如果这出乎您的意料，请告知系统管理员。'],
    }),
    account_deletion_code: (facts, about) => ({
      subject: `删除您在 ${about.organisation} 的账号的验证码`,
      lines: [`请输入以下验证码，删除您在 ${about.organisation} 的账号。删除后无法恢复。`],
      code: facts.code,
      notes: code(about, `如果您想保留账号，请不要使用此验证码。${NOT_YOU}`),
    }),
    account_deleted: (_facts, about) => ({
      subject: `您在 ${about.organisation} 的账号已删除`,
      lines: [`您在 ${about.organisation} 的账号已于 ${about.at} 删除。这是与之有关的最后一封邮件。`],
      notes: ['如果这出乎您的意料，请告知系统管理员。'],
    }),
    access_requested: (facts, about) => ({
      subject: `${facts.name} 申请加入工作空间`,
      lines: [
        `${facts.name}（${facts.email}）在 ${about.organisation} 有账号，但还不在任何工作空间中，希望获得邀请。`,
        ...(facts.message === '' ? [] : [`附言：“${facts.message}”`]),
      ],
      button: { label: '答复申请', link: facts.link },
      notes: ['您收到本邮件，是因为您是系统管理员。'],
    }),
    test: (facts, about) => ({
      subject: `来自 ${about.organisation} 的测试邮件`,
      lines: [`${facts.sentBy} 为测试邮件设置发送了本邮件。您已收到，说明设置可用。`],
      notes: [],
    }),
  },
};

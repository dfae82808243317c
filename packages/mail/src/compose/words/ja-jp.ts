import type { Role } from '@latchkey/contract/vocabulary';
import type { Circumstances, Words } from '../letter-text.ts';

const ROLES: Readonly<Record<Role, string>> = {
  owner: 'オーナー',
  admin: '管理者',
  editor: '編集者',
  normal: 'メンバー',
  dataset_operator: 'ナレッジ担当者',
};

const NOT_YOU = '心当たりがない場合は、すぐにパスワードを再設定し、システム管理者に知らせてください。';

function code({ validFor }: Circumstances, otherwise: string): readonly string[] {
  const validity =
    validFor === undefined ? [] : [`コードは 1 回だけ使えます。有効期間は、お求めになった時から ${validFor}です。`];
  return [...validity, `${otherwise}コードは誰にも教えないでください。こちらからお尋ねすることはありません。`];
}

function link({ until }: Circumstances, otherwise: string): readonly string[] {
  return [...(until === undefined ? [] : [`リンクは ${until} まで、1 回だけ使えます。`]), otherwise];
}

export const jaJp: Words = {
  addressBeneath: 'ボタンが使えない場合は、次のアドレスを開いてください。',
  footer: (organisation, publicUrl) => `このメールは ${organisation} から送信されました。${publicUrl}`,
  letters: {
    sign_in_code: (facts, about) => ({
      subject: `${about.organisation} のサインインコード`,
      lines: [`${about.organisation} にサインインするには、次のコードを入力してください。`],
      code: facts.code,
      notes: code(about, 'サインインしようとしていない場合は、このメールを無視してください。'),
    }),
    registration_code: (facts, about) => ({
      subject: `${about.organisation} の登録コード`,
      lines: [`${about.organisation} にアカウントを作成するには、次のコードを入力してください。`],
      code: facts.code,
      notes: code(about, 'アカウントを申し込んでいない場合は、このメールを無視してください。'),
    }),
    already_registered: (facts, about) => ({
      subject: `${about.organisation} のアカウントはすでにあります`,
      lines: [
        `このメールアドレスで ${about.organisation} のアカウントを作成しようとした方がいます（おそらくご本人です）。アカウントはすでにありますので、サインインしてください。`,
      ],
      button: { label: 'サインイン', link: facts.signInLink },
      notes: [
        `パスワードをお忘れの場合は、こちらで新しいパスワードを設定できます: ${facts.resetLink}`,
        '心当たりがない場合は、このメールを無視してください。',
      ],
    }),
    password_reset_code: (facts, about) => ({
      subject: `${about.organisation} のパスワード再設定コード`,
      lines: [`${about.organisation} のアカウントに新しいパスワードを設定するには、次のコードを入力してください。`],
      code: facts.code,
      notes: code(about, '心当たりがない場合は、このメールを無視してください。パスワードは変わりません。'),
    }),
    password_reset_link: (facts, about) => ({
      subject: `${about.organisation} の新しいパスワードを設定してください`,
      lines: [`${about.organisation} のシステム管理者から、新しいパスワードの設定をお願いしています。`],
      button: { label: '新しいパスワードを設定', link: facts.link },
      notes: link(about, '新しいパスワードを設定するまでは、今のパスワードが使えます。'),
    }),
    no_account: (facts, about) => ({
      subject: `このメールアドレスのアカウントは ${about.organisation} にありません`,
      lines: [
        `このメールアドレスで ${about.organisation} にコードを求めた方がいます（おそらくご本人です）。このメールアドレスのアカウントはありません。`,
        facts.registerLink === ''
          ? 'アカウントをお持ちの場合は、別のメールアドレスで登録されています。必要な場合は、システム管理者に招待を依頼してください。'
          : 'アカウントをお持ちの場合は、別のメールアドレスで登録されています。必要な場合は、新しく作成できます。',
      ],
      ...(facts.registerLink !== '' && { button: { label: 'アカウントを作成', link: facts.registerLink } }),
      notes: ['心当たりがない場合は、このメールを無視してください。'],
    }),
    password_changed: (facts, about) => ({
      subject: `${about.organisation} のパスワードが変更されました`,
      lines: [
        `${about.at} に、ネットワークアドレス ${facts.ip} からパスワードが変更されました。ほかの場所では、すべてサインアウトされています。`,
      ],
      notes: [`ご本人による変更であれば、何もする必要はありません。${NOT_YOU}`],
    }),
    invitation: (facts, about) => ({
      subject: `${facts.inviter} さんが ${facts.workspace} に招待しています`,
      lines: [
        `${facts.inviter} さんが、${about.organisation} のワークスペース「${facts.workspace}」に${ROLES[facts.role]}として招待しています。`,
      ],
      button: { label: '招待を受ける', link: facts.link },
      notes: link(about, '相手に心当たりがない場合は、リンクを開かないでください。'),
    }),
    invitation_code: (facts, about) => ({
      subject: `${facts.workspace} への招待を受けるためのコード`,
      lines: [
        `ワークスペース「${facts.workspace}」に招待されたご本人であることを示すため、次のコードを入力してください。`,
      ],
      code: facts.code,
      notes: code(about, '招待を開いていない場合は、このメールを無視してください。'),
    }),
    email_change_old_code: (facts, about) => ({
      subject: `${about.organisation} のメールアドレスを変更するためのコード`,
      lines: [`${about.organisation} のアカウントのメールアドレスを変更するには、次のコードを入力してください。`],
      code: facts.code,
      notes: code(about, `変更を望まない場合は、コードを使わないでください。${NOT_YOU}`),
    }),
    email_change_new_code: (facts, about) => ({
      subject: `${about.organisation} でこのメールアドレスを使うためのコード`,
      lines: [`このメールアドレスを ${about.organisation} のアカウントで使うには、次のコードを入力してください。`],
      code: facts.code,
      notes: code(about, '心当たりがない場合は、このメールを無視してください。'),
    }),
    email_changed: (facts, about) => ({
      subject: `${about.organisation} のメールアドレスが変更されました`,
      lines: [
        `${about.at} に、${about.organisation} のアカウントのメールアドレスが ${facts.oldEmail} から ${facts.newEmail} に変更されました。今後は新しいメールアドレスでサインインしてください。`,
      ],
      notes: ['心当たりがない場合は、すぐにシステム管理者に知らせてください。'],
    }),
    owner_transfer_code: (facts, about) => ({
      subject: `${facts.workspace} を譲渡するためのコード`,
      lines: [`ワークスペース「${facts.workspace}」のオーナーを別の人に替えるには、次のコードを入力してください。`],
      code: facts.code,
      notes: code(about, `譲渡を望まない場合は、コードを使わないでください。${NOT_YOU}`),
    }),
    owner_transferred: (facts, about) => ({
      subject: `${facts.workspace} のオーナーが替わりました`,
      lines: [
        `${about.at} に、ワークスペース「${facts.workspace}」のオーナーが ${facts.from} さんから ${facts.to} さんに替わりました。`,
      ],
      notes: ['心当たりがない場合は、システム管理者に知らせてください。'],
    }),
    account_deletion_code: (facts, about) => ({
      subject: `${about.organisation} のアカウントを削除するためのコード`,
      lines: [
        `${about.organisation} のアカウントを削除するには、次のコードを入力してください。削除すると元に戻せません。`,
      ],
      code: facts.code,
      notes: code(about, `アカウントを残す場合は、コードを使わないでください。${NOT_YOU}`),
    }),
    account_deleted: (_facts, about) => ({
      subject: `${about.organisation} のアカウントが削除されました`,
      lines: [
        `${about.at} に、${about.organisation} のアカウントが削除されました。このアカウントについてのメールは、これが最後です。`,
      ],
      notes: ['心当たりがない場合は、システム管理者に知らせてください。'],
    }),
    access_requested: (facts, about) => ({
      subject: `${facts.name} さんがワークスペースへの招待を求めています`,
      lines: [
        `${facts.name} さん（${facts.email}）は ${about.organisation} のアカウントをお持ちですが、どのワークスペースにも属しておらず、招待を求めています。`,
        ...(facts.message === '' ? [] : [`メッセージ:「${facts.message}」`]),
      ],
      button: { label: '回答する', link: facts.link },
      notes: ['このメールは、システム管理者の方にお送りしています。'],
    }),
    test: (facts, about) => ({
      subject: `${about.organisation} からのテストメール`,
      lines: [
        `メール設定を確かめるため、${facts.sentBy} さんがこのメールを送りました。届いていれば、設定は正しく働いています。`,
      ],
      notes: [],
    }),
  },
};

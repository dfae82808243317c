import type { AdminWords } from '../../admin.en-US.ts';

type Part = Pick<AdminWords['admin'], 'ssoRefusal'>;

export const ssoRefusals: Part = {
  ssoRefusal: {
    state_mismatch: { means: '答复没有 state，或属于其他浏览器、其他尝试或其他连接。', do: '重新开始。' },
    transaction_expired: { means: '开始得太早，已超时。', do: '重新开始。' },
    unsolicited_answer: {
      means: '提供商发来了没有人请求的答复。',
      do: '请从这里而非提供商处开始，或允许此连接从提供商处发起。',
    },
    wrong_request: { means: '答复属于另一个请求，或没有说明属于哪个。', do: '重新开始。' },
    replayed: { means: '同一答复已被使用过。', do: '重新开始。' },
    provider_refused: {
      means: '提供商自己拒绝了此人。',
      do: '请在提供商自己的日志中查找此次登录。常见原因是此人未被分配到该应用。',
    },
    answer_malformed: {
      means: '答复无法理解、缺少必需内容，或其构造有所隐藏。',
      do: '将提供商处的应用设置与指南比对。',
    },
    answer_too_large: { means: '答复大得不正常。', do: '让提供商少发送一些群组或属性。' },
    signature_missing: { means: '没有任何签名内容为此人担保。', do: '让提供商对断言、响应或两者签名。' },
    signature_invalid: {
      means: '签名不是由该提供商的密钥作出，或被签名的内容遭到更改。',
      do: '将证书或颁发者与提供商比对。它可能更换了密钥：请重新读取元数据。',
    },
    algorithm_refused: {
      means: '答复的签名或加密方式不被允许。',
      do: '让提供商按连接中设置的算法以 SHA-256 签名，并用 RSA-OAEP 加密。',
    },
    decryption_failed: {
      means: '加密的断言无法打开，或其中没有有效签名。',
      do: '将我们元数据中的当前加密证书交给提供商。',
    },
    issuer_mismatch: {
      means: '答复来自另一个提供商，而非被询问的那个。',
      do: '将连接中的颁发者或实体 ID 与提供商逐字比对。',
    },
    wrong_audience: {
      means: '答复是给另一个应用的，或没有说明给谁。',
      do: '将提供商处的受众、实体 ID 或客户端 ID 与连接比对。',
    },
    wrong_destination: {
      means: '答复是给另一个地址的，或没有说明给哪个。',
      do: '将提供商处的回调地址与连接显示的地址比对。',
    },
    conditions_missing: {
      means: '断言没有说明其成立的条件，或写了此处未知的条件。',
      do: '让提供商发送带 AudienceRestriction 的 Conditions。',
    },
    outside_validity: {
      means: '答复尚未生效，或已经失效。',
      do: '两边的时钟都应与网络同步，或在此连接中允许更大的时钟偏差。',
    },
    nonce_mismatch: { means: 'ID 令牌没有我们的 nonce，或是另一个。', do: '重新开始。' },
    authentication_too_old: {
      means: '提供商被要求让此人重新登录，但没有这样做，或没有说明登录时间。',
      do: '在提供商处注销，然后重新开始。',
    },
    authentication_too_weak: {
      means: '提供商没有按此连接要求的强度验证此人。',
      do: '请提供商的管理员启用所需强度，例如第二因素。',
    },
    subject_missing: {
      means: '答复没有指明人，或只用每次登录都会变的名称。',
      do: '让提供商发送持久的 NameID，或将主体映射到永不改变的字段。',
    },
    subject_mismatch: {
      means: '用户信息与 ID 令牌说的不是同一个人。',
      do: '检查提供商的用户信息地址。',
    },
    token_refused: {
      means: '提供商没有用代码换取令牌。',
      do: '将客户端 ID 和密钥与提供商比对，并确认密钥是否已过期。',
    },
    logout_token_invalid: {
      means: '注销令牌缺少必需内容，或含有不应有的内容。',
      do: '将提供商处的后端通道注销设置与指南比对。',
    },
    provider_unreachable: {
      means: '无法连接到提供商，或它出错了。',
      do: '请重试。检查它的地址、证书，以及本服务器通向它的网络。',
    },
    provider_too_slow: { means: '提供商耗时过长。', do: '请稍后重试。' },
    provider_answer_refused: {
      means: '提供商的服务器发来过大的内容、重定向，或并非所请求的内容。',
      do: '请输入能直接答复的地址。',
    },
    address_refused: {
      means: '该地址通向本服务器不得访问的网络。',
      do: '请使用公网 https 地址，或请运维人员允许身份提供商使用私有网络。',
    },
    discovery_failed: {
      means: '颁发者没有公布可用的配置，或其中写的是另一个颁发者。',
      do: '从提供商处复制颁发者。路径和末尾的斜杠都算。',
    },
    metadata_refused: {
      means: '元数据不是恰好一个可用的 SAML 身份提供商的元数据。',
      do: '请使用提供商自己的联合元数据。',
    },
    connection_incomplete: { means: '连接的设置无法使用。', do: '请补全连接。' },
  },
};

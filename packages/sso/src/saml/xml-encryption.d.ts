declare module 'xml-encryption' {
  interface DecryptOptions {
    readonly key: string;
    readonly disallowDecryptionWithInsecureAlgorithm: boolean;
    readonly warnInsecureAlgorithm: boolean;
  }

  interface EncryptOptions {
    readonly rsa_pub: string;
    readonly pem: string;
    readonly encryptionAlgorithm: string;
    readonly keyEncryptionAlgorithm: string;
    readonly disallowEncryptionWithInsecureAlgorithm?: boolean;
    readonly warnInsecureAlgorithm?: boolean;
  }

  type Answer = (error: Error | null, text?: string) => void;

  export function decrypt(xml: string, options: DecryptOptions, callback: Answer): void;
  export function encrypt(content: string, options: EncryptOptions, callback: Answer): void;
}

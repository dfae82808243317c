import { X509Certificate } from 'node:crypto';

/** What a certificate says; nothing of one that cannot be read, which shows when it is saved and tested. */
export function certificateDetails(text: string) {
  try {
    const pem = text.includes('-----') ? text : `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`;
    const certificate = new X509Certificate(pem);
    return [
      {
        pem: certificate.toString(),
        subject: certificate.subject,
        sha256_fingerprint: certificate.fingerprint256,
        not_before: certificate.validFromDate.toISOString(),
        not_after: certificate.validToDate.toISOString(),
      },
    ];
  } catch {
    return [];
  }
}

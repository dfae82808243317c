/** The Dify version whose wire this server speaks; clients choose cookies and encodings by it. */
export const WIRE_VERSION = '1.14.2';

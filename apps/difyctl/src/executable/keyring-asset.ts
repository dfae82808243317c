/** The name under which the single executable carries the driver of the system's credential store. */
export const KEYRING_ASSET = 'keyring.node';

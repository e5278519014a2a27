/** What an administrator does with an account besides changing what it may. */
export type AccountAction = 'link' | 'factors' | 'disable' | 'enable';

interface Words {
  title: string;
  text: string;
  button: string;
  done: string;
  danger?: boolean;
}

export const ACCOUNT_ACTIONS: Record<AccountAction, (email: string) => Words> = {
  link: (email) => ({
    title: 'Link for a new password',
    text: `With it ${email} chooses a new password. The old one works until then; a link made before this one stops working.`,
    button: 'Make the link',
    done: '',
  }),
  factors: (email) => ({
    title: 'Remove second factors',
    text: `For somebody who lost their phone or passkey: ${email} signs in with the password alone until a new one is added. Make sure that it is really them who asks.`,
    button: 'Remove',
    done: `The second factors of ${email} are removed.`,
    danger: true,
  }),
  disable: (email) => ({
    title: 'Close this account',
    text: `${email} is signed out everywhere and cannot sign in any more. What they did stays on record.`,
    button: 'Close the account',
    done: `${email} cannot sign in any more.`,
    danger: true,
  }),
  enable: (email) => ({
    title: 'Open this account again',
    text: `${email} can sign in again with the same password.`,
    button: 'Open the account',
    done: `${email} can sign in again.`,
  }),
};

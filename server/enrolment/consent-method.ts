/** How an agreement came about: by the person at a kiosk, confirmed by somebody with an account, or imported. */
export const consentMethods = ['KIOSK', 'DASHBOARD', 'IMPORT'] as const;
export type ConsentMethod = (typeof consentMethods)[number];

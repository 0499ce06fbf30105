/** The router gives each caller who withheld their number an address of their own: it is nothing to be shown. */
export const isWithheld = (address: string): boolean => address.startsWith('withheld:');

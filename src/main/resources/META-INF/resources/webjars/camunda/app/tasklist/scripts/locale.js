// The locale Tasklist settles on: the browser's first language if there is a file for it, else French.
export const availableLocales = ['fr', 'nl', 'en'];

const preferred = (navigator.languages?.[0] ?? navigator.language).split('-')[0].toLowerCase();

export const locale = availableLocales.includes(preferred) ? preferred : 'fr';

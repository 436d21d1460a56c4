import {availableLocales, locale} from '../../tasklist/scripts/locale.js';

export default {
  app: {vendor: 'Jalon', name: {fr: 'Administration', nl: 'Beheer', en: 'Admin'}[locale]},
  // The locale in use is its own fallback, as in Tasklist.
  locales: {availableLocales, fallbackLocale: locale},
  customScripts: ['../../assets/jalon'],
  disableWelcomeMessage: true,
};

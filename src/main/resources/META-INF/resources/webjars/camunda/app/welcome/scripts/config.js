import {availableLocales, locale} from '../../tasklist/scripts/locale.js';

export default {
  app: {vendor: 'Jalon', name: {fr: 'Accueil', nl: 'Welkom', en: 'Welcome'}[locale]},
  // The locale in use is its own fallback, as in Tasklist.
  locales: {availableLocales, fallbackLocale: locale},
  customScripts: ['../../assets/jalon'],
  disableWelcomeMessage: true,
};

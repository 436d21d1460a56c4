import {availableLocales, locale, texts} from '../../tasklist/scripts/locale.js';

export default {
  app: {vendor: 'Jalon', name: texts.welcome},
  // The locale in use is its own fallback, as in Tasklist.
  locales: {availableLocales, fallbackLocale: locale},
  customScripts: ['../../assets/jalon'],
  disableWelcomeMessage: true,
};

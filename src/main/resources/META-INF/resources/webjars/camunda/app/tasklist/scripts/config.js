import {locale, texts} from './locale.js';

export default {
  app: {vendor: 'Jalon', name: texts.tasklist},
  // Tasklist would choose by the browser's language: the person's own is the only one to choose from.
  locales: {availableLocales: [locale], fallbackLocale: locale},
  customScripts: ['scripts/jalon', 'scripts/forms'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: texts.claimTask},
    focusFilter: {key: 'ctrl+shift+f', description: texts.focusFilter},
    focusList: {key: 'ctrl+alt+l', description: texts.focusList},
    focusForm: {key: 'ctrl+alt+f', description: texts.focusForm},
  },
};

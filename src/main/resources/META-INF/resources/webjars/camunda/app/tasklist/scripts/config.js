import {locale} from './locale.js';

// Tasklist shows these raw, so they are chosen here rather than in the locale files.
const texts = {
  fr: {
    name: 'Tâches',
    claimTask: 'prendre en charge la tâche sélectionnée',
    focusFilter: 'aller au premier filtre',
    focusList: 'aller à la première tâche de la liste',
    focusForm: 'aller au premier champ du formulaire',
  },
  nl: {
    name: 'Taken',
    claimTask: 'de geselecteerde taak in behandeling nemen',
    focusFilter: 'naar de eerste filter gaan',
    focusList: 'naar de eerste taak in de lijst gaan',
    focusForm: 'naar het eerste veld van het formulier gaan',
  },
  en: {
    name: 'Tasks',
    claimTask: 'claim the selected task',
    focusFilter: 'go to the first filter',
    focusList: 'go to the first task in the list',
    focusForm: 'go to the first field of the form',
  },
}[locale];

export default {
  app: {vendor: 'Jalon', name: texts.name},
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

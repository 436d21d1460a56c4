// Imported by Tasklist after its AngularJS module is defined and before it is started.
import {locale} from './locale.js';

document.documentElement.lang = locale;

// Login is Jalon's own: leave as soon as Tasklist turns to its login page (logout, end of session).
const appRoot = document.querySelector('base').getAttribute('app-root');

function leaveForLogin() {
  if (location.hash.startsWith('#/login')) {
    location.assign(new URL('../login', `${location.origin}${appRoot}/`));
  }
}

addEventListener('hashchange', leaveForLogin);
leaveForLogin();

// The list opens with what is due first; the choice in the address is Tasklist's own.
if (!location.hash.includes('sorting=')) {
  const dueFirst = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
  const hash = location.hash || '#/';
  location.hash = `${hash}${hash.includes('?') ? '&' : '?'}sorting=${dueFirst}`;
}

// Date pickers take their names from AngularJS, which is shipped with English only.
function names(options, count) {
  const format = new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'}).format;
  // 1 January 2023 was a Sunday, the first of AngularJS's days.
  return Array.from({length: count}, (_, i) =>
    format(options.month ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, i + 1)));
}

window.angular.module('cam.tasklist').run(['$locale', ({DATETIME_FORMATS}) =>
  Object.assign(DATETIME_FORMATS, {
    MONTH: names({month: 'long'}, 12),
    STANDALONEMONTH: names({month: 'long'}, 12),
    SHORTMONTH: names({month: 'short'}, 12),
    DAY: names({weekday: 'long'}, 7),
    SHORTDAY: names({weekday: 'short'}, 7),
    FIRSTDAYOFWEEK: 0, // Monday
  })]);

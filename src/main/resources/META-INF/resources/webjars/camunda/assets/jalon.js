// Imported by each of the four web apps after its AngularJS module is defined and before it is started.
import {locale} from '../app/tasklist/scripts/locale.js';

document.documentElement.lang = locale;

const base = document.querySelector('base');

// Login is Jalon's own, and the app's login page would be refused: leave as soon as it is turned to. The
// address of an open task leads back to it after sign-in. The app may turn to its login page several times.
let leaving = false;

function leaveForLogin(task) {
  if (!leaving && location.hash.startsWith('#/login')) {
    leaving = true;
    if (task) {
      sessionStorage.setItem('jalon-ended', task);
    }
    const page = task ? `../tasks/${task}` : '../login';
    location.assign(new URL(page, `${location.origin}${base.getAttribute('app-root')}/`));
  }
}

addEventListener('hashchange', event => leaveForLogin((/[?&]task=([\w-]+)/.exec(event.oldURL) || [])[1]));
leaveForLogin();

// Date pickers take their names from AngularJS, which is shipped with English only.
function names(options, count) {
  const format = new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'}).format;
  // 1 January 2023 was a Sunday, the first of AngularJS's days.
  return Array.from({length: count}, (_, i) =>
    format(options.month ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, i + 1)));
}

window.angular.module(`cam.${base.getAttribute('app-name')}`).run(['$locale', ({DATETIME_FORMATS}) =>
  Object.assign(DATETIME_FORMATS, {
    MONTH: names({month: 'long'}, 12),
    STANDALONEMONTH: names({month: 'long'}, 12),
    SHORTMONTH: names({month: 'short'}, 12),
    DAY: names({weekday: 'long'}, 7),
    SHORTDAY: names({weekday: 'short'}, 7),
    FIRSTDAYOFWEEK: 0, // Monday
  })]);

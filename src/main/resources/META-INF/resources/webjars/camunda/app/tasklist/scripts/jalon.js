// Imported by Tasklist after its AngularJS module is defined and before it is started.
import '../../../assets/jalon.js';

import {texts} from './locale.js';

// Jalon's own address, which may have a path before it: the web apps are below it.
const apps = document.querySelector('base').getAttribute('app-root');
const myWork = new URL('../my-work', `${location.origin}${apps}/`).pathname;

function escaped(text) {
  const element = document.createElement('i');
  element.textContent = text;
  return element.innerHTML;
}

// The way back to the first page, and its search in place of the search by technical criteria.
window.angular.module('cam.tasklist').config(['ViewsProvider', views => {
  views.registerDefaultView('tasklist.navbar.action', {
    id: 'jalon-my-work',
    template: `<a href="${myWork}" target="_self">${escaped(texts.myWork)}</a>`,
    controller: [() => {}],
    priority: 1000,
  });
  views.registerDefaultView('tasklist.list', {
    id: 'jalon-search',
    template: `
      <form class="jalon-search" action="${myWork}" method="get" target="_self" role="search">
        <label for="jalon-q">${escaped(texts.searchLabel)}</label>
        <div class="input-group">
          <input id="jalon-q" class="form-control" type="search" name="q" maxlength="200">
          <span class="input-group-btn"><button type="submit" class="btn btn-default">${escaped(texts.search)}</button></span>
        </div>
      </form>`,
    controller: [() => {}],
    priority: 1000,
  });
}]);

// Nothing is drawn before the texts have arrived: Tasklist would show their keys. It is not made
// invisible otherwise, since the form that opens takes the focus meanwhile.
const waiting = document.documentElement.classList;
waiting.add('jalon-waiting');
window.angular.module('cam.tasklist').run(['$rootScope', '$timeout', ($rootScope, $timeout) => {
  const draw = () => $timeout(() => waiting.remove('jalon-waiting'));
  ['$translateChangeSuccess', '$translateChangeError'].forEach(event => $rootScope.$on(event, draw));
}]);

// The task of a link that was followed signed out: its address did not reach the server.
const asked = sessionStorage.getItem('jalon-task');
sessionStorage.removeItem('jalon-task');
if (asked && !/[?&]task=/.test(location.hash)) {
  location.hash = asked;
}

// The list opens with what is due first; the choice in the address is Tasklist's own.
if (!location.hash.includes('sorting=')) {
  const dueFirst = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
  const hash = location.hash || '#/';
  location.hash = `${hash}${hash.includes('?') ? '&' : '?'}sorting=${dueFirst}`;
}

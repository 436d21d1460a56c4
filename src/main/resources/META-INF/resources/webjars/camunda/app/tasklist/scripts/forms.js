// Shared by Jalon's forms: the commitment above the fields, files, questions, the autosave of the fields,
// and the label of the submit button.
const tasklist = window.angular.module('cam.tasklist');

// Jalon's own address, which may have a path before it: the web apps are below it.
const apps = document.querySelector('base').getAttribute('app-root');
const jalonRoot = new URL('..', `${location.origin}${apps}/`).pathname;

// Data is only ever bound as text.
tasklist.directive('jalonCommitment', () => ({
  restrict: 'E',
  template: `
    <div class="alert alert-warning jalon-gone" role="alert" ng-if="jalon.gone">
      <p>{{ 'JALON_GONE' | translate }}</p>
      <p><a ng-href="${jalonRoot}tasks/{{ jalon.form.id }}" target="_self">{{ 'JALON_GONE_WHO' | translate }}</a></p>
    </div>
    <div class="panel panel-default">
      <div class="panel-body jalon-commitment">
        <p role="status" ng-show="jalon.state === 'loading'">{{ 'JALON_COMMITMENT_LOADING' | translate }}</p>
        <p ng-show="jalon.state === 'unavailable'">{{ 'JALON_COMMITMENT_UNAVAILABLE' | translate }}</p>
        <div ng-if="jalon.state === 'loaded'">
          <p class="jalon-ref">{{ jalon.commitment.ref }} · {{ jalon.commitment.theme.title }}</p>
          <h4 dir="auto" id="jalon-title" tabindex="-1">{{ jalon.commitment.title }}</h4>
          <p ng-if="jalon.commitment.summary" dir="auto" class="jalon-text">{{ jalon.commitment.summary }}</p>
          <dl class="jalon-facts">
            <dt>{{ 'JALON_ACT' | translate }}</dt>
            <dd>{{ jalon.form.name }}</dd>
            <dt ng-if="jalon.form.dueOn">{{ 'JALON_DUE_ON' | translate }}</dt>
            <dd ng-if="jalon.form.dueOn">{{ jalon.day(jalon.form.dueOn) }}</dd>
            <dt ng-if="jalon.commitment.dueOn">{{ 'JALON_COMMITMENT_DUE_ON' | translate }}</dt>
            <dd ng-if="jalon.commitment.dueOn">{{ jalon.day(jalon.commitment.dueOn) }}</dd>
          </dl>
          <p><a ng-href="${jalonRoot}commitments/{{ jalon.commitment.ref }}" target="_self">{{ 'JALON_COMMITMENT_PAGE' | translate }}</a></p>
          <div class="jalon-sides">
            <section ng-repeat="side in jalon.form.sides" ng-class="{ own: side.own }">
              <h5>{{ side.partyName }}</h5>
              <p>{{ side.name }}</p>
              <p ng-if="!side.report">{{ 'JALON_NO_REPORT' | translate }}</p>
              <div ng-if="side.report">
                <p><strong>{{ ('JALON_STATUS_' + side.report.status) | translate }}</strong>, {{ jalon.day(side.report.on) }}</p>
                <p dir="auto" class="jalon-text">{{ side.report.text }}</p>
                <p ng-if="side.report.nextOn">{{ 'JALON_NEXT_ON_SAID' | translate }} {{ jalon.day(side.report.nextOn) }}</p>
                <p ng-if="jalon.isLink(side.report.evidence)"><a ng-href="{{ side.report.evidence }}" target="_blank" rel="noopener noreferrer">{{ 'JALON_OPEN_EVIDENCE' | translate }}</a></p>
                <ul ng-if="side.report.files.length"><li ng-repeat="file in side.report.files"><a ng-href="${jalonRoot}api/evidence/{{ file.id }}" target="_self" download>{{ file.name }}</a> ({{ jalon.size(file.size) }})</li></ul>
              </div>
            </section>
          </div>
        </div>
      </div>
    </div>`,
}));

tasklist.directive('jalonFiles', () => ({
  restrict: 'E',
  template: `
    <div class="form-group" ng-class="{ 'has-error': jalon.fileErrors.length }">
      <label class="control-label" for="evidenceFiles">{{ 'JALON_FILES' | translate }}</label>
      <p id="evidenceFiles-help">{{ 'JALON_FILES_HELP' | translate }}</p>
      <ul class="jalon-files" ng-if="jalon.files.length">
        <li ng-repeat="file in jalon.files">
          <a ng-href="${jalonRoot}api/evidence/{{ file.id }}" target="_self" download>{{ file.name }}</a> ({{ jalon.size(file.size) }})
          <button type="button" class="btn btn-link" ng-click="jalon.removeFile(file)" aria-label="{{ 'JALON_FILE_REMOVE' | translate }} {{ file.name }}">{{ 'JALON_FILE_REMOVE' | translate }}</button>
        </li>
      </ul>
      <input id="evidenceFiles" type="file" multiple aria-describedby="evidenceFiles-help evidenceFiles-error">
      <p role="status"><span ng-if="jalon.uploading">{{ 'JALON_FILE_UPLOADING' | translate }}</span></p>
      <div id="evidenceFiles-error" class="help-block" role="alert"><div ng-repeat="error in jalon.fileErrors track by $index">{{ error }}</div></div>
    </div>`,
  link: (scope, element) => {
    const input = element[0].querySelector('input');
    input.addEventListener('change', () => scope.$apply(() => {
      const chosen = [...input.files];
      input.value = '';
      scope.jalon.addFiles(chosen);
    }));
  },
}));

tasklist.directive('jalonAsk', () => ({
  restrict: 'E',
  template: `
    <div class="jalon-ask" ng-form="jalonAskForm" ng-if="jalon.state === 'loaded'">
      <div class="jalon-questions" ng-if="jalon.form.questions.length">
        <h4>{{ 'JALON_QUESTIONS' | translate }}</h4>
        <div ng-repeat="question in jalon.form.questions">
          <p><strong>{{ question.from }}</strong>, {{ jalon.day(question.askedOn) }}</p>
          <p dir="auto" class="jalon-text">{{ question.text }}</p>
          <blockquote ng-if="question.answer" dir="auto" class="jalon-text">{{ question.answer }}</blockquote>
          <p ng-if="!question.answer"><a ng-href="${jalonRoot}commitments/{{ question.ref }}#question-{{ question.id }}" target="_blank" rel="noopener">{{ 'JALON_QUESTION_WAITS' | translate }}</a></p>
        </div>
      </div>
      <details>
        <summary>{{ 'JALON_OTHERWISE' | translate }}</summary>
        <p><a ng-href="${jalonRoot}tasks/{{ jalon.form.id }}/answer" target="_self">{{ 'JALON_ANSWER_PAGE' | translate }}</a></p>
        <div class="form-group" ng-if="jalon.form.asks">
          <div ng-if="jalon.others().length > 1">
            <label class="control-label" for="question-to">{{ 'JALON_QUESTION_TO' | translate }}</label>
            <select id="question-to" class="form-control" ng-model="jalon.questionTo" ng-options="side.party as side.partyName for side in jalon.others()"></select>
          </div>
          <label class="control-label" for="question">{{ 'JALON_QUESTION' | translate }}</label>
          <textarea id="question" class="form-control" rows="3" maxlength="2000" ng-model="jalon.question" ng-model-options="{ allowInvalid: true }"></textarea>
          <button type="button" class="btn btn-default" ng-click="jalon.ask()">{{ 'JALON_QUESTION_SEND' | translate }}</button>
          <div role="status"><p ng-if="jalon.asked">{{ 'JALON_QUESTION_SENT' | translate }}</p></div>
          <div class="help-block error" role="alert"><p ng-if="jalon.askError">{{ jalon.askError }}</p></div>
        </div>
      </details>
    </div>`,
}));

tasklist.directive('jalonNext', () => ({
  restrict: 'E',
  template: `
    <p class="jalon-next" role="status" ng-if="jalon.state === 'loaded' && jalon.next()">{{ jalon.next() | translate }}</p>
    <p class="jalon-kept" ng-show="jalon.keptAt">{{ 'JALON_DRAFT_KEPT' | translate }} {{ jalon.keptAt }}</p>
    <p class="help-block error" role="alert"><span ng-if="jalon.notKept">{{ 'JALON_DRAFT_NOT_KEPT' | translate }}</span></p>`,
}));

const AUTOSAVE_DELAY = 1200;

// The server refuses a shorter question.
const SHORTEST_QUESTION = 10;

// After a change in the register, before the form looks whether its item is still open.
const LOOK_DELAY = 1000;

// Steps and choices with their own texts in the locale files.
const SEND = ['TAKE_CHARGE', 'REPORT', 'REPORT_DONE', 'FINAL', 'FINAL_DONE', 'EVIDENCE', 'VALIDATE',
  'VALIDATE_FULFILLED', 'VALIDATE_SEND_BACK', 'APPROVAL', 'REQUEST', 'REQUEST_GRANT', 'REQUEST_REFUSE', 'CLOSING'];
const NEXT = ['TAKE_CHARGE', 'REPORT', 'REPORT_DONE', 'FINAL', 'FINAL_DONE', 'EVIDENCE', 'VALIDATE_FULFILLED',
  'VALIDATE_SEND_BACK', 'APPROVAL', 'REQUEST_GRANT', 'REQUEST_REFUSE', 'CLOSING'];

// The keyboard starts at the form. Tasklist turns to its list when that is loaded: until the user acts, the
// form has the focus again.
function focusTitle() {
  const title = document.getElementById('jalon-title');
  if (title && !document.activeElement.matches('input, select, textarea')) {
    title.focus({preventScroll: true});
  }
}

// Tasklist shows a form some time after it has filled it.
function focusTitleWhenShown(until = Date.now() + 10000) {
  const title = document.getElementById('jalon-title');
  if (title && title.offsetParent) {
    focusTitle();
  } else if (Date.now() < until) {
    requestAnimationFrame(() => focusTitleWhenShown(until));
  }
}

function focusTitleAgain(event) {
  if (event.target.closest('[cam-tasks]')) {
    focusTitle();
  }
}

document.addEventListener('focusin', focusTitleAgain);
['keydown', 'pointerdown'].forEach(type => addEventListener(type,
  () => document.removeEventListener('focusin', focusTitleAgain), {once: true, capture: true}));

// Data is only ever set as text.
function element(name, text, properties) {
  const created = document.createElement(name);
  created.textContent = text;
  return Object.assign(created, properties);
}

function hideSent() {
  document.querySelectorAll('.jalon-sent').forEach(each => each.remove());
}

function showSent(sent, next, text, day) {
  hideSent();
  const panel = element('section', '', {className: 'jalon-sent', tabIndex: -1});
  panel.setAttribute('role', 'status');
  const done = element('p', '', {});
  done.append(element('strong', text('JALON_SENT')), ` ${sent.name} – ${sent.title}`);
  panel.append(done);
  if (sent.then) {
    panel.append(element('p', sent.then));
  }
  const links = element('p', next ? '' : `${text('JALON_NO_NEXT_ITEM')} `);
  if (next) {
    const what = `${next.title} – ${next.name}${next.dueOn ? `, ${day(next.dueOn)}` : ''}`;
    links.append(
      element('a', `${text('JALON_NEXT_ITEM')} ${what}`,
        {className: 'jalon-next-item', href: `#/?forceDisplayTask=true&task=${encodeURIComponent(next.id)}`}),
      document.createElement('br'));
  }
  links.append(element('a', text('JALON_MY_WORK'), {href: `${jalonRoot}my-work`, target: '_self'}));
  panel.append(links);
  document.querySelector('.task-details > .three-cols-layout-cell.content').prepend(panel);
  panel.focus();
}

// The note about the last item goes when another is opened.
addEventListener('hashchange', () => {
  if (/[?&]task=/.test(location.hash)) {
    hideSent();
  }
});

tasklist.factory('jalonForm', ['$http', '$translate', '$timeout', function ($http, $translate, $timeout) {
  return (scope, camForm) => {
    const item = `${jalonRoot}api/action-items/${encodeURIComponent(camForm.taskId)}`;
    const jalon = scope.jalon = {state: 'loading', commitment: {}, form: {}, files: [], fileErrors: [], errors: {}};
    let token = {};
    let pause = null;

    const sentence = answer => (answer.data && answer.data.detail) || $translate.instant('JALON_NOT_SENT');
    const write = (method, url, data, headers) => $http({method, url, data, headers: {...token, ...headers}});

    jalon.wrong = field => Boolean(field && (field.$invalid || jalon.errors[field.$name]) && (field.$touched || field.$dirty));
    jalon.isLink = address => /^https:\/\//i.test(address || '');
    jalon.day = iso => {
      const [year, month, day] = String(iso || '').slice(0, 10).split('-').map(Number);
      return day ? new Date(year, month - 1, day).toLocaleDateString(
        $translate.use(), {day: 'numeric', month: 'long', year: 'numeric'}) : '';
    };
    // What a request asks for: a date, the name of a ministry, or none named.
    jalon.wanted = () => {
      const wanted = jalon.request && jalon.request.wanted;
      const ministry = ((jalon.form && jalon.form.ministries) || []).find(each => each.code === wanted);
      return wanted ? jalon.day(wanted) || (ministry ? ministry.name : wanted) : $translate.instant('JALON_REQUEST_OPEN');
    };
    jalon.size = bytes => `${new Intl.NumberFormat($translate.use(), {maximumFractionDigits: 1})
      .format(Math.max(0.1, bytes / 1048576))} ${$translate.instant('JALON_MEGABYTES')}`;

    // The label of the submit button and the description of its effect, by step and choice.
    const chosen = () => jalon.progressStatus || jalon.decision || jalon.requestDecision || '';
    const kind = () => ({
      takeCharge: 'TAKE_CHARGE', validate: 'VALIDATE', approvalChoice: 'APPROVAL', decideExtension: 'REQUEST',
      decideReassignment: 'REQUEST', decideClosing: 'CLOSING', finalEvaluation: 'FINAL', evidence: 'EVIDENCE',
    })[jalon.form.step] || 'REPORT';
    const of = (keys, prefix) => [`${kind()}_${chosen()}`, kind()].filter(key => keys.includes(key))
      .map(key => prefix + key)[0];
    jalon.next = () => of(NEXT, 'JALON_NEXT_');
    jalon.send = () => of(SEND, 'JALON_SEND_');

    scope.$watch(() => jalon.state === 'loaded' && $translate.instant(jalon.send()), text => {
      const button = document.querySelector('.form-actions .btn-primary');
      if (text && button) {
        button.textContent = text;
      }
    });

    // A claim is not needed: Tasklist would unlock the form only for the assignee.
    scope.$watch(() => jalon.form.own && scope.options
      && (scope.options.disableForm || scope.options.disableCompleteButton), locked => {
      if (locked) {
        scope.options.disableForm = false;
        scope.options.disableCompleteButton = false;
      }
    });

    jalon.others = () => (jalon.form ? jalon.form.sides.filter(side => !side.own) : []);

    const typed = () => Object.fromEntries(camForm.fields.map(
      field => [field.variableName, (field.element.val() || '').trim()]));

    const restore = fields => Object.entries(fields).forEach(([name, text]) => {
      const field = camForm.fields.find(each => each.variableName === name);
      const date = field && field.element.attr('type') === 'date';
      jalon[name] = date ? new Date(`${text}T00:00`) : text;
    });

    // What was not saved when the session ended is kept in this tab, until the form is opened again.
    const unsaved = `jalon-form-${camForm.taskId}`;
    const keepHere = () => sessionStorage.setItem(unsaved, JSON.stringify(typed()));
    const takeKept = () => {
      const kept = JSON.parse(sessionStorage.getItem(unsaved) || '{}');
      sessionStorage.removeItem(unsaved);
      return Object.fromEntries(Object.entries(kept).filter(([, text]) => text));
    };

    // Sequential requests, so that the last input is the one that is saved.
    let keeping = Promise.resolve();
    jalon.keep = () => {
      pause = null;
      const variables = typed();
      keeping = keeping.then(() => write('PUT', `${item}/autosave`, {variables}).then(answer => {
        jalon.errors = Object.fromEntries(answer.data.errors.map(error => [error.field, error.message]));
        jalon.keptAt = new Date().toLocaleTimeString($translate.use(), {hour: '2-digit', minute: '2-digit'});
        jalon.notKept = false;
        sessionStorage.removeItem(unsaved);
      }).catch(() => { jalon.notKept = true; }));
      return keeping;
    };

    const keepSoon = () => {
      keepHere();
      $timeout.cancel(pause);
      pause = $timeout(jalon.keep, AUTOSAVE_DELAY);
    };

    jalon.addFiles = files => files.forEach(file => {
      const data = new FormData();
      data.append('file', file);
      jalon.fileErrors = [];
      jalon.uploading = (jalon.uploading || 0) + 1;
      $http.post(`${item}/evidence`, data,
        {headers: {...token, 'Content-Type': undefined}, transformRequest: data => data})
        .then(answer => jalon.files.push(answer.data))
        .catch(answer => jalon.fileErrors.push(sentence(answer)))
        .finally(() => { jalon.uploading -= 1; });
    });

    jalon.removeFile = file => write('DELETE', `${jalonRoot}api/evidence/${file.id}`)
      .then(() => {
        jalon.files = jalon.files.filter(each => each.id !== file.id);
        document.getElementById('evidenceFiles').focus();
      })
      .catch(answer => { jalon.fileErrors = [sentence(answer)]; });

    jalon.ask = () => {
      jalon.asked = false;
      jalon.askError = null;
      if ((jalon.question || '').trim().length < SHORTEST_QUESTION) {
        jalon.askError = $translate.instant('JALON_PROGRESS_TEXT_SHORT');
        return;
      }
      write('POST', `${jalonRoot}api/commitments/${encodeURIComponent(jalon.commitment.ref)}/questions`, {text: jalon.question || '', to: jalon.questionTo || null})
        .then(answer => {
          jalon.form.questions.push(answer.data);
          jalon.question = '';
          jalon.asked = true;
        })
        .catch(answer => { jalon.askError = sentence(answer); });
    };

    // Autosaved values are restored after the engine has set its own values.
    let applied;
    const fieldsAreReady = new Promise(resolve => { applied = resolve; });
    camForm.on('variables-applied', () => applied());

    camForm.on('form-loaded', () => $http.get(`${item}/form`).then(answer => {
      const csrf = answer.headers('X-CSRF-TOKEN');
      token = csrf ? {'X-CSRF-TOKEN': csrf} : {};
      jalon.form = answer.data;
      jalon.commitment = answer.data.commitment;
      jalon.files = answer.data.files;
      jalon.request = answer.data.requests.find(request =>
        jalon.form.step.toUpperCase().endsWith(request.kind));
      document.body.classList.toggle('jalon-not-own', !jalon.form.own);
      jalon.state = 'loaded';
      watch();
      focusTitleWhenShown();
      fieldsAreReady.then(() => $timeout(() => restore({...answer.data.autosave, ...takeKept()})));
      camForm.formElement.on('input change', event => {
        if (event.target.hasAttribute('cam-variable-name')) {
          keepSoon();
        }
      });
    }).catch(() => { jalon.state = 'unavailable'; }));

    // Looks again after a change in the register: another person may have done or moved the item.
    let live = null;
    let looking = null;
    const look = () => {
      looking = null;
      $http.get(`${item}/form`)
        .then(answer => { jalon.gone = !answer.data.own; })
        .catch(answer => { jalon.gone = answer.status === 404; });
    };
    const watch = () => {
      if (jalon.form.own && window.EventSource) {
        live = new EventSource(`${jalonRoot}live`);
        live.addEventListener('mark', () => {
          if (!looking) {
            looking = $timeout(look, LOOK_DELAY * (1 + Math.random()));
          }
        });
      }
    };
    const stopWatching = () => {
      $timeout.cancel(looking);
      if (live) {
        live.close();
      }
    };

    // Saves pending input when the user opens another task.
    scope.$on('$destroy', () => {
      stopWatching();
      if (pause && $timeout.cancel(pause)) {
        jalon.keep();
      }
    });

    // Says what was sent and what comes next, and offers the next item.
    camForm.on('submit-success', () => {
      stopWatching();
      sessionStorage.removeItem(unsaved);
      const then = jalon.next();
      const sent = {name: jalon.form.name, title: jalon.commitment.title, then: then ? $translate.instant(then) : ''};
      $http.get(`${jalonRoot}api/action-items`, {params: {ministry: jalon.form.ministry, size: 1}})
        .then(answer => showSent(sent, answer.data.items[0], key => $translate.instant(key), jalon.day))
        .catch(() => showSent(sent, null, key => $translate.instant(key), jalon.day));
    });

    // AngularJS validates the trimmed text; the SDK sends the raw text.
    camForm.on('submit', () => {
      if (jalon.uploading) {
        camForm.submitPrevented = true;
        jalon.fileErrors = [$translate.instant('JALON_FILE_WAIT')];
        return;
      }
      $timeout.cancel(pause);
      pause = null;
      camForm.fields.forEach(field => field.element.val((field.element.val() || '').trim()));
    });

    return jalon;
  };
}]);

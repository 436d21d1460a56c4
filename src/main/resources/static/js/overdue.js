// Selection of overdue items: whole groups, and the number selected.
const ticking = new WeakSet();

function tick() {
  const form = document.querySelector('[data-ticks]');
  if (!form || ticking.has(form)) {
    return;
  }
  ticking.add(form);
  const bar = form.querySelector('.tick-bar');
  const count = form.querySelector('[data-ticks-count]');
  const groups = [...form.querySelectorAll('[data-ticks-group]')].map((group) => ({
    all: group.querySelector('[data-ticks-all] input'),
    boxes: [...group.querySelectorAll('[name="item"]')],
  }));

  function show() {
    let ticked = 0;
    for (const { all, boxes } of groups) {
      const here = boxes.filter((box) => box.checked).length;
      all.checked = here === boxes.length;
      all.indeterminate = here > 0 && here < boxes.length;
      ticked += here;
    }
    const { none, one, many } = count.dataset;
    count.textContent = ticked === 0 ? none : ticked === 1 ? one : many.replace('222', ticked);
    bar.hidden = ticked === 0;
  }

  for (const label of form.querySelectorAll('[data-ticks-all]')) {
    label.hidden = false;
    label.parentElement.querySelector('[data-ticks-link]').hidden = true;
  }

  form.addEventListener('change', (event) => {
    const group = groups.find(({ all }) => all === event.target);
    if (group) {
      group.boxes.forEach((box) => {
        box.checked = group.all.checked;
      });
    }
    show();
  });

  // The browser restores the selection of a page from its history.
  window.addEventListener('pageshow', show);
  show();
}

tick();
document.addEventListener('jalon:live', tick);

// The diagram of a commitment's process. The list of steps above it contains the same information
// and works without scripts.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const STEP = 60;
  const MARGIN = 30;
  const figure = document.querySelector('[data-process]');
  if (!figure || !window.BpmnJS) {
    return;
  }
  const box = figure.querySelector('.process-box');
  const models = figure.querySelector('.process-models');
  let viewer;
  let shown;

  // The models are in French; names are replaced with those in the language of the page.
  function translated(picture) {
    const document = new DOMParser().parseFromString(picture.xml, 'application/xml');
    for (const element of document.querySelectorAll('[id][name]')) {
      const name = picture.names[element.getAttribute('id')];
      if (name) {
        element.setAttribute('name', name);
      }
    }
    return new XMLSerializer().serializeToString(document);
  }

  function drawn(name, attributes, parent) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    parent.append(element);
    return element;
  }

  // A ranging pole where the process is now, a tick where it went through.
  function mark(token, at) {
    const element = viewer.get('elementRegistry').get(token.element);
    if (!element || !element.width) {
      return;
    }
    const gfx = viewer.get('elementRegistry').getGraphics(element);
    gfx.classList.add(token.now ? 'token-now' : 'token-done');
    const group = drawn('g', {class: 'token', transform: `translate(${element.width - 6} ${-10 + 24 * at})`}, gfx);
    if (token.now) {
      drawn('path', {class: 'token-pole', d: 'M-5 -14h10v28l-5 6-5-6z'}, group);
      drawn('path', {class: 'token-band', d: 'M-5 -7h10v7h-10zm0 14h10v7h-10z'}, group);
    } else {
      drawn('circle', {class: 'token-disc', r: 9}, group);
      drawn('path', {class: 'token-tick', d: 'M-4.5 .5 -1.5 4 4.5 -3.5'}, group);
    }
    if (!token.badge) {
      return;
    }
    const label = drawn('g', {class: token.late ? 'token-badge token-late' : 'token-badge'}, group);
    const ground = drawn('rect', {rx: 3, height: 18, y: -9}, label);
    const text = drawn('text', {y: 4, 'text-anchor': 'end', x: token.now ? -12 : -16}, label);
    text.textContent = token.badge;
    const width = text.getComputedTextLength() + 10;
    ground.setAttribute('width', width);
    ground.setAttribute('x', (token.now ? -12 : -16) - width + 5);
  }

  function marks(picture) {
    const at = {};
    for (const token of picture.tokens) {
      const element = viewer.get('elementRegistry').get(token.element);
      const task = element && /Task$|CallActivity$/.test(element.type);
      if (token.now || task) {
        at[token.element] = (at[token.element] ?? -1) + 1;
        mark(token, at[token.element]);
      }
    }
  }

  // Fits the whole diagram into its box, with a margin.
  function fit() {
    const canvas = viewer.get('canvas');
    const size = canvas.getSize();
    const {x, y, width, height} = canvas.viewbox().inner;
    const scale = Math.min(1.2, size.width / (width + 2 * MARGIN), size.height / (height + 2 * MARGIN));
    canvas.viewbox({
      x: x + (width - size.width / scale) / 2,
      y: y + (height - size.height / scale) / 2,
      width: size.width / scale,
      height: size.height / scale,
    });
  }

  // Zooms to the current position at a readable size, or to the whole diagram of an ended process.
  function toNow() {
    const token = shown.tokens.find((each) => each.now);
    const element = token && viewer.get('elementRegistry').get(token.element);
    if (!element || !element.width) {
      fit();
      return;
    }
    const canvas = viewer.get('canvas');
    const size = canvas.getSize();
    canvas.viewbox({
      x: element.x + element.width / 2 - size.width / 2,
      y: element.y + element.height / 2 - size.height / 2,
      width: size.width,
      height: size.height,
    });
  }

  // The whole diagram if it is readable, otherwise the current position.
  function start() {
    fit();
    if (viewer.get('canvas').zoom() < 0.55) {
      toNow();
    }
  }

  async function show(picture) {
    shown = picture;
    await viewer.importXML(translated(picture));
    box.querySelector('.djs-container > svg').setAttribute('aria-hidden', 'true');
    marks(picture);
    start();
    for (const button of models.children) {
      button.setAttribute('aria-pressed', String(button.textContent === picture.title));
    }
  }

  function failed() {
    const notice = figure.querySelector('[role="alert"]');
    notice.textContent = figure.dataset.failed;
    notice.hidden = false;
  }

  figure.addEventListener('click', (event) => {
    const zoom = event.target.closest('[data-zoom]')?.dataset.zoom;
    const canvas = viewer?.get('canvas');
    if (zoom === 'in' || zoom === 'out') {
      canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * (zoom === 'in' ? 1.25 : 0.8))));
    } else if (zoom === 'fit') {
      fit();
    } else if (zoom === 'now') {
      toNow();
    }
  });

  // Arrow keys move the diagram while it has the focus.
  box.addEventListener('keydown', (event) => {
    const way = {ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP]}[event.key];
    if (way && event.target === box && viewer) {
      event.preventDefault();
      viewer.get('canvas').scroll({dx: way[0], dy: way[1]});
    }
  });

  // Touch moves the diagram sideways and scrolls the page vertically.
  let finger;
  box.addEventListener('pointerdown', (event) => {
    finger = event.pointerType === 'touch' ? event.clientX : undefined;
  });
  box.addEventListener('pointermove', (event) => {
    if (finger !== undefined && viewer) {
      viewer.get('canvas').scroll({dx: event.clientX - finger, dy: 0});
      finger = event.clientX;
    }
  });
  for (const end of ['pointerup', 'pointercancel']) {
    box.addEventListener(end, () => {
      finger = undefined;
    });
  }

  async function read() {
    const answer = await fetch(figure.dataset.process, {headers: {Accept: 'application/json'}});
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return (await answer.json()).pictures;
  }

  // A live update moves the tokens without changing the visible part of the diagram.
  document.addEventListener('jalon:live', async () => {
    if (!shown) {
      return;
    }
    const picture = (await read().catch(() => [])).find((each) => each.title === shown.title);
    if (picture && JSON.stringify(picture) !== JSON.stringify(shown)) {
      const where = viewer.get('canvas').viewbox();
      await show(picture).catch(failed);
      viewer.get('canvas').viewbox({x: where.x, y: where.y, width: where.width, height: where.height});
    }
  });

  async function load() {
    const pictures = await read();
    if (pictures.length === 0) {
      return;
    }
    figure.hidden = false;
    viewer = new window.BpmnJS({
      container: box,
      zoomScroll: {enabled: false},
      bpmnRenderer: {defaultFillColor: 'var(--sheet)', defaultStrokeColor: 'var(--ink)'},
      textRenderer: {defaultStyle: {fontFamily: 'inherit'}, externalStyle: {fontSize: 12}},
    });
    for (const picture of pictures.length > 1 ? pictures : []) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-sm btn-outline-primary';
      button.textContent = picture.title;
      button.addEventListener('click', () => show(picture).catch(failed));
      models.append(button);
    }
    await show(pictures[0]);
    figure.dataset.shown = 'true';
  }

  load().catch(() => {
    figure.hidden = false;
    failed();
  });
})();

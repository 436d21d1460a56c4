// Follows the system's choice of light or dark; runs before the first paint.
const dark = matchMedia('(prefers-color-scheme: dark)');

function follow() {
  document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light';
}

dark.addEventListener('change', follow);
follow();

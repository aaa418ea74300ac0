// Printing and closing; everything else works without a script.
'use strict'
const does = { print: () => window.print(), close: () => window.close() }
for (const button of document.querySelectorAll('button[data-does]')) {
  const act = does[button.dataset.does]
  // A page that was not opened by another cannot close itself.
  if (act === undefined || (button.dataset.does === 'close' && window.opener === null && history.length > 1)) continue
  button.hidden = false
  button.addEventListener('click', act)
}

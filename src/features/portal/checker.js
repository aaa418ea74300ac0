// The page of the checker. What a file says is put into it as text, never as markup; its own words stand in the page.
const element = (id) => document.getElementById(id)
const words = (name) => document.querySelector(`[data-word="${name}"]`)?.textContent ?? ''
const codeOf = (hash) => (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
const digitsOf = (typed) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')

const line = (text, tag = 'p') => {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
const fact = (word, text) => [line(words(word), 'dt'), line(text, 'dd')]

const figureText = (record) =>
  `${textAt(record, 'name', 'zh')} ${record.estimate === null ? '' : words('about')}${record.value ?? '—'}${textAt(record, 'unit', 'zh')}`

const saidOf = {
  figure: (record) => [
    ...fact('value', figureText(record)),
    ...(record.corrects === null ? [] : fact('earlier', String(record.corrects.value ?? '—'))),
    ...fact('project', textAt(record, 'project', 'name')),
    ...fact('scope', textAt(record, 'scopeText', 'zh')),
    ...fact('asOf', textAt(record, 'asOf')),
    ...fact('rule', textAt(record, 'rule', 'zh')),
  ],
  bulletin: (record) => [
    ...fact('title', textAt(record, 'title')),
    ...fact('publisher', textAt(record, 'publisher')),
    ...fact('project', textAt(record, 'project', 'name')),
    ...fact('publishedAt', textAt(record, 'publishedAt')),
    ...fact('count', String(listAt(record, 'figures').length)),
  ],
  volunteer: ([_format, issuer, name, from, to, lines]) => [
    ...fact('name', String(name)),
    ...fact('publisher', String(issuer)),
    ...fact('period', `${from ?? '…'} — ${to ?? '…'}`),
    ...fact('hours', (lines.reduce((sum, each) => sum + each[4], 0) / 60).toFixed(1)),
    ...fact('times', String(lines.length)),
  ],
}

function verdictOf(text, typed) {
  const checked = checkProof(text)
  if (!checked.ok) return { good: false, parts: [line(words('changed'), 'strong'), line(words(checked.fault))] }
  const code = digitsOf(typed)
  if (typed.trim() !== '' && (code.length < 16 || !checked.hash.startsWith(code)))
    return { good: false, parts: [line(words('otherCode'), 'strong'), line(codeOf(checked.hash))] }
  const list = document.createElement('dl')
  list.append(...saidOf[checked.subject](checked.record), ...fact('code', codeOf(checked.hash)), ...fact('hash256', checked.hash))
  return { good: true, parts: [line(words(typed.trim() === '' ? 'whole' : 'wholeAndCode'), 'strong'), line(words('compare')), list] }
}

async function check(event) {
  event.preventDefault()
  const [file] = element('file').files
  const text = file === undefined ? element('text').value : new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
  const { good, parts } = text.trim() === '' ? { good: false, parts: [line(words('nothing'))] } : verdictOf(text, element('code').value)
  const result = element('result')
  result.className = good ? 'good' : 'bad'
  result.replaceChildren(...parts)
  result.hidden = false
}
element('check').addEventListener('submit', (event) => void check(event))

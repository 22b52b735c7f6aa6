// Swaps Streamlit's own English words for ours and keeps links of ours inside the running page.
// Text that the application wrote (Markdown, our HTML, charts) is never touched.
const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stHtml"], .js-plotly-plot .plot-container svg, [data-testid="stDataFrame"] canvas'
// ... except where Streamlit uses Markdown for words of its own.
const THEIRS = '[data-testid="stFileUploader"] button, [data-testid="stMainMenuPopover"], [role="dialog"], [data-testid="stTopNavSection"]'
const NAMED = ['aria-label', 'title', 'placeholder', 'data-tooltip', 'data-title']

function translator({ fixed, patterns }) {
  const words = new Map(Object.entries(fixed))
  const forms = patterns.map(([form, said]) => [new RegExp(form), said])
  return (text) => {
    const bare = text.trim()
    if (!bare) return null
    if (words.has(bare)) return text.replace(bare, words.get(bare))
    for (const [form, said] of forms) if (form.test(bare)) return text.replace(bare, bare.replace(form, said))
    return null
  }
}

function walk(node, say) {
  if (node.nodeType === Node.TEXT_NODE) {
    const parent = node.parentElement
    if (!parent || (parent.closest(OURS) && !parent.closest(THEIRS))) return
    const said = say(node.data)
    if (said !== null && said !== node.data) node.data = said
    return
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return
  for (const name of NAMED) {
    const value = node.getAttribute(name)
    const said = value && say(value)
    if (said && said !== value) node.setAttribute(name, said)
  }
  for (const child of node.childNodes) walk(child, say)
}

function follow(event) {
  const link = event.target.closest && event.target.closest('a[data-inside], [data-testid="stHtml"] a[href]')
  if (!link || link.target || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const to = new URL(link.href, document.location.href)
  if (to.origin !== document.location.origin || (to.hash && to.pathname + to.search === document.location.pathname + document.location.search)) return
  event.preventDefault()
  window.history.pushState({}, '', to.pathname + to.search)
  window.dispatchEvent(new PopStateEvent('popstate'))
  const top = document.querySelector('[data-testid="stMain"]')
  if (top) top.scrollTo(0, 0)
  if (to.hash) reveal(to.hash.slice(1), 20)
}

// The part a link leads to is drawn a moment later: look for it a few times.
function reveal(id, tries) {
  window.setTimeout(() => {
    const part = document.getElementById(id)
    if (part) part.scrollIntoView(part.tagName === 'TD' ? { block: 'center', inline: 'center' } : true)
    if (tries > 0 && !(part && tries < 14)) reveal(id, tries - 1)
  }, 200)
}

// The picture of a sheet begins at the cell that is asked about, beside the names of the rows; the page itself stays where it is.
function centre(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return
  for (const frame of node.matches('.cs-frame') ? [node] : node.querySelectorAll('.cs-frame')) {
    const cell = frame.querySelector('.cs-focus')
    if (cell) window.requestAnimationFrame(() => {
      const [inner, outer] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()]
      const names = frame.querySelector('.cs-name')
      const aside = names && names !== cell ? names.offsetWidth + names.parentElement.firstChild.offsetWidth : 0
      frame.scrollTop += inner.top - outer.top - (frame.clientHeight - inner.height) / 2
      frame.scrollLeft += inner.left - outer.left - aside - (frame.clientWidth - aside - inner.width) / 2
    })
  }
}

// On a phone the menu lies over the page: once a page is chosen it makes room for it.
const PHONE = 768

function shut(event) {
  const link = event.target.closest && event.target.closest('[data-testid="stSidebarNavLink"]')
  if (!link || window.innerWidth > PHONE || event.ctrlKey || event.metaKey) return
  window.setTimeout(() => {
    const button = document.querySelector('[data-testid="stSidebarCollapseButton"] button')
    if (button) button.click()
  })
}

// Another language is another visit: everything is loaded anew at the same address.
function speak(event) {
  const link = event.target.closest && event.target.closest('a[data-language]')
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  const to = new URL(document.location.href)
  to.searchParams.set('ngon-ngu', link.dataset.language)
  document.location.assign(to)
}

function press(event) {
  const button = event.target.closest && event.target.closest('[data-print]')
  if (button) { event.preventDefault(); window.print() }
}

export default function ({ data }) {
  document.documentElement.lang = data.language
  if (window.__chiSoWords === data.language) return
  const first = !window.__chiSoWords
  window.__chiSoWords = data.language
  const say = translator(data)
  walk(document.body, say)
  document.documentElement.dataset.words = data.language
  if (!first) return
  centre(document.body)
  document.addEventListener('click', press)
  document.addEventListener('click', speak)
  document.addEventListener('click', follow)
  document.addEventListener('click', shut)
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach((node) => { walk(node, say); centre(node) })
      else walk(change.target, say)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMED })
}

// The case sheet in the section about one organisation: loaded and put together when it is opened.

// The organisation whose sheet is open, which stays so when the language changes.
var openSheet = null;

// The level of the heading above it: the name of the organisation.
var SHEET_LEVEL = 3;

// A button that copies what a field holds, and where it says so.
function copying(field, label) {
  var said = make('span', { role: 'status', 'class': 'copied' });
  var button = make('button', { type: 'button', 'class': 'copy' }, label);
  button.addEventListener('click', function () {
    field.select();
    var copied = function () {
      said.textContent = text('report.copied');
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(field.value).then(copied, function () {});
    } else if (document.execCommand('copy')) {
      copied();
    }
  });
  return { button: button, said: said };
}

// Prints the sheet and nothing else of the page.
function printSheet() {
  var root = document.documentElement;
  root.setAttribute('data-print', 'sheet');
  window.addEventListener('afterprint', function () {
    root.removeAttribute('data-print');
  }, { once: true });
  window.print();
}

function fillSheet(box, place, record, register) {
  var blocks = caseSheet(place, record, register);
  var field = make('textarea', { id: 'sheet-text', rows: '10', 'class': 'error-text', readonly: '' },
    blocksAsMarkdown(blocks));
  var copy = copying(field, text('sheet.copy'));
  var print = make('button', { type: 'button', 'class': 'copy print' }, text('sheet.print'));
  print.addEventListener('click', printSheet);
  clear(box).appendChild(make('p', { 'class': 'actions' }, print, copy.button, copy.said));
  box.appendChild(make('details', { 'class': 'markdown' },
    make('summary', {}, text('sheet.markdown')),
    make('label', { 'for': 'sheet-text' }, text('sheet.label')), field));
  box.appendChild(make('div', { 'class': 'sheet', 'data-sheet': record.id }, blockElements(blocks, SHEET_LEVEL)));
}

function sheetPart(place, record) {
  var box = make('div', {});
  var part = make('details', { 'class': 'case' },
    make('summary', {}, text('sheet.title')), make('p', { 'class': 'case-lead' }, text('sheet.lead')), box);
  part.addEventListener('toggle', function () {
    if (!part.open) {
      openSheet = null;
      return;
    }
    openSheet = record.id;
    if (box.firstChild) {
      return;
    }
    box.appendChild(make('p', { role: 'status' }, text('loading')));
    loadShard('case-sheet').then(function (register) {
      fillSheet(box, place, record, register);
    }).catch(function () {
      clear(box).appendChild(make('p', { role: 'alert' }, text('noEvidence')));
    });
  });
  part.open = openSheet === record.id;
  return part;
}

// A text in blocks (see sheet.js) as elements, and as Markdown with the same escapes as CaseMarkdown.java writes.

function fillCell(element, cell) {
  element.appendChild(outside(visible(typeof cell === 'string' ? cell : cell[0], LONGEST_SHOWN)));
  if (typeof cell !== 'string') {
    element.appendChild(document.createTextNode(' '));
    element.appendChild(make('a', { href: cell[1], rel: 'noreferrer' }, cell[1]));
  }
  return element;
}

function tableElement(columns, rows, name) {
  var head = make('tr', {});
  columns.forEach(function (column) {
    head.appendChild(make('th', { scope: 'col' }, column));
  });
  var body = make('tbody', {});
  rows.forEach(function (row) {
    var line = make('tr', {});
    row.forEach(function (cell) {
      line.appendChild(fillCell(make('td', {}), cell));
    });
    body.appendChild(line);
  });
  return make('div', { 'class': 'scroll', tabindex: '0', role: 'region', 'aria-label': name },
    make('table', { 'class': 'columns-' + columns.length }, make('thead', {}, head), body));
}

// Elements below a heading of the given level. Regions of tables are named by the heading above and their place.
function blockElements(blocks, level) {
  var box = document.createDocumentFragment();
  var above = '';
  blocks.forEach(function (block, n) {
    if (block[0] === 'heading') {
      above = block[2];
      box.appendChild(make('h' + Math.min(6, level + block[1]), {}, outside(visible(block[2], LONGEST_SHOWN))));
    } else if (block[0] === 'paragraph') {
      box.appendChild(fillCell(make('p', {}), block[1]));
    } else if (block[0] === 'table') {
      box.appendChild(tableElement(block[1], block[2], text('tableNamed', { title: above })));
    } else {
      var items = make('ul', { 'class': block[0] });
      block[1].forEach(function (cell) {
        items.appendChild(fillCell(make('li', {}), cell));
      });
      box.appendChild(items);
    }
  });
  return box;
}

// How much of a text is kept: as an element, as in Element.java, and in Markdown, as in CaseMarkdown.java.
var LONGEST_SHOWN = 4000;
var LONGEST_MARKDOWN = 2000;
var ESCAPE_LENGTH = 6;

// No more than the longest text, and no half of a pair.
function cut(words, longest) {
  var end = words.length <= longest ? words.length : longest;
  return words.substring(0, end < words.length && /[\ud800-\udbff]/.test(words[end - 1]) ? end - 1 : end);
}

// Control characters and those that turn the direction of writing become visible, as PlainText.java does it.
function visible(words, longest) {
  var shown = '';
  var kept = cut(words, longest);
  for (var i = 0; i < kept.length; i++) {
    if (!/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(kept[i])) {
      shown += kept[i];
    } else if (shown.length + ESCAPE_LENGTH > longest) {
      break;
    } else {
      shown += kept[i] === '\n' ? '\\n' : '\\u' + kept[i].charCodeAt(0).toString(16).padStart(4, '0');
    }
  }
  return cut(shown, longest);
}

function escapeMarkdown(words) {
  var line = visible(words, LONGEST_MARKDOWN).replace(/[\\`*_[\]<>|#~!&$:]/g, '\\$&');
  return /^([-+]|[0-9]+[.)])/.test(line) ? '\u200b' + line : line;
}

function markdownCell(cell) {
  if (typeof cell === 'string') {
    return escapeMarkdown(cell);
  }
  var words = escapeMarkdown(cell[0]);
  return words + (words === '' ? '<' : ' <') + cell[1] + '>';
}

function markdownRow(cells) {
  return '| ' + cells.join(' | ') + ' |\n';
}

function blocksAsMarkdown(blocks) {
  return blocks.map(function (block) {
    if (block[0] === 'heading') {
      return '#'.repeat(block[1]) + ' ' + escapeMarkdown(block[2]) + '\n';
    }
    if (block[0] === 'paragraph') {
      return markdownCell(block[1]) + '\n';
    }
    if (block[0] === 'table') {
      return markdownRow(block[1].map(escapeMarkdown)) + markdownRow(block[1].map(function () {
        return '---';
      })) + block[2].map(function (row) {
        return markdownRow(row.map(markdownCell));
      }).join('');
    }
    return block[1].map(function (cell) {
      return (block[0] === 'tasks' ? '- [ ] ' : '- ') + markdownCell(cell) + '\n';
    }).join('');
  }).join('\n');
}

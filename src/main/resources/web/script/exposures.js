// Who holds or passes the mail of one organisation, each in its role. A row of exposures is a list:
// role, operator, jurisdiction, what was seen, company, how its owner is known, name of the company, name of its parent.

// The way of the mail first, then who else sees it.
var ROLES = ['gateway', 'receiver', 'backup', 'backend', 'possible-backend', 'server', 'sender', 'dmarc-reports'];

function byRole(rows) {
  return rows.slice().sort(function (one, other) {
    return ROLES.indexOf(one[0]) - ROLES.indexOf(other[0]);
  });
}

// The words that the case sheets have too; the code itself where they have none.
function sheetWord(key, code) {
  return languages[language].sheet[key + '.' + code] || code;
}

function jurisdictionName(code) {
  return languages[language].sheet['jurisdiction.' + code] || country(code);
}

// What the country of a row is: that of who passes or holds mail, of the servers, or of who gets reports alone.
function axisOf(role) {
  return role === 'server' ? 'place' : role === 'dmarc-reports' ? 'reports' : 'law';
}

// The jurisdictions on each axis, each with its roles. What is not known stands there as itself.
function jurisdictionSet(rows) {
  var terms = make('dl', { 'class': 'axes' });
  ['law', 'place', 'reports'].forEach(function (axis) {
    var roles = new Map();
    rows.forEach(function (row) {
      if (axisOf(row[0]) === axis) {
        var found = roles.get(row[2]) || new Set();
        roles.set(row[2], found.add(sheetWord('role', row[0])));
      }
    });
    Array.from(roles.keys()).sort().forEach(function (code) {
      definition(terms, text('exposure.' + axis, { country: jurisdictionName(code) }),
        Array.from(roles.get(code)).join('; '));
    });
  });
  return terms;
}

function exposureLine(row) {
  var sentences = [text('exposure.' + axisOf(row[0]), { country: jurisdictionName(row[2]) }) + '.'];
  if (row[6]) {
    sentences.push(text('exposure.company', { company: row[6] }));
    sentences.push(row[7] ? text('exposure.parent', { parent: row[7] }) : '');
    sentences.push(text('exposure.ownership', { known: sheetWord('ownership', row[5]) }));
  }
  var item = make('li', {},
    make('span', { 'class': 'signal' }, sheetWord('role', row[0]), ': ', outside(operatorName(row[1]))));
  row[3].forEach(function (seen) {
    item.appendChild(make('code', { 'class': 'seen' }, outside(seen)));
  });
  if (row[3].length === 0) {
    item.appendChild(make('span', { 'class': 'seen' }, text('exposure.nothingSeen')));
  }
  item.appendChild(make('span', { 'class': 'meaning' }, outside(sentences.filter(Boolean).join(' '))));
  return item;
}

function exposureList(place, record) {
  var box = make('div', { 'class': 'exposures' },
    make('p', {}, text('exposure.status', { status: text('status.' + list.statuses[list.status[place]]) })));
  if (record.exposures.length === 0) {
    box.appendChild(make('p', {}, text('exposure.nobody')));
    return box;
  }
  var rows = byRole(record.exposures);
  box.appendChild(jurisdictionSet(rows));
  var items = make('ul', { 'class': 'evidence' });
  rows.forEach(function (row) {
    items.appendChild(exposureLine(row));
  });
  box.appendChild(items);
  return box;
}

// Puts the case sheet of one organisation together, as CaseSheet.java does for the command `assess`, block by block. What
// is said of companies, countries and services is in the register as that program wrote it; tests hold the two sheets together.

// A block is a list: 'heading', level, text; 'paragraph', cell; 'items' or 'tasks', cells; 'table', columns, rows. A cell is
// a text, or a list of a text and the address of its source.
function caseSheet(place, record, register) {
  var own = register.languages[language];
  var blocks = [];
  var sources = new Map();

  // A text with {0}, {1} filled in one after the other.
  function say(key) {
    var found = own.texts[key];
    for (var i = 1; i < arguments.length; i++) {
      found = found.split('{' + (i - 1) + '}').join(arguments[i]);
    }
    return found;
  }

  function word(codes, code) {
    var found = own.texts[codes + '.' + code];
    return found === undefined ? code : found;
  }

  function numbered(key) {
    var found = [];
    for (var i = 1; own.texts[key + '.' + i] !== undefined; i++) {
      found.push(own.texts[key + '.' + i]);
    }
    return found;
  }

  function add(kind, content, rows) {
    if ((rows || content).length > 0) {
      blocks.push([kind, content, rows]);
    }
  }

  function heading(level, words) {
    blocks.push(['heading', level, words]);
  }

  function paragraph(cell) {
    blocks.push(['paragraph', cell]);
  }

  function table(columns, rows) {
    add('table', columns.map(function (key) {
      return say(key);
    }), rows);
  }

  function source(address, date) {
    if (address !== '') {
      sources.set(address, (sources.get(address) || new Set()).add(date));
    }
  }

  // Takes over what the register has of a company, country or service; gives what belongs elsewhere in the sheet.
  function take(part) {
    part[0].forEach(function (block) {
      blocks.push(block);
    });
    Object.keys(part[1]).forEach(function (address) {
      part[1][address].forEach(function (date) {
        source(address, date);
      });
    });
    return part[2];
  }

  function operator(id) {
    return list.providers[id] ? list.providers[id][0] : word('operator', id);
  }

  function mail() {
    heading(2, say('mail.title'));
    paragraph(say('mail.status', word('status', list.statuses[list.status[place]]),
      word('confidence', list.confidences[list.confidence[place]])));
    if (record.hybrid) {
      paragraph(say('mail.hybrid'));
    }
    table(['mail.role', 'mail.operator', 'mail.jurisdiction', 'mail.ownership', 'mail.seen'],
      record.exposures.map(function (row) {
        return [word('role', row[0]), operator(row[1]), own.jurisdictions[row[2]],
          row[5] === null ? '' : word('ownership', row[5]), row[3].join('; ')];
      }));
    paragraph(say('mail.note'));
  }

  // The codes in two columns of the rows, each once, in order.
  function codes(ofExposure, ofService) {
    return Array.from(new Set(record.exposures.map(function (row) {
      return row[ofExposure];
    }).concat(record.services.map(function (row) {
      return row[ofService];
    })).filter(Boolean))).sort();
  }

  function law() {
    heading(2, say('owners.title'));
    var rows = [];
    codes(4, 3).forEach(function (company) {
      rows = rows.concat(take(own.owners[company]));
    });
    table(['owners.company', 'owners.period', 'owners.owner', 'owners.known', 'owners.source'], rows);
    heading(2, say('laws.title'));
    paragraph(say('laws.intro'));
    codes(2, 4).forEach(function (code) {
      take(own.laws[code]);
    });
  }

  function services() {
    heading(2, say('services.title'));
    if (record.services.length === 0) {
      paragraph(say('services.none'));
      return;
    }
    table(['services.service', 'services.level', 'mail.jurisdiction', 'mail.seen'], record.services.map(function (row) {
      return [list.services[row[0]] || row[0], word('level', row[1]), own.jurisdictions[row[4] || 'unknown'],
        row[2].join('; ')];
    }));
    paragraph(say('services.note'));
  }

  function risks() {
    var tasks = register.by.map(function () {
      return [];
    });
    heading(2, say('risks.title'));
    paragraph(say('risks.intro'));
    record.services.forEach(function (row) {
      heading(3, (list.services[row[0]] || row[0]) + ' (' + word('level', row[1]) + ')');
      take(own.risks[row[0]]).forEach(function (cells, who) {
        tasks[who] = tasks[who].concat(cells);
      });
    });
    if (record.services.length === 0) {
      paragraph(say('services.none'));
    }
    heading(2, say('measures.title'));
    paragraph(say(tasks.some(function (cells) {
      return cells.length > 0;
    }) ? 'measures.intro' : 'measures.none'));
    register.by.forEach(function (who, n) {
      if (tasks[n].length > 0) {
        heading(3, say('measures.' + who));
        add('tasks', tasks[n]);
      }
    });
  }

  function questions() {
    heading(2, say('questions.title'));
    paragraph(say('questions.intro'));
    var open = numbered('questions.all');
    Array.from(new Set(record.exposures.map(function (row) {
      return row[0];
    }))).sort().forEach(function (role) {
      open = open.concat(numbered('questions.' + role));
    });
    if (codes(2, 4).indexOf('US') >= 0) {
      open.push([say('questions.transfer'), register.transfer[0]]);
      source(register.transfer[0], register.transfer[1]);
    }
    if (record.hybrid) {
      open.push(say('questions.hybrid'));
    }
    add('tasks', open);
  }

  heading(1, say('title', list.name[place]));
  paragraph(say('of', list.id[place], list.domain[place] || say('no-domain'), register.runDate, register.ownersAsOf));
  paragraph(say('no-verdict'));
  paragraph([say('guiding'), register.guiding[0]]);
  source(register.guiding[0], register.guiding[1]);
  mail();
  law();
  services();
  risks();
  questions();
  heading(2, say('words.title'));
  table(['words.say', 'words.means'], own.words);
  heading(2, say('sources.title'));
  paragraph(say('sources.note'));
  add('items', Array.from(sources.keys()).sort().map(function (address) {
    return [Array.from(sources.get(address)).sort().join(', '), address];
  }));
  return blocks;
}

// The section about one organisation.

// What DNS shows, in sentences.
function verdict(place, record) {
  var receiver = list.operators[list.receiver[place]];
  var backend = list.operators[list.backend[place]];
  var status = list.statuses[list.status[place]];
  var sentences = [];
  if (groupOf('lastGroup', place) === null) {
    return [text('verdict.status', { status: text('status.' + status) })];
  }
  if (groupOf('firstGroup', place) !== 'conflict' && receiver !== 'unknown' && receiver !== 'none') {
    sentences.push(text('verdict.first', { domain: list.domain[place], operator: operatorName(receiver) }));
    if (record.gateway) {
      sentences.push(text('verdict.filter'));
    }
  }
  var confidence = text('confidence.' + list.confidences[list.confidence[place]]);
  if (status === 'conflict') {
    sentences.push(text('verdict.conflict'));
  } else if (backend === 'unknown') {
    sentences.push(text('verdict.unknown'));
  } else if (backend === 'self') {
    sentences.push(text('verdict.self'));
  } else if (backend === receiver) {
    sentences.push(text('verdict.same', { confidence: confidence }));
  } else {
    sentences.push(text('verdict.behind', { operator: operatorName(backend), confidence: confidence }));
  }
  if (record.backendLaw && status !== 'conflict') {
    sentences.push(text('verdict.law', { company: companyName(backend), country: country(record.backendLaw) }));
  }
  return sentences;
}

// The way of the mail: two boxes with an arrow between.
function way(place) {
  var box = make('div', { 'class': 'way' });
  ['first', 'last'].forEach(function (end) {
    var group = groupOf(end + 'Group', place);
    var operator = list.operators[(end === 'first' ? list.receiver : list.backend)[place]];
    if (end === 'last') {
      box.appendChild(make('span', { 'class': 'then' }, text('step.then')));
    }
    box.appendChild(make('div', { 'class': 'way-step' },
      make('span', { 'class': 'way-label' }, text('step.' + end)),
      make('strong', {}, swatch(group), outside(operatorName(operator))),
      make('span', { 'class': 'way-group' }, groupName(group))));
  });
  return box;
}

// The text that a reader can copy to report an error.
function errorText(place, record) {
  var lines = [
    list.name[place] + ' (' + list.id[place] + ')',
    text('report.domain', { domain: list.domain[place] || text('noDomain') }),
    text('report.measured', { date: languages[language].date }),
    text('report.says', {
      receiver: operatorName(list.operators[list.receiver[place]]),
      backend: operatorName(list.operators[list.backend[place]]),
      confidence: text('confidence.' + list.confidences[list.confidence[place]]),
      rule: record.rule
    }),
    '', text('report.evidence')
  ];
  record.evidence.forEach(function (line) {
    lines.push('- ' + line[0] + ': ' + line[1] + ' [' + line[5] + ']');
  });
  return lines.concat(['', text('report.wrong'), '']).join('\n');
}

var MAIL_LENGTH = 1500;

function errorReport(place, record) {
  var words = errorText(place, record);
  var field = make('textarea', { id: 'error-text', rows: '10', 'class': 'error-text' }, words);
  var copy = copying(field, text('report.copy'));
  var mail = make('a', {
    'class': 'mail',
    href: 'mailto:' + languages.errorAddress + '?subject='
      + encodeURIComponent(text('report.subject', { name: list.name[place] }))
      + '&body=' + encodeURIComponent(words.substring(0, MAIL_LENGTH).toWellFormed
        ? words.substring(0, MAIL_LENGTH).toWellFormed() : words.substring(0, MAIL_LENGTH - 1))
  }, text('report.mail'));
  return make('details', { 'class': 'report' },
    make('summary', {}, text('report.title')),
    make('p', {}, text('report.lead')),
    make('label', { 'for': 'error-text' }, text('report.label')), field,
    make('p', { 'class': 'actions' }, copy.button, mail, copy.said));
}

function part(title, content, lead) {
  return make('section', { 'class': 'part' }, make('h4', {}, title), lead ? make('p', {}, lead) : null, content);
}

function heading(place) {
  return make('h3', { tabindex: '-1', 'class': 'organisation-name' }, outside(list.name[place]));
}

// Shows one organisation: its name at once, the rest when its evidence is there.
function showOrganisation(place) {
  var box = clear(current('organisation'));
  box.hidden = false;
  box.appendChild(make('a', { href: '#' + language + '-search', 'class': 'back' }, text('back')));
  if (place === undefined) {
    box.appendChild(make('p', { role: 'alert' }, text('notFound', { id: organisationOf(location.hash) })));
    return Promise.resolve();
  }
  if (languages[language].synthetic) {
    box.appendChild(make('p', { 'class': 'synthetic' }, text('syntheticMark')));
  }
  var title = heading(place);
  box.appendChild(title);
  box.appendChild(make('p', { 'class': 'organisation-where' },
    outside(list.domain[place] || text('noDomain')), ' · ', outside(sectorName(place))));
  var body = make('div', { 'class': 'organisation-body' }, make('p', { role: 'status' }, text('loading')));
  box.appendChild(body);
  title.focus({ preventScroll: true });
  current('search').scrollIntoView();
  return evidenceOf(place).then(function (record) {
    clear(body);
    var sentences = make('div', { 'class': 'verdict' });
    verdict(place, record).forEach(function (sentence) {
      sentences.appendChild(make('p', {}, outside(sentence)));
    });
    body.appendChild(part(text('verdict.title'), sentences));
    if (groupOf('lastGroup', place) !== null) {
      body.appendChild(way(place));
    }
    body.appendChild(part(text('rule.title'),
      make('p', {}, make('code', {}, outside(record.rule)), ': ', outside(ruleMeaning(record.rule)), '.')));
    body.appendChild(part(text('evidence.title'), evidenceList(record.evidence), text('evidence.lead')));
    body.appendChild(part(text('axes.title'), axes(place, record)));
    if (record.exposures) {
      body.appendChild(part(text('exposure.title'), exposureList(place, record), text('exposure.lead')));
    }
    body.appendChild(part(text('servicesTitle'), serviceList(record.services)));
    body.appendChild(part(text('postureTitle'), postureList(record.posture)));
    if (record.exposures) {
      body.appendChild(sheetPart(place, record));
    }
    body.appendChild(errorReport(place, record));
    body.setAttribute('data-of', record.id);
  }, function () {
    clear(body).appendChild(make('p', { role: 'alert' }, text('noEvidence')));
  });
}

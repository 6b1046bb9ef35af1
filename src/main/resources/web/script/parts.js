// The parts of the section about one organisation.

function definition(terms, term, value) {
  terms.appendChild(make('dt', {}, term));
  terms.appendChild(make('dd', {}, typeof value === 'string' ? outside(value) : value));
}

// Names with commas between; says so when there is none.
function names(values) {
  return values.length === 0 ? text('none') : values.join(', ');
}

function law(code, operator) {
  return code ? country(code) : text(operator === 'self' ? 'selfLaw' : 'uncertain');
}

function axes(place, record) {
  var terms = make('dl', { 'class': 'axes' });
  var receiver = list.operators[list.receiver[place]];
  var backend = list.operators[list.backend[place]];
  var possible = record.receiverPossible.concat(record.backendPossible).map(operatorName);
  definition(terms, text('axes.status'), text('status.' + list.statuses[list.status[place]]));
  definition(terms, text('axes.receiver'), operatorName(receiver));
  definition(terms, text('axes.receiverLaw'), law(record.receiverLaw, receiver));
  definition(terms, text('axes.backend'), operatorName(backend));
  definition(terms, text('axes.backendLaw'), law(record.backendLaw, backend));
  definition(terms, text('axes.confidence'), text('confidence.' + list.confidences[list.confidence[place]]));
  definition(terms, text('axes.country'), record.country ? country(record.country) : text('uncertain'));
  definition(terms, text('axes.hosting'), text('hosting.' + record.hosting));
  definition(terms, text('axes.hybrid'), text(record.hybrid ? 'hybridPossible' : 'none'));
  definition(terms, text('axes.networks'), names(record.networks));
  if (possible.length > 0) {
    definition(terms, text('axes.possible'), names(possible));
  }
  definition(terms, text('axes.dns'), operatorName(record.dns));
  definition(terms, text('axes.web'), operatorName(record.web));
  definition(terms, text('axes.senders'), names(record.senders.map(operatorName)));
  definition(terms, text('axes.tenants'), names(record.tenants.map(function (tenant) {
    return tenant[1] > 1 ? text('shared', { tenant: tenant[0], n: count(tenant[1]) }) : tenant[0];
  })));
  definition(terms, text('axes.sector'), sectorName(place));
  definition(terms, text('axes.region'), list.regions[list.region[place]] || text('none'));
  definition(terms, text('axes.identifier'), list.id[place]);
  return terms;
}

// A line: signal, what was seen, provider, role, points, rule.
function evidenceLine(line) {
  var shows = line[2]
    ? text(line[3] === 'note' ? 'evidence.names' : 'evidence.shows',
      { operator: operatorName(line[2]), role: find('role.' + line[3]) || '' }) + ' '
    : '';
  var meaning = lineMeaning(line[5]);
  return make('li', {},
    make('span', { 'class': 'signal' }, find('signal.' + line[0]) || line[0]),
    make('span', { 'class': 'points' },
      line[4] > 0 ? text('evidence.points', { n: line[4] }) : text('evidence.noPoints')),
    make('code', { 'class': 'seen' }, outside(line[1])),
    make('span', { 'class': 'meaning' }, outside(shows + meaning.charAt(0).toUpperCase() + meaning.slice(1) + '.')));
}

function evidenceList(lines) {
  if (lines.length === 0) {
    return make('p', {}, text('evidence.empty'));
  }
  var items = make('ol', { 'class': 'evidence' });
  lines.forEach(function (line) {
    items.appendChild(evidenceLine(line));
  });
  return items;
}

function serviceList(services) {
  if (services.length === 0) {
    return make('p', {}, text('none'));
  }
  var items = make('ul', { 'class': 'services' });
  services.forEach(function (service) {
    items.appendChild(make('li', {},
      make('strong', {}, list.services[service[0]] || service[0]), ', ', text('level.' + service[1]), ': ',
      make('code', {}, outside(service[2].join('; ')))));
  });
  return items;
}

function postureList(posture) {
  var terms = make('dl', { 'class': 'axes' });
  if (posture === null) {
    return make('p', {}, text('notAnswered'));
  }
  ['spf', 'dmarc'].forEach(function (key) {
    definition(terms, text('posture.' + key), posture[key] || text('notAnswered'));
  });
  definition(terms, text('posture.spfAll'), posture.spfAll || text('none'));
  definition(terms, text('posture.spfLookups'),
    posture.spfLookups === null ? text('none') : count(posture.spfLookups));
  definition(terms, text('posture.dmarcReports'), names(posture.dmarcReports.map(operatorName)));
  ['mtaSts', 'tlsRpt', 'dane', 'dnssec'].forEach(function (key) {
    definition(terms, text('posture.' + key), yesOrNo(posture[key]));
  });
  return terms;
}

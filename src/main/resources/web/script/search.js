// Finds organisations as one types, and counts what is found.

var SHOWN = 20;
var shown = SHOWN;

// Places of the organisations that have all words: those whose name begins so first, then those with a word that does.
function matches(query) {
  var words = fold(query).split(/\s+/).filter(Boolean);
  var first = [];
  var second = [];
  var rest = [];
  if (words.length === 0) {
    return rest;
  }
  for (var i = 0; i < haystacks.length; i++) {
    var hay = haystacks[i];
    var all = true;
    for (var w = 0; all && w < words.length; w++) {
      all = hay.indexOf(words[w]) >= 0;
    }
    if (all) {
      var name = hay.substring(0, hay.indexOf('\n'));
      var at = name.indexOf(words[0]);
      (at === 0 ? first : at > 0 && name[at - 1] === ' ' ? second : rest).push(i);
    }
  }
  return first.concat(second, rest);
}

// How many of the found are in the shares, and in each end of the US range.
function counted(found) {
  var sum = { whole: 0, low: 0, us: 0, high: 0 };
  found.forEach(function (place) {
    var law = list.usLaw[place];
    if (law !== '-') {
      sum.whole++;
      sum.high += law > '0' ? 1 : 0;
      sum.us += law > '1' ? 1 : 0;
      sum.low += law > '2' ? 1 : 0;
    }
  });
  return sum;
}

function summary(query, found) {
  if (query.trim() === '') {
    return text('ready', { n: count(list.id.length) });
  }
  if (found.length === 0) {
    return text('foundNothing');
  }
  var sum = counted(found);
  return sum.whole === 0
    ? text('found', { n: count(found.length) })
    : text('foundCount', {
      n: count(found.length), us: count(sum.us), d: count(sum.whole),
      share: percent(sum.us, sum.whole), low: percent(sum.low, sum.whole), high: percent(sum.high, sum.whole)
    });
}

function result(place) {
  var group = groupOf('lastGroup', place);
  var detail = group === null
    ? text('status.' + list.statuses[list.status[place]])
    : operatorName(list.operators[list.backend[place]]);
  return make('li', {},
    make('a', { href: '#org=' + encodeURIComponent(list.id[place]) },
      make('span', { 'class': 'result-name' }, outside(list.name[place])),
      make('span', { 'class': 'result-where' },
        outside(list.domain[place] || text('noDomain')), ' · ', outside(sectorName(place))),
      make('span', { 'class': 'result-who' }, swatch(group || 'unknown'), outside(detail))));
}

function showResults(query) {
  var found = matches(query);
  current('state').textContent = summary(query, found);
  var box = clear(current('results'));
  if (found.length === 0) {
    return;
  }
  if (languages[language].synthetic) {
    box.appendChild(make('p', { 'class': 'synthetic' }, text('syntheticMark')));
  }
  var items = make('ul', { 'aria-label': text('results') });
  found.slice(0, shown).forEach(function (place) {
    items.appendChild(result(place));
  });
  box.appendChild(items);
  if (found.length > shown) {
    var more = make('button', { type: 'button', 'class': 'more' },
      text('more', { n: count(Math.min(SHOWN, found.length - shown)) }));
    more.addEventListener('click', function () {
      var next = shown;
      shown += SHOWN;
      showResults(query);
      current('results').querySelectorAll('a')[next].focus();
    });
    box.appendChild(more);
  }
}

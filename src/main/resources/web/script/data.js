// Unpacks what the page holds of all organisations: gzip in Base64, columns in JSON.

var list = null;
var haystacks = [];

function unpack(packed) {
  var binary = atob(packed);
  var bytes = new Uint8Array(binary.length);
  for (var i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  var plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).text().then(JSON.parse);
}

function loadList() {
  if (typeof DecompressionStream === 'undefined') {
    return Promise.reject(new Error('no DecompressionStream'));
  }
  return unpack(document.getElementById('data').textContent).then(function (found) {
    list = found;
    list.places = new Map();
    list.id.forEach(function (id, place) {
      list.places.set(id, place);
    });
    buildHaystacks();
  });
}

// Small letters without accents, so that sudwest finds Súdwest.
function fold(words) {
  return words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
}

// One text for each organisation with all that it can be found by.
function buildHaystacks() {
  var sectors = list.sectors.map(function (id) {
    return fold(Object.keys(list.sectorNames).map(function (code) {
      return list.sectorNames[code][0][id] + ' ' + list.sectorNames[code][1][id];
    }).join(' ') + ' ' + id);
  });
  var regions = list.regions.map(fold);
  var operators = list.operators.map(function (id) {
    var known = list.providers[id];
    return fold(known ? known.join(' ') + ' ' + id : id === 'none' ? '' : id);
  });
  haystacks = list.id.map(function (id, i) {
    return [fold(list.name[i]), list.domain[i], id.toLowerCase(), sectors[list.sector[i]],
      regions[list.region[i]], operators[list.receiver[i]], operators[list.backend[i]]].join('\n');
  });
}

// The name of an operator in the language that is shown.
function operatorName(id) {
  if (!id) {
    return text('none');
  }
  if (id === 'self' || id === 'unknown' || id === 'none') {
    return text('operator.' + id);
  }
  if (id.indexOf('other:') === 0) {
    return id.substring(6);
  }
  return list.providers[id] ? list.providers[id][0] : id;
}

function companyName(id) {
  return list.providers[id] ? list.providers[id][1] : operatorName(id);
}

function sectorName(place) {
  return list.sectorNames[language][0][list.sectors[list.sector[place]]];
}

// The group of an organisation by one of the two columns; null outside the shares.
function groupOf(column, place) {
  var letter = list[column].charCodeAt(place) - 97;
  return letter < 0 ? null : list.groups[letter];
}

function groupName(group) {
  return text('group.' + group, { country: country(list.home) });
}

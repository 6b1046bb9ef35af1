// Who a scenario affects: the first stand in the page, the rest in a file beside it.

var AFFECTED_STEP = 100;

// Who has a role, with the country whose law applies to it or where it stands.
function affectedWho(operator, law) {
  return law === 'self' || law === 'unknown' || law === 'none'
    ? operatorName(operator)
    : text('affectedWho', { name: operatorName(operator), country: country(law) });
}

// A change: role, operator and law before, operator and law after.
function affectedChange(change) {
  return text('affectedChange', {
    role: text('affectedRole.' + change[0]),
    before: affectedWho(change[1], change[2]),
    after: affectedWho(change[3], change[4])
  });
}

function affectedItem(all, at) {
  var place = all.who[at];
  var changes = all.sets[all.what[at]].map(function (change) {
    return affectedChange(all.changes[change]);
  });
  return make('li', {},
    make('a', { href: '#org=' + encodeURIComponent(list.id[place]) }, outside(list.name[place])),
    make('span', { 'class': 'affected-where' }, outside(sectorName(place))),
    make('span', { 'class': 'affected-change' }, outside(changes.join('; '))));
}

function showMoreAffected(button) {
  var items = button.parentNode.querySelector('.affected-list');
  loadShard(Number(button.getAttribute('data-shard'))).then(function (all) {
    var next = items.children.length;
    var end = Math.min(next + AFFECTED_STEP, all.who.length);
    for (var at = next; at < end; at++) {
      items.appendChild(affectedItem(all, at));
    }
    var rest = all.who.length - end;
    button.hidden = rest === 0;
    button.textContent = text('more', { n: count(Math.min(AFFECTED_STEP, rest)) });
    items.children[next].querySelector('a').focus();
  }, function () {
    button.parentNode.insertBefore(make('p', { role: 'alert' }, text('noEvidence')), button);
    button.hidden = true;
  });
}

function startAffected() {
  each(document.querySelectorAll('.affected-more'), function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      showMoreAffected(button);
    });
  });
}

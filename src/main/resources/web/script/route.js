// What is shown follows from the address behind the hash: #org=ID is one organisation, #q=WORDS a search, and any other the
// name of a section. So links survive a reload, and the back button works.

// An element of the language that is shown.
function current(name) {
  var block = document.getElementById(language);
  return name === 'state'
    ? block.querySelector('.search-state')
    : document.getElementById(language + '-' + name);
}

function remembered(key) {
  try {
    return localStorage.getItem('wolkenkaart-' + key);
  } catch (e) {
    return null;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem('wolkenkaart-' + key, value);
  } catch (e) {
    // A browser that keeps nothing shows the page all the same.
  }
}

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch (e) {
    return words;
  }
}

// The identifier in #org=ID; null for any other address.
function organisationOf(hash) {
  return hash.indexOf('#org=') === 0 ? decoded(hash.substring(5)) : null;
}

function queryOf(hash) {
  return hash.indexOf('#q=') === 0 ? decoded(hash.substring(3)) : null;
}

function route() {
  if (list === null) {
    return;
  }
  var organisation = organisationOf(location.hash);
  var query = queryOf(location.hash);
  var field = current('search-field');
  var box = current('organisation');
  current('results').hidden = organisation !== null;
  if (organisation !== null) {
    current('state').textContent = summary('', []);
    showOrganisation(list.places.get(organisation));
    return;
  }
  var wasOpen = !box.hidden;
  clear(box).hidden = true;
  if (query !== null && query !== field.value) {
    field.value = query;
    shown = SHOWN;
  }
  showResults(field.value);
  if (wasOpen && (query !== null || location.hash === '#' + language + '-search')) {
    current('search').scrollIntoView();
    field.focus({ preventScroll: true });
  }
}

// Typing changes the address without a step in the history.
function typed(event) {
  shown = SHOWN;
  var words = event.target.value;
  history.replaceState(null, '', '#' + (words === '' ? language + '-search' : 'q=' + encodeURIComponent(words)));
  clear(current('organisation')).hidden = true;
  current('results').hidden = false;
  showResults(words);
}

function showLanguage(code) {
  var words = current('search-field').value;
  var at = location.hash.match(/^#(?:nl|en)-(\w+)$/);
  language = code;
  remember('language', code);
  document.documentElement.lang = code;
  document.title = languages[code].title;
  each(document.querySelectorAll('.language'), function (block) {
    block.hidden = block.id !== code;
  });
  if (list !== null) {
    current('search-field').value = words;
    if (at) {
      history.replaceState(null, '', '#' + code + '-' + at[1]);
    }
    route();
  }
}

function isDark() {
  var theme = document.documentElement.getAttribute('data-theme');
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function showTheme() {
  each(document.querySelectorAll('.theme-button'), function (button) {
    button.setAttribute('aria-pressed', String(isDark()));
  });
}

// The texts and numbers of the language that is shown.

var languages = JSON.parse(document.getElementById('texts').textContent);
var language = 'nl';

// A text with what stands in braces filled in; null where there is none.
function find(key, filling) {
  var text = languages[language].texts[key];
  if (text === undefined) {
    return null;
  }
  return text.replace(/\{(\w+)\}/g, function (all, name) {
    return filling && name in filling ? filling[name] : all;
  });
}

function text(key, filling) {
  var found = find(key, filling);
  if (found === null) {
    throw new Error('no text ' + key);
  }
  return found;
}

function count(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, languages[language].thousands);
}

// A part of a whole in per cent with one decimal, rounded half up.
function percent(part, whole) {
  var tenths = whole === 0 ? 0 : Math.floor((2000 * part + whole) / (2 * whole));
  return Math.floor(tenths / 10) + languages[language].decimal + (tenths % 10) + '%';
}

// The name of a country, by the browser; its code where that has none.
function country(code) {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code);
  } catch (e) {
    return code;
  }
}

// What a rule means. The words of one are families, each with a sentence of its own.
function ruleMeaning(rule) {
  if (rule.indexOf('corrected:') === 0) {
    return text('rule.corrected', { rule: ruleMeaning(rule.substring(10)) });
  }
  var words = rule.split('+').map(function (word) {
    return find('rules.family.' + word);
  });
  return words.indexOf(null) < 0 ? words.join('; ') : lineMeaning(rule);
}

// What the rule of a line of evidence means.
function lineMeaning(rule) {
  var family = find('rules.family.' + rule);
  return find('rules.line.' + rule) || find('rules.verdict.' + rule) || family || rule;
}

function yesOrNo(value) {
  return value === null || value === undefined
    ? text('notAnswered')
    : text(value ? 'yes' : 'no');
}

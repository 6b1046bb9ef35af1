// Puts it all together.

(function () {
  var theme = remembered('theme');
  if (theme === 'dark' || theme === 'light') {
    document.documentElement.setAttribute('data-theme', theme);
  }
  showTheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
  each(document.querySelectorAll('.theme-button'), function (button) {
    button.addEventListener('click', function () {
      var chosen = isDark() ? 'light' : 'dark';
      document.documentElement.setAttribute('data-theme', chosen);
      remember('theme', chosen);
      showTheme();
    });
  });

  var named = location.hash.match(/^#(nl|en)-/);
  var chosen = named ? named[1] : remembered('language');
  if (chosen !== 'nl' && chosen !== 'en') {
    chosen = (navigator.language || '').toLowerCase().indexOf('nl') === 0 ? 'nl' : 'en';
  }
  showLanguage(chosen);
  each(document.querySelectorAll('.language-button'), function (button) {
    button.addEventListener('click', function () {
      var code = button.getAttribute('data-language');
      showLanguage(code);
      document.getElementById(code).querySelector('[data-language="' + code + '"]').focus();
    });
  });

  // What is printed shows its figures.
  window.addEventListener('beforeprint', function () {
    each(document.querySelectorAll('details.figures'), function (figures) {
      figures.open = true;
    });
  });

  loadList().then(function () {
    each(document.querySelectorAll('.search-field'), function (field) {
      field.disabled = false;
      field.addEventListener('input', typed);
    });
    startAffected();
    window.addEventListener('hashchange', route);
    route();
    performance.mark('wolkenkaart-ready');
  }, function () {
    each(document.querySelectorAll('.search-state'), function (state) {
      state.textContent = text('broken');
    });
  });
})();

// Makes elements. What is put into one is always text or an element, never markup.

function make(name, attributes) {
  var element = document.createElement(name);
  Object.keys(attributes || {}).forEach(function (key) {
    element.setAttribute(key, attributes[key]);
  });
  for (var i = 2; i < arguments.length; i++) {
    var child = arguments[i];
    if (child !== null && child !== undefined && child !== '') {
      element.appendChild(typeof child === 'object' ? child : document.createTextNode(child));
    }
  }
  return element;
}

// A text from DNS or from a register: its direction of writing touches nothing around it.
function outside(text) {
  return make('bdi', {}, text);
}

function clear(element) {
  while (element.firstChild) {
    element.removeChild(element.firstChild);
  }
  return element;
}

var SVG = 'http://www.w3.org/2000/svg';

// The colour of a group, as in the pictures.
function swatch(group) {
  var svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'key');
  svg.setAttribute('width', '14');
  svg.setAttribute('height', '14');
  svg.setAttribute('aria-hidden', 'true');
  var square = document.createElementNS(SVG, 'rect');
  square.setAttribute('class', 'g-' + group);
  square.setAttribute('width', '14');
  square.setAttribute('height', '14');
  svg.appendChild(square);
  return svg;
}

function each(list, action) {
  Array.prototype.forEach.call(list, action);
}

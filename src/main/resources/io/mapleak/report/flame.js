// Zoom by click, search by regular expression. Without it the graph can still be read.
(function () {
  'use strict';
  var LETTER = 7.23, MARGIN = 10, LEAST_LETTERS = 3;
  var svg = document.documentElement;
  var details = document.getElementById('details');
  var reset = document.getElementById('reset');
  var searched = document.getElementById('search');
  var whole = 0;
  var frames = Array.prototype.map.call(document.querySelectorAll('#frames > g'), function (g) {
    var rect = g.querySelector('rect');
    var title = g.querySelector('title').textContent;
    var frame = {
      g: g, rect: rect, text: g.querySelector('text'), title: title, name: title.split('\n')[0],
      x: +rect.getAttribute('x') - MARGIN, width: +rect.getAttribute('width'), y: +rect.getAttribute('y')
    };
    whole = Math.max(whole, frame.width);
    return frame;
  });
  var zoomed = null;

  function label(name, width) {
    var letters = Math.floor((width - 6) / LETTER);
    if (letters < LEAST_LETTERS) return '';
    if (name.length <= letters) return name;
    var brief = name.split(' ').map(function (word) {
      return word.slice(word.split(/[[({]/)[0].lastIndexOf('/') + 1);
    }).join(' ');
    var head = Math.floor((letters - 1) / 2);
    return brief.length <= letters ? brief : brief.slice(0, head) + '\u2026' + brief.slice(1 + head - letters);
  }

  function place(frame, x, width, above) {
    frame.rect.setAttribute('x', MARGIN + x);
    frame.rect.setAttribute('width', width);
    frame.g.setAttribute('class', above ? 'above' : '');
    frame.g.style.display = '';
    var words = label(frame.name, width);
    if (words && !frame.text) {
      frame.text = document.createElementNS(svg.namespaceURI, 'text');
      frame.text.setAttribute('y', frame.y + 13);
      frame.g.appendChild(frame.text);
    }
    if (frame.text) {
      frame.text.setAttribute('x', MARGIN + x + 3);
      frame.text.textContent = words;
    }
  }

  function zoom(to) {
    zoomed = to;
    var scale = whole / to.width;
    frames.forEach(function (frame) {
      var below = frame.y >= to.y && frame.x >= to.x - 0.05 && frame.x + frame.width <= to.x + to.width + 0.05;
      var above = frame.y < to.y && frame.x <= to.x + 0.05 && frame.x + frame.width >= to.x + to.width - 0.05;
      if (above) place(frame, 0, whole, true);
      else if (below) place(frame, (frame.x - to.x) * scale, frame.width * scale, false);
      else frame.g.style.display = 'none';
    });
    reset.style.display = to.width === whole ? 'none' : '';
  }

  function search() {
    var pattern = window.prompt('Functions that match (regular expression):', '');
    if (pattern === null) return;
    var expression;
    try {
      expression = pattern && new RegExp(pattern);
    } catch (fault) {
      details.textContent = String(fault.message);
      return;
    }
    var hits = [];
    frames.forEach(function (frame) {
      var hit = expression && expression.test(frame.name) && frame.y > frames[0].y;
      frame.rect.classList.toggle('hit', Boolean(hit));
      if (hit) hits.push(frame);
    });
    hits.sort(function (a, b) { return a.x - b.x || b.width - a.width; });
    var end = 0, sum = 0;
    hits.forEach(function (frame) { // a hit below another one counts once
      if (frame.x >= end - 0.05) {
        sum += frame.width;
        end = frame.x + frame.width;
      }
    });
    searched.textContent = pattern
      ? hits.length + ' match, ' + (100 * sum / whole).toFixed(1) + '% of the width' : 'search';
  }

  frames.forEach(function (frame) {
    frame.g.addEventListener('click', function () { zoom(frame); });
    frame.g.addEventListener('mouseover', function () { details.textContent = frame.title.replace('\n', ': '); });
    frame.g.addEventListener('mouseout', function () { details.textContent = ''; });
  });
  reset.addEventListener('click', function () { zoom(frames[0]); });
  searched.addEventListener('click', search);
  searched.style.display = '';
  window.addEventListener('keydown', function (event) {
    if (event.key === '/' || (event.key === 'f' && event.ctrlKey)) {
      event.preventDefault();
      search();
    } else if (event.key === 'Escape' && zoomed) {
      zoom(frames[0]);
    }
  });
}());

// Before a figure is seen, its reader may draw how a curve should run. The measured curve is hidden until then, and laid over the
// drawing afterwards. Without this script the figure shows everything at once.
(function () {
  'use strict';
  var space = 'http://www.w3.org/2000/svg';
  // Shares of the way across the plot at which the drawing has a height.
  var columns = 200;

  function key(figure) { return 'wager ' + location.pathname + '#' + figure.id; }
  function remembered(name) { try { return sessionStorage.getItem(name); } catch (error) { return null; } }
  function remember(name) { try { sessionStorage.setItem(name, 'seen'); } catch (error) { /* Then it is asked again. */ } }

  // What of the picture would give the answer away: every mark but other curves, and their names.
  function secrets(svg, curve) {
    var shown = Array.from(svg.querySelectorAll('[data-mark=line][data-name]'), function (mark) {
      return mark.getAttribute('data-name');
    }).filter(function (name) { return name !== curve; });
    var marks = Array.from(svg.querySelectorAll('[data-mark]')).filter(function (mark) {
      return mark.getAttribute('data-mark') !== 'line' || shown.indexOf(mark.getAttribute('data-name')) < 0;
    });
    var names = Array.from(svg.querySelectorAll('[data-names]')).filter(function (name) {
      return shown.indexOf(name.getAttribute('data-names')) < 0;
    });
    return marks.concat(names);
  }

  function attach(box) {
    var figure = box.closest('figure'), drawing = figure.querySelector('.drawing');
    var compare = box.querySelector('.compare'), reveal = box.querySelector('.reveal'), result = box.querySelector('output');
    var curve = box.dataset.curve, name = key(figure);
    var heights = new Array(columns + 1).fill(null), last = null, pads = [], hidden = [];
    if (remembered(name)) return;

    // The panel of the curve in each picture of the figure: one for wide pages, perhaps one for narrow ones.
    Array.from(drawing.querySelectorAll('svg')).forEach(function (svg) {
      var panel = window.figurePanels(svg).find(function (one) {
        return one.series.some(function (series) { return series.name === curve; });
      });
      if (!panel) return;
      hidden = hidden.concat(secrets(svg, curve));
      var pad = document.createElementNS(space, 'rect'), line = document.createElementNS(space, 'path');
      ['x', 'y', 'width', 'height'].forEach(function (side, index) { pad.setAttribute(side, panel.plot[index]); });
      pad.setAttribute('class', 'wager-pad');
      line.setAttribute('class', 'wager-line');
      svg.append(line, pad);
      pads.push({ svg: svg, panel: panel, pad: pad, line: line });
      pad.addEventListener('pointerdown', function (event) {
        event.preventDefault();
        pad.setPointerCapture(event.pointerId);
        last = null;
        mark(event, pads.find(function (one) { return one.pad === pad; }));
      });
      pad.addEventListener('pointermove', function (event) {
        event.stopPropagation();
        if (pad.hasPointerCapture(event.pointerId)) mark(event, pads.find(function (one) { return one.pad === pad; }));
      });
    });
    if (!pads.length) return;
    hidden.forEach(function (part) { part.classList.add('wager-secret'); });
    box.hidden = false;

    function mark(event, place) {
      var matrix = place.svg.getScreenCTM(), plot = place.panel.plot;
      var point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      function share(value) { return Math.max(0, Math.min(1, value)); }
      var column = Math.round(share((point.x - plot[0]) / plot[2]) * columns);
      var height = share((plot[1] + plot[3] - point.y) / plot[3]);
      var from = last || { column: column, height: height };
      var step = column < from.column ? -1 : 1;
      for (var at = from.column; ; at += step) {
        var way = column === from.column ? 1 : (at - from.column) / (column - from.column);
        heights[at] = from.height + way * (height - from.height);
        if (at === column) break;
      }
      last = { column: column, height: height };
      show();
    }

    function drawn() {
      return heights.map(function (height, column) { return [column / columns, height]; })
        .filter(function (point) { return point[1] !== null; });
    }

    function show() {
      pads.forEach(function (place) {
        var plot = place.panel.plot, isOpen = false, path = '';
        heights.forEach(function (height, column) {
          if (height === null) { isOpen = false; return; }
          path += (isOpen ? 'L' : 'M') + (plot[0] + plot[2] * column / columns).toFixed(2) + ' '
            + (plot[1] + plot[3] * (1 - height)).toFixed(2);
          isOpen = true;
        });
        place.line.setAttribute('d', path);
      });
      compare.disabled = drawn().length < columns / 4;
    }

    function uncover() {
      hidden.forEach(function (part) { part.classList.remove('wager-secret'); });
      pads.forEach(function (place) { place.pad.remove(); });
      compare.hidden = reveal.hidden = box.querySelector('p').hidden = true;
      remember(name);
    }

    // How far the drawing is from what was measured, wherever there are both.
    function distance() {
      var panel = pads[0].panel, plot = panel.plot, sum = 0, count = 0, most = { distance: -1 };
      var measured = panel.series.find(function (one) { return one.name === curve; }).points;
      function share(y) { return (plot[1] + plot[3] - y) / plot[3]; }
      // The measured height between two data, as the line in the figure has it.
      function height(x) {
        var next = measured.findIndex(function (point) { return point[0] >= x; });
        if (next < 0 || (next === 0 && measured[0][0] > x + 0.01)) return null;
        if (next === 0) return share(measured[0][1]);
        var from = measured[next - 1], to = measured[next];
        return share(from[1] + (to[1] - from[1]) * (x - from[0]) / (to[0] - from[0]));
      }
      drawn().forEach(function (point) {
        var there = height(plot[0] + plot[2] * point[0]);
        if (there === null) return;
        var away = Math.abs(panel.y.even(point[1]) - panel.y.even(there));
        sum += away;
        count += 1;
        if (away > most.distance + 1e-9) most = { distance: away, x: panel.x.text(point[0]) };
      });
      if (!count) return 'Nothing was measured where you drew.';
      function amount(value) {
        return panel.y.isLogarithmic
          ? 'a factor of ' + Number(Math.pow(10, value).toPrecision(2)) : String(Number(value.toPrecision(2)));
      }
      return 'Your curve is ' + amount(sum / count) + ' from the measured one on average, and '
        + amount(most.distance) + ' at most, at ' + panel.x.label + ' ' + most.x + '.';
    }

    compare.addEventListener('click', function () {
      uncover();
      result.textContent = distance();
    });
    reveal.addEventListener('click', function () {
      uncover();
      pads.forEach(function (place) { place.line.remove(); });
      box.hidden = true;
    });
  }

  function begin(root) { root.querySelectorAll('.wager').forEach(attach); }
  document.addEventListener('DOMContentLoaded', function () { begin(document); });
  document.addEventListener('page-replaced', function (event) { event.detail.forEach(begin); });
})();

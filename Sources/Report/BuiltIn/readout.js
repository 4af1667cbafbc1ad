// Figures answer the pointer and the keys: the numbers of the nearest datum, and which marks a name stands for. Everything is
// read from the SVG in the page; without this script the figure says the same, less exactly.
(function () {
  'use strict';
  var space = 'http://www.w3.org/2000/svg';

  // The corners of each piece of a path, as this book's figures write them: absolute moves, relative steps.
  function pieces(data) {
    var tokens = data.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) || [];
    var found = [], piece = null, x = 0, y = 0, command = '', place = 0;
    function number() { return Number(tokens[place++]); }
    function add() { piece.push([x, y]); }
    while (place < tokens.length) {
      if (/[a-zA-Z]/.test(tokens[place])) command = tokens[place++];
      if (command === 'M') { x = number(); y = number(); piece = []; found.push(piece); add(); }
      else if (command === 'l') { x += number(); y += number(); add(); }
      else if (command === 'h') { x += number(); add(); }
      else if (command === 'v') { y += number(); add(); }
      else if (command === 'c') {
        var n = [number(), number(), number(), number(), number(), number()];
        var from = [x, y];
        for (var t = 0.25; t <= 1; t += 0.25) {
          var s = 1 - t, a = 3 * s * s * t, b = 3 * s * t * t, c = t * t * t;
          x = from[0] + a * n[0] + b * n[2] + c * n[4];
          y = from[1] + a * n[1] + b * n[3] + c * n[5];
          add();
        }
      } else if (command !== 'z') place++;
    }
    return found;
  }

  function box(points) {
    var xs = points.map(function (p) { return p[0]; }), ys = points.map(function (p) { return p[1]; });
    var left = Math.min.apply(null, xs), right = Math.max.apply(null, xs);
    var top = Math.min.apply(null, ys), bottom = Math.max.apply(null, ys);
    return { centre: [(left + right) / 2, (top + bottom) / 2], width: right - left, height: bottom - top };
  }

  // An axis: from a share of the way along it to the number there, in words.
  function axis(group, name) {
    var parts = group.getAttribute('data-' + name).split(' ');
    var names = (group.getAttribute('data-' + name + '-names') || '').split('\n');
    var scale = parts[0].split(':'), low = Number(parts[1]), high = Number(parts[2]);
    var linear = Number(scale[1]);
    function even(value) {
      if (scale[0] === 'log') return Math.log10(value);
      if (scale[0] === 'symlog') return Math.sign(value) * Math.log1p(Math.abs(value) / linear);
      return value;
    }
    function value(share) {
      var place = even(low) + share * (even(high) - even(low));
      if (scale[0] === 'log') return Math.pow(10, place);
      if (scale[0] === 'symlog') return Math.sign(place) * linear * Math.expm1(Math.abs(place));
      return place;
    }
    return {
      label: group.getAttribute('data-' + name + '-label') || name,
      isLogarithmic: scale[0] === 'log',
      // The number, or its logarithm on a logarithmic axis.
      even: function (share) { return scale[0] === 'log' ? even(value(share)) : value(share); },
      text: function (share) {
        var here = value(share);
        if (scale[0] === 'names') return names[Math.round(here)] || '';
        // No more digits than a hundredth of a point can tell.
        var reach = Math.abs(value(share + 1e-4) - here) || Math.abs(here) * 1e-4;
        if (scale[0] === 'time') {
          var unit = reach > 360 ? 3600 : reach > 6 ? 60 : 1;
          var text = new Date(Math.round(here / unit) * unit * 1000).toISOString().replace('T', ' ');
          return unit === 3600 ? text.slice(0, 10) : text.slice(0, unit === 60 ? 16 : 19) + ' UTC';
        }
        var digits = Math.max(1, Math.floor(Math.log10(Math.abs(here) || reach)) - Math.floor(Math.log10(reach)));
        if (Math.abs(here) < reach / 2) return '0';
        return String(Number(here.toPrecision(Math.min(4, digits)))).replace('-', '−');
      }
    };
  }

  // The places of a mark's data in points.
  function data(mark) {
    var kind = mark.getAttribute('data-mark');
    var shapes = Array.from(mark.querySelectorAll('path'), function (path) {
      return { isFilled: path.getAttribute('fill') !== 'none', pieces: pieces(path.getAttribute('d') || '') };
    });
    function all(isFilled, place) {
      return shapes.filter(function (shape) { return shape.isFilled === isFilled; })
        .flatMap(function (shape) { return shape.pieces.map(place).filter(Boolean); });
    }
    if (kind === 'line') return all(false, function (piece) { return piece; }).flat();
    if (kind === 'bars') return all(true, function (p) { return p.length > 3 && [(p[0][0] + p[2][0]) / 2, p[2][1]]; });
    if (kind === 'level bars') return all(true, function (p) { return p.length > 3 && [p[2][0], (p[0][1] + p[2][1]) / 2]; });
    if (kind !== 'points') return [];
    function marker(piece) {
      var around = box(piece);
      return around.width < 16 && around.height < 16 && around.centre;
    }
    var filled = all(true, marker);
    return filled.length ? filled : all(false, marker);
  }

  // The panels of a picture that hold data.
  function panels(svg) {
    var all = Array.from(svg.querySelectorAll('[data-plot]'), function (group) {
      var plot = group.getAttribute('data-plot').split(' ').map(Number);
      var series = [];
      group.querySelectorAll('[data-mark]').forEach(function (mark) {
        var name = mark.getAttribute('data-name') || '';
        var points = data(mark);
        if (!points.length) return;
        var known = name && series.find(function (other) { return other.name === name; });
        if (known) known.points = known.points.concat(points);
        else series.push({ name: name, points: points });
      });
      series.forEach(function (one) {
        one.points.sort(function (a, b) { return a[0] - b[0]; });
        one.points = one.points.filter(function (point, index) {
          var last = one.points[index - 1];
          return !last || Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) > 0.05;
        });
      });
      return { plot: plot, x: axis(group, 'x'), y: axis(group, 'y'), series: series };
    });
    return all.filter(function (panel) { return panel.series.length; });
  }

  function labels(svg) {
    return Array.from(svg.querySelectorAll('[data-names]'), function (group) {
      return { name: group.getAttribute('data-names'), box: group.getBBox() };
    });
  }

  // For scripts that work on the same curves.
  window.figurePanels = panels;

  function words(panel, series, point) {
    var x = panel.x.text((point[0] - panel.plot[0]) / panel.plot[2]);
    var y = panel.y.text((panel.plot[1] + panel.plot[3] - point[1]) / panel.plot[3]);
    return (series.name ? series.name + ': ' : '') + panel.x.label + ' ' + x + ', ' + panel.y.label + ' ' + y;
  }

  function attach(drawing) {
    var svg = null, read = null, ring = null, note = null, at = null;

    function current() {
      var found = Array.from(drawing.querySelectorAll('svg')).find(function (one) { return one.getClientRects().length; });
      if (!found || !found.querySelector('[data-plot]')) return null;
      if (found !== svg) { svg = found; read = { panels: panels(svg), names: labels(svg) }; ring = null; at = null; }
      return read;
    }
    function light(name) {
      svg.querySelectorAll('[data-mark]').forEach(function (mark) {
        mark.style.opacity = name && mark.getAttribute('data-name') !== name ? 0.15 : '';
      });
    }
    function hide() {
      if (ring) ring.remove();
      if (note) note.remove();
      ring = note = at = null;
      if (svg) light('');
    }
    function show(place) {
      at = place;
      var series = place.panel.series[place.series], point = series.points[place.point];
      if (!ring) {
        ring = document.createElementNS(space, 'circle');
        ring.setAttribute('r', 3.5);
        ring.setAttribute('style', 'fill:none;stroke:currentColor;stroke-width:1.2;pointer-events:none');
        svg.append(ring);
      }
      ring.setAttribute('cx', point[0]);
      ring.setAttribute('cy', point[1]);
      if (!note) {
        note = document.createElement('div');
        note.className = 'preview readout';
        note.setAttribute('role', 'status');
        note.style.cssText = 'position:absolute;width:auto;max-width:20rem;padding:0.15rem 0.5rem;font-size:0.8rem;pointer-events:none;z-index:5';
        document.body.append(note);
      }
      note.textContent = words(place.panel, series, point);
      var circle = ring.getBoundingClientRect();
      var left = Math.min(circle.right + 6, document.documentElement.clientWidth - note.offsetWidth - 8);
      var top = circle.top - note.offsetHeight - 6;
      note.style.left = Math.max(4, left) + scrollX + 'px';
      note.style.top = (top < 0 ? circle.bottom + 6 : top) + scrollY + 'px';
    }
    function nearest(x, y) {
      var best = null;
      read.panels.forEach(function (panel) {
        var plot = panel.plot;
        if (x < plot[0] - 6 || x > plot[0] + plot[2] + 6 || y < plot[1] - 6 || y > plot[1] + plot[3] + 6) return;
        panel.series.forEach(function (series, number) {
          series.points.forEach(function (point, index) {
            var distance = Math.hypot(point[0] - x, point[1] - y);
            if (!best || distance < best.distance) best = { panel: panel, series: number, point: index, distance: distance };
          });
        });
      });
      return best;
    }

    drawing.addEventListener('pointermove', function (event) {
      if (!current()) return;
      var matrix = svg.getScreenCTM();
      if (!matrix) return;
      var place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      var named = read.names.find(function (name) {
        var b = name.box;
        return place.x > b.x - 2 && place.x < b.x + b.width + 2 && place.y > b.y - 2 && place.y < b.y + b.height + 2;
      });
      if (named) { hide(); light(named.name); return; }
      var found = nearest(place.x, place.y);
      if (found) { light(''); show(found); } else hide();
    });
    drawing.addEventListener('pointerleave', hide);
    drawing.addEventListener('blur', hide);
    drawing.addEventListener('keydown', function (event) {
      if (!current() || !read.panels.length || event.ctrlKey || event.metaKey || event.altKey) return;
      var steps = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 0, ArrowDown: 0, Home: -Infinity, End: Infinity };
      if (event.key === 'Escape') { hide(); return; }
      if (!(event.key in steps)) return;
      event.preventDefault();
      if (!at) { show({ panel: read.panels[0], series: 0, point: 0 }); return; }
      var place = { panel: at.panel, series: at.series, point: at.point };
      if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        // Through the series of every panel in turn, at the datum that is nearest across.
        var x = at.panel.series[at.series].points[at.point][0] - at.panel.plot[0];
        var all = read.panels.flatMap(function (panel) {
          return panel.series.map(function (series, number) { return { panel: panel, series: number }; });
        });
        var here = all.findIndex(function (one) { return one.panel === at.panel && one.series === at.series; });
        var next = all[(here + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length];
        var points = next.panel.series[next.series].points;
        var wanted = 0;
        points.forEach(function (point, index) {
          if (Math.abs(point[0] - next.panel.plot[0] - x) < Math.abs(points[wanted][0] - next.panel.plot[0] - x)) wanted = index;
        });
        place = { panel: next.panel, series: next.series, point: wanted };
        light(next.panel.series[next.series].name);
      } else {
        var last = place.panel.series[place.series].points.length - 1;
        place.point = Math.max(0, Math.min(last, place.point + steps[event.key]));
      }
      show(place);
    });
  }

  function begin(root) { root.querySelectorAll('.drawing').forEach(attach); }
  document.addEventListener('DOMContentLoaded', function () { begin(document); });
  document.addEventListener('page-replaced', function (event) { event.detail.forEach(begin); });
})();

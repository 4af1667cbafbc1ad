// A page of the preview as a notebook: each study has a panel, a change of a setting runs it again on the server, and text,
// badges, figures and tables follow in place.
(function () {
  'use strict';
  if (window.isLive) return;
  window.isLive = true;
  var token = document.currentScript.dataset.token;
  var slug = (/([\w-]+)\.html$/.exec(location.pathname) || [])[1];
  if (!slug) return;

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  // MARK: The server

  var socket = null, wishes = {}, lastWish = 0;

  // Asks for a page with `studies` changed; `hear` is called with every answer. Answers with what withdraws the wish.
  function ask(studies, hear) {
    var id = ++lastWish;
    wishes[id] = { studies: studies, hear: hear };
    send(id);
    return function () {
      if (!wishes[id]) return;
      delete wishes[id];
      if (socket) socket.send(JSON.stringify({ token: token, ask: 'stop', id: id }));
    };
  }
  function send(id) {
    if (!socket || socket.readyState !== 1) return;
    socket.send(JSON.stringify({ token: token, ask: 'run', id: id, variation: { page: slug, studies: wishes[id].studies } }));
  }
  addEventListener('preview-open', function (event) {
    if (socket === event.detail) return;
    socket = event.detail;
    // What was asked before the server went is asked again.
    Object.keys(wishes).forEach(function (id) { send(Number(id)); });
  });
  addEventListener('preview-news', function (event) {
    var wish = wishes[event.detail.id];
    if (!wish) return;
    if (event.detail.state === 'done' || event.detail.state === 'refused') delete wishes[event.detail.id];
    wish.hear(event.detail);
  });

  // MARK: Drawings and formulas

  // They are most of a page's text, and few of them change. So a page is parsed with numbers in their places, equal ones for
  // equal texts; those of a block are parsed when it is shown.
  var drawings = [], numbers = new Map();

  function numbered(drawing) {
    if (!numbers.has(drawing)) numbers.set(drawing, drawings.push(drawing) - 1);
    return '<i data-drawing>' + numbers.get(drawing) + '</i>';
  }

  function abridged(text) {
    var start = /<(?:(svg|math)\b|(span) class="katex")/g, parts = [], end = 0, found;
    while ((found = start.exec(text))) {
      var tag = new RegExp('<(/?)' + (found[1] || found[2]) + '\\b[^>]*>', 'g'), depth = 0, next;
      tag.lastIndex = found.index;
      while ((next = tag.exec(text)) && (depth += next[1] ? -1 : 1));
      if (!next) break;
      parts.push(text.slice(end, found.index), numbered(text.slice(found.index, tag.lastIndex)));
      start.lastIndex = end = tag.lastIndex;
    }
    return parts.join('') + text.slice(end);
  }

  // Puts the drawings and formulas of `part` back in their places.
  function completed(part) {
    part.querySelectorAll('[data-drawing]').forEach(function (place) { place.outerHTML = drawings[place.textContent]; });
    return part;
  }

  // MARK: The page in place

  var base = null, panels = [];

  // Lets `copy`, a part of `main`, find the files of the page that `main` came from.
  function located(copy, main) {
    var folder = main.dataset.folder;
    function move(text) { return text.replace(/(^|\n)(?=figures\/)/g, '$1' + folder); }
    [['img', 'src'], ['source', 'srcset'], ['a', 'href'], ['input', 'data-frames'], ['input', 'data-narrow']].forEach(function (pair) {
      copy.querySelectorAll(pair[0] + '[' + pair[1] + ']').forEach(function (part) {
        part.setAttribute(pair[1], move(part.getAttribute(pair[1])));
      });
    });
    return copy;
  }

  // A badge or a card bears its verdict as a class.
  function verdict(claim) {
    return Array.from(claim.classList).find(function (name) { return name !== 'badge' && name !== 'card'; });
  }

  // The pairs of two lists of one length; none where the lengths differ.
  function pairs(before, after) {
    return before.length === after.length ? after.map(function (one, place) { return [before[place], one]; }) : [];
  }

  // The verdicts that differ from those of the page as it was built.
  function flips(main) {
    // The list of what is not as predicted comes last, and grows with the verdicts that change.
    function badges(of) {
      var end = of.querySelector('#differences');
      return Array.from(of.querySelectorAll('[id^="at-"]')).filter(function (one) {
        return !end || one.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING;
      });
    }
    return pairs(badges(base), badges(main)).filter(function (pair) { return verdict(pair[0]) !== verdict(pair[1]); }).map(function (pair) {
      return { id: pair[1].id, claim: pair[1].id.replace(/^at-/, ''), before: verdict(pair[0]), after: verdict(pair[1]) };
    });
  }

  // Marks on `block` what differs from `was`, the same block of the page as it was built.
  function mark(block, was) {
    function found(selector) {
      return pairs(Array.from(was.querySelectorAll(selector)), Array.from(block.querySelectorAll(selector)));
    }
    found('.value, td').forEach(function (pair) {
      if (pair[0].textContent === pair[1].textContent || pair[1].querySelector('.value')) return;
      pair[1].classList.add('live-changed');
      var old = element('s', { 'class': 'live-old', title: 'before the change' }, Array.from(pair[0].cloneNode(true).childNodes));
      old.querySelectorAll('[id]').forEach(function (one) { one.removeAttribute('id'); });
      if (pair[1].tagName === 'TD') pair[1].append(old); else pair[1].after(old);
    });
    (block.matches('figure.figure') ? [[was, block]] : found('figure.figure')).forEach(function (pair) {
      // A drawing that is a file bears the same name whatever it shows.
      var look = function (one) {
        var drawing = one.querySelector('.drawing'), inputs = one.querySelector('.provenance code');
        return drawing.querySelector('[data-drawing]') ? drawing.innerHTML : inputs && inputs.title;
      };
      if (look(pair[0]) !== look(pair[1])) pair[1].classList.add('live-changed-figure');
    });
  }

  // Puts a panel behind the first figure of its study; one that is there already stays as it is.
  function place(panel, main) {
    var figure = panel.figures.map(function (name) { return main.querySelector('#fig-' + CSS.escape(name)); })
      .find(function (one) { return one && !one.closest('.live'); });
    if (!figure) { if (!main.contains(panel.details)) (main.querySelector('article') || main).append(panel.details); return; }
    var next = figure.nextElementSibling;
    while (next && next !== panel.details && next.classList.contains('live')) next = next.nextElementSibling;
    if (next !== panel.details) figure.after(panel.details);
  }

  // The blocks of a page's text, without panels.
  function blocks(main) {
    var article = main.querySelector('article');
    return article ? Array.from(article.children).filter(function (part) { return !part.classList.contains('live'); }) : [];
  }

  // The blocks that a change may mark: those ahead of the lists at the end of a page.
  function body(main) {
    var all = blocks(main), end = all.findIndex(function (block) { return block.matches('#differences, .references, .card'); });
    return end < 0 ? all : all.slice(0, end);
  }

  // The same block of the page as it was built, for each block of `main` that has one. They are counted from the end: a box
  // about changed verdicts stands ahead of everything.
  function counterparts(main) {
    var own = body(main), was = body(base), more = own.length - was.length;
    return new Map(own.map(function (block, place) { return [block, was[place - more]]; }));
  }

  // The page that is shown, as it came: without what scripts and readers have done to it.
  var shown = null;

  // The blocks of a page in three lists: those around its text, those of the text, and those of the lists at its end.
  function divided(main) {
    var around = Array.from(main.children).filter(function (part) { return !part.matches('article, .live'); });
    var all = blocks(main), text = body(main);
    return [around, text, all.slice(text.length)];
  }

  // Puts the parts that differ of a figure with several data sets in the place of those that stand: a kept run's drawings are half
  // of it, and stay. Answers with what is new; nothing where `block` is no such figure.
  function renewed(standing, copy, known, block, main) {
    var old = Array.from(standing.children), made = Array.from(copy.children);
    if (!block.matches('figure.figure') || !block.querySelector(':scope > .run') || known.children.length !== made.length) return null;
    if (old.length !== made.length) return null;
    standing.classList.toggle('live-changed-figure', copy.classList.contains('live-changed-figure'));
    return old.flatMap(function (one, place) {
      var part = made[place];
      if (known.children[place].isEqualNode(part) && !part.querySelector('img, [href^="figures/"]')) return [];
      function runs(of) { return [of].concat(Array.from(of.querySelectorAll('.run'))); }
      pairs(runs(one), runs(part)).forEach(function (pair) { pair[1].hidden = pair[0].hidden; });
      one.replaceWith(completed(located(part, main)));
      return [part];
    });
  }

  // Puts copies of the blocks of `main` that differ in the place of those that are shown, since laying out a whole page takes
  // longer than making it, and marks on them what differs from the page as it was built. Answers with what is new. A block
  // that is other than in that page is replaced each time: its files are those of this variation.
  function replaced(old, main) {
    var before = shown || base;
    shown = main;
    var was = counterparts(main);
    var there = divided(old), known = divided(before), next = divided(main);
    var isAlike = next.every(function (blocks, number) {
      return there[number].length === known[number].length && Boolean(known[number].length) === Boolean(blocks.length);
    });
    if (!isAlike) {
      var copy = main.cloneNode(true);
      pairs(body(main), body(copy)).forEach(function (pair) { if (was.get(pair[0])) mark(pair[1], was.get(pair[0])); });
      old.replaceWith(completed(located(copy, main)));
      return [copy];
    }
    return next.flatMap(function (blocks, number) {
      var standing = there[number], more = blocks.length - standing.length;
      // What is new, or gone, stands first: a box about changed verdicts, the heading of a list.
      standing.slice(0, Math.max(0, -more)).forEach(function (one) { one.remove(); });
      return blocks.flatMap(function (block, place) {
        var built = was.get(block), isAsBuilt = !built || block.isEqualNode(built);
        if (place >= more && isAsBuilt && block.isEqualNode(known[number][place - more])) return [];
        var copy = block.cloneNode(true);
        if (built) mark(copy, built);
        var parts = place >= more && renewed(standing[place - more], copy, known[number][place - more], block, main);
        if (parts) return parts;
        completed(located(copy, main));
        if (place >= more) standing[place - more].replaceWith(copy); else standing[0].before(copy);
        return [copy];
      });
    });
  }

  // Puts `main` in the place of what is shown; the panels stay what they are.
  function show(main) {
    var old = document.getElementById('main');
    var focus = document.activeElement;
    var held = focus && focus.closest('.live') || (panels.find(function (panel) { return panel.details.open; }) || {}).details;
    var top = held ? held.getBoundingClientRect().top : 0;
    var parts = replaced(old, main);
    panels.slice().reverse().forEach(function (panel) { place(panel, document.getElementById('main')); });
    document.dispatchEvent(new CustomEvent('page-replaced', { detail: parts }));
    if (held) {
      scrollBy({ top: held.getBoundingClientRect().top - top, behavior: 'instant' });
      if (focus.closest('.live')) focus.focus({ preventScroll: true });
    }
  }

  function fetched(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (text) {
      var main = new DOMParser().parseFromString(abridged(text), 'text/html').getElementById('main');
      main.dataset.folder = address.replace(/[^/]*$/, '');
      return main;
    });
  }

  // MARK: The settings

  // What the panels say now, by study.
  function changes() {
    return panels.reduce(function (all, panel) {
      var change = panel.change();
      if (change) all[panel.name] = change;
      return all;
    }, {});
  }

  // The address holds the settings, so that a link opens the same state: "?retraining.replicates=9&retraining:seed=2".
  function keep() {
    var query = new URLSearchParams();
    var all = changes();
    Object.keys(all).forEach(function (study) {
      Object.keys(all[study].settings || {}).forEach(function (name) { query.append(study + '.' + name, all[study].settings[name]); });
      if (all[study].seed) query.append(study + ':seed', all[study].seed);
      if (all[study].profile) query.append(study + ':profile', all[study].profile);
    });
    var text = query.toString();
    history.replaceState(history.state, '', location.pathname + (text ? '?' + text : '') + location.hash);
  }

  function number(text) { return Number(text); }

  // A slider from the lowest value to the highest; by powers where they lie far apart.
  function slider(row, input) {
    var low = row.lowest, high = row.highest;
    var isPower = low >= 0 && high > 100 * Math.max(low, 1e-12) && high > 10;
    var first = isPower ? Math.max(low, row.type === 'integer' ? 1 : high * 1e-6) : low;
    var range = element('input', { type: 'range', min: 0, max: 1000, step: 1, 'aria-label': row.name + ', by slider' });
    function toShare(value) {
      return isPower ? Math.log(Math.max(value, first) / first) / Math.log(high / first) : (value - first) / (high - first);
    }
    function toValue(share) {
      var value = isPower ? first * Math.pow(high / first, share) : first + share * (high - first);
      return row.type === 'integer' ? Math.round(value) : Number(value.toPrecision(3));
    }
    function follow() { range.value = Math.round(1000 * Math.min(1, Math.max(0, toShare(number(input.value))))); }
    follow();
    input.addEventListener('input', follow);
    input.addEventListener('reset-value', follow);
    range.addEventListener('input', function () {
      input.value = toValue(range.value / 1000);
      input.dispatchEvent(new Event('input'));
    });
    range.addEventListener('change', function () { input.dispatchEvent(new Event('change', { bubbles: true })); });
    return range;
  }

  function control(row, id) {
    var value = JSON.parse(row.value);
    if (row.type === 'boolean') {
      var box = element('input', { id: id, type: 'checkbox', role: 'switch' });
      box.checked = value;
      return { input: box, text: function () { return String(box.checked); }, set: function (text) { box.checked = text === 'true'; }, extra: null };
    }
    var isNumber = row.type === 'integer' || row.type === 'number';
    var input = element('input', { id: id, type: isNumber ? 'number' : 'text', value: isNumber || row.type !== 'string' ? row.value : value });
    if (isNumber) input.step = row.type === 'integer' ? 1 : 'any';
    if (isNumber && row.lowest !== undefined) { input.min = row.lowest; input.max = row.highest; }
    return {
      input: input,
      text: function () { return input.value.trim(); },
      set: function (text) { input.value = text; input.dispatchEvent(new Event('reset-value')); },
      extra: isNumber && row.lowest !== undefined && row.highest > row.lowest ? slider(row, input) : null
    };
  }

  // MARK: A panel

  function Panel(study, listing) {
    var panel = this;
    this.name = study.name;
    this.figures = study.figures;
    this.controls = {};
    var form = element('form', { autocomplete: 'off' });
    var first = element('div', { 'class': 'live-first' });
    // Settings of a part of the experiment are folded away.
    var inner = element('div'), folded = element('details', { 'class': 'live-more' }, [element('summary', {}, ['More settings']), inner]);
    form.append(first);
    function add(row, label, small) {
      var id = 'live-' + study.name + '-' + row.name;
      var made = control(row, id);
      made.initial = made.text();
      made.row = element('div', { 'class': 'live-row' }, [element('label', { 'for': id }, [label].concat(small ? [element('small', {}, [small])] : []))]);
      made.row.append(made.extra || element('span'), made.input);
      (row.name.indexOf('.') > 0 ? inner : form).append(made.row);
      panel.controls[row.name] = made;
    }
    study.parameters.forEach(function (row) {
      var unit = row.unit ? ' (' + row.unit + ')' : '';
      add(row, row.description ? row.description + unit : row.name + unit, row.description ? row.name : '');
    });
    add({ name: ':seed', value: String(listing.seed), type: 'integer' }, 'seed', 'of all random numbers');
    var profile = element('select', { id: 'live-' + study.name + '-profile' }, ['quick', 'full', 'paper'].map(function (name) {
      return element('option', {}, [name]);
    }));
    profile.value = study.profile;
    this.controls[':profile'] = {
      input: profile, initial: study.profile, text: function () { return profile.value; }, set: function (text) { profile.value = text; },
      row: element('div', { 'class': 'live-row' }, [element('label', { 'for': profile.id }, ['profile', element('small', {}, ['how much is spent'])]), element('span'), profile])
    };
    form.append(this.controls[':profile'].row);

    function button(text, action) {
      var made = element('button', { type: 'button' }, [text]);
      made.addEventListener('click', action);
      return made;
    }
    this.status = element('div', { 'class': 'live-status', role: 'status', 'aria-live': 'polite' });
    this.stopButton = button('Stop', function () { panel.stop('Stopped. What was computed is kept.'); });
    this.stopButton.disabled = true;
    var buttons = element('div', { 'class': 'live-buttons' }, [
      this.stopButton,
      button('Reset', function () { panel.reset(); }),
      button('Copy command', function () { panel.copy(listing, study); })
    ]);
    this.range = element('div', { 'class': 'live-range' });
    first.append(buttons, this.status, this.range);
    if (inner.children.length) form.append(folded);
    this.folded = folded;
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('change', function (event) {
      if (event.target.closest('.live-range')) return;
      panel.mark();
      keep();
      panel.run();
    });
    this.details = element('details', { 'class': 'live', 'data-study': study.name }, [element('summary', {}, ['Try other settings: ' + study.question]), form]);
    this.offerRange();
  }

  Panel.prototype.change = function () {
    var settings = {}, change = {}, any = false;
    Object.keys(this.controls).forEach(function (name) {
      var control = this.controls[name], text = control.text();
      if (text === control.initial) return;
      any = true;
      if (name === ':seed') change.seed = text;
      else if (name === ':profile') change.profile = text;
      else settings[name] = text;
    }, this);
    if (Object.keys(settings).length) change.settings = settings;
    return any ? change : null;
  };

  Panel.prototype.mark = function () {
    Object.keys(this.controls).forEach(function (name) {
      var control = this.controls[name];
      var isChanged = control.text() !== control.initial;
      control.row.classList.toggle('is-changed', isChanged);
      if (isChanged && this.folded.contains(control.row)) this.folded.open = true;
    }, this);
  };

  Panel.prototype.say = function (parts, isRefused) {
    this.details.removeAttribute('aria-busy');
    this.status.classList.toggle('is-refused', Boolean(isRefused));
    this.status.replaceChildren.apply(this.status, parts);
  };

  Panel.prototype.stop = function (text) {
    this.answered();
    this.details.removeAttribute('aria-busy');
    if (this.withdraw) this.withdraw();
    this.withdraw = null;
    this.stopButton.disabled = true;
    if (text) this.say([text]);
  };

  // Keeps words about a run that has ended from being said.
  Panel.prototype.answered = function () {
    clearTimeout(this.late);
    this.late = null;
  };

  // Says how far a run came.
  Panel.prototype.progress = function (news, before) {
    this.stopButton.disabled = false;
    if (news.state === 'asked') { this.say([before, 'Asked …']); return; }
    if (news.state === 'waiting') { this.say([before, 'Another run comes first …']); return; }
    if (!news.items) { this.say([before, 'Running …']); return; }
    this.say([before, element('progress', { max: news.items, value: news.done }), ' ' + news.stage + ', ' + news.done + ' of ' + news.items]);
  };

  Panel.prototype.told = function (flips, seconds) {
    var parts = [];
    if (flips.length) {
      parts.push(flips.length === 1 ? 'One verdict changes:' : flips.length + ' verdicts change:');
      parts.push(element('ul', { 'class': 'live-flips' }, flips.map(function (flip) {
        return element('li', {}, [element('a', { href: '#' + flip.id }, [flip.claim]), ' ' + flip.before + ' → ' + flip.after]);
      })));
    } else parts.push('No verdict changes.');
    if (seconds) parts.push(' ' + (seconds < 1 ? Math.round(1000 * seconds) + ' ms' : seconds.toFixed(1) + ' s') + '.');
    return parts;
  };

  // Shows the page with what the panels say.
  Panel.prototype.run = function () {
    var panel = this;
    this.stop();
    var all = changes();
    if (!Object.keys(all).length) { show(base); this.say(['As the report has it.']); return; }
    // What is answered at once needs no word before the answer, which would be laid out and painted in vain: what stands there is
    // dimmed.
    this.details.setAttribute('aria-busy', 'true');
    var latest = { state: 'asked' };
    this.late = setTimeout(function () { panel.late = null; panel.progress(latest, ''); }, 60);
    this.withdraw = ask(all, function (news) {
      latest = news;
      if (news.state === 'refused') { panel.stop(); panel.say([news.text], true); return; }
      if (news.state !== 'done') { if (!panel.late) panel.progress(news, ''); return; }
      panel.answered();
      panel.withdraw = null;
      panel.stopButton.disabled = true;
      fetched(news.page).then(function (main) {
        show(main);
        panel.say(panel.told(flips(main), news.seconds));
      }, function () { panel.run(); });
    });
  };

  Panel.prototype.reset = function () {
    Object.keys(this.controls).forEach(function (name) { this.controls[name].set(this.controls[name].initial); }, this);
    this.mark();
    keep();
    this.run();
  };

  Panel.prototype.copy = function (listing, study) {
    var panel = this;
    var change = this.change() || {};
    var command = listing.command;
    var sets = Object.keys(change.settings || {}).map(function (name) {
      var word = study.path.replace('/', '.') + '.' + name + '=' + change.settings[name];
      return /^[\w.,:=+/-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";
    });
    if (change.seed) command += ' --seed ' + change.seed;
    if (change.profile) command += ' --profile ' + change.profile;
    if (sets.length) command += ' --set ' + sets.join(' ');
    function done() { panel.say(['Copied: ', element('code', {}, [command])]); }
    navigator.clipboard.writeText(command).then(done, function () { panel.say([element('code', {}, [command])]); });
  };

  // MARK: A range of values, or seeds

  Panel.prototype.offerRange = function () {
    var panel = this;
    var names = Object.keys(this.controls).filter(function (name) {
      var input = panel.controls[name].input;
      return input.type === 'number' && name !== ':seed';
    });
    var start = element('button', { type: 'button' }, ['Run the range']);
    var seeds = element('button', { type: 'button' }, ['Ten seeds']);
    var strip = element('ol', { 'class': 'live-strip', 'aria-label': 'Outcomes' });
    var line = element('div', { 'class': 'live-buttons' });
    if (names.length) {
      var which = element('select', { 'aria-label': 'parameter of the range' }, names.map(function (name) { return element('option', {}, [name]); }));
      var from = element('input', { type: 'number', step: 'any', 'aria-label': 'from' });
      var to = element('input', { type: 'number', step: 'any', 'aria-label': 'to' });
      var count = element('input', { type: 'number', min: 2, max: 20, value: 5, 'aria-label': 'values' });
      var fill = function () {
        var control = panel.controls[which.value], value = Number(control.initial);
        var low = control.input.min === '' ? -Infinity : Number(control.input.min), high = control.input.max === '' ? Infinity : Number(control.input.max);
        from.value = Math.max(low, value / 2);
        to.value = Math.min(high, value * 2);
        if (control.input.step === '1') { from.value = Math.max(low, Math.round(value / 2)); }
      };
      which.addEventListener('change', fill);
      fill();
      line.append(which, ' from ', from, ' to ', to, ' in ', count, ' values', start);
      start.addEventListener('click', function () {
        var name = which.value, isWhole = panel.controls[name].input.step === '1';
        var total = Math.max(2, Math.min(20, Number(count.value) || 5)), values = [];
        for (var place = 0; place < total; place++) {
          var value = Number(from.value) + place / (total - 1) * (Number(to.value) - Number(from.value));
          value = isWhole ? Math.round(value) : Number(value.toPrecision(6));
          if (values.indexOf(value) < 0) values.push(value);
        }
        panel.runRange(strip, values.map(function (value) {
          return { label: name + ' = ' + value, change: function (change) { change.settings = Object.assign({}, change.settings); change.settings[name] = String(value); } };
        }));
      });
    }
    line.append(seeds);
    seeds.addEventListener('click', function () {
      panel.runRange(strip, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(function (seed) {
        return { label: 'seed ' + seed, change: function (change) { change.seed = String(seed); } };
      }));
    });
    this.range.append(line, strip);
  };

  // Runs one variation after the other; each outcome is a frame that can be gone back to.
  Panel.prototype.runRange = function (strip, steps) {
    var panel = this, frames = [];
    this.stop();
    this.stopButton.disabled = false;
    strip.replaceChildren();
    var range = element('input', { type: 'range', min: 0, max: 0, value: 0, step: 1, 'aria-label': 'outcome' });
    function turn(place) {
      var frame = frames[place];
      show(frame.main);
      range.value = place;
      range.setAttribute('aria-valuetext', frame.label);
      Array.from(strip.querySelectorAll('button'), function (one, other) { one.setAttribute('aria-current', String(other === place)); });
      panel.say([element('strong', {}, [frame.label + ': '])].concat(panel.told(frame.flips)));
    }
    range.addEventListener('input', function () { turn(Number(range.value)); });
    function next() {
      if (frames.length === steps.length) {
        panel.stop();
        var changed = {};
        frames.forEach(function (frame) { frame.flips.forEach(function (flip) { changed[flip.claim] = (changed[flip.claim] || 0) + 1; }); });
        var ids = Object.keys(changed);
        panel.say(ids.length ? ['Verdicts that change: ' + ids.map(function (id) { return id + ' in ' + changed[id] + ' of ' + frames.length; }).join(', ') + '.'] : ['No verdict changes in ' + frames.length + ' runs.']);
        return;
      }
      var step = steps[frames.length];
      var all = changes(), change = Object.assign({}, all[panel.name]);
      step.change(change);
      all[panel.name] = change;
      panel.withdraw = ask(all, function (news) {
        if (news.state === 'refused') { panel.stop(); panel.say([step.label + ': ' + news.text], true); return; }
        if (news.state !== 'done') { panel.progress(news, step.label + ': '); return; }
        fetched(news.page).then(function (main) {
          var changed = flips(main), place = frames.length;
          frames.push({ label: step.label, main: main, flips: changed });
          range.max = place;
          if (place === 0) strip.before(range);
          var button = element('button', { type: 'button', title: changed.map(function (flip) { return flip.claim + ' ' + flip.before + ' → ' + flip.after; }).join('\n') },
            [step.label.replace(/^.* /, '')].concat(changed.length ? [element('span', { 'class': 'live-count' }, [' ' + changed.length + ' ≠'])] : []));
          button.addEventListener('click', function () { turn(place); });
          strip.append(element('li', {}, [button]));
          turn(place);
          next();
        }, next);
      });
    }
    var earlier = panel.range.querySelector('input[type="range"]');
    if (earlier) earlier.remove();
    next();
  };

  // MARK: The start

  function json(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    Promise.all([json('/.preview/live/panels/' + slug + '.json'), json('build.json'), fetched(location.pathname)]).then(function (all) {
      var listing = all[0], figures = {};
      base = all[2];
      all[1].studies.forEach(function (study) {
        figures[study.path] = study.figures.map(function (stem) { return stem.slice(slug.length + 1); });
      });
      panels = listing.studies.map(function (study) {
        study.figures = figures[study.path] || [];
        return new Panel(study, listing);
      });
      panels.slice().reverse().forEach(function (panel) { place(panel, document.getElementById('main')); });
      var opened = null, unknown = [];
      new URLSearchParams(location.search).forEach(function (value, key) {
        var isKnown = panels.some(function (panel) {
          var name = key.indexOf(panel.name + '.') === 0 ? key.slice(panel.name.length + 1)
            : key.indexOf(panel.name + ':') === 0 ? key.slice(panel.name.length) : null;
          if (!name || !panel.controls[name]) return false;
          panel.controls[name].set(value);
          panel.mark();
          panel.details.open = true;
          opened = panel;
          return true;
        });
        if (!isKnown) unknown.push(key);
      });
      if (opened) opened.run();
      if (unknown.length && panels.length) {
        panels[0].details.open = true;
        panels[0].say(['No study of this page has the setting ' + unknown.join(', ') + ', which the address names.'], true);
      }
      document.documentElement.dataset.live = 'ready';
    }, function () { document.documentElement.dataset.live = 'none'; });
  });
})();

// What a reader gains with a script: a choice of theme, search, previews of references, and sliders. Pages read without it.
(function () {
  'use strict';
  var root = document.documentElement;
  var themes = ['system', 'light', 'dark'];

  function stored() { try { return localStorage.getItem('theme'); } catch (error) { return null; } }
  function keep(theme) { try { localStorage.setItem('theme', theme); } catch (error) { return; } }
  function show(theme) { if (theme === 'system') root.removeAttribute('data-theme'); else root.setAttribute('data-theme', theme); }
  var theme = themes.indexOf(stored()) > 0 ? stored() : 'system';
  show(theme);

  // What has been put into the page since this script last looked at it; at first the page.
  var roots = [document];
  function fresh(selector) {
    return roots.flatMap(function (part) {
      var own = part.matches && part.matches(selector) ? [part] : [];
      return own.concat(Array.from(part.querySelectorAll(selector)));
    });
  }

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  function themeButton() {
    var button = document.querySelector('.theme');
    function label() { button.textContent = 'Theme: ' + theme; }
    label();
    button.hidden = false;
    button.addEventListener('click', function () {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      show(theme);
      keep(theme);
      label();
    });
  }

  // What can be found on a page: a script file, because a page from disk may fetch nothing.
  var loading = {};
  function part(page) {
    if (!loading[page]) {
      loading[page] = new Promise(function (done) {
        var script = element('script', { src: 'search/' + page + '.js' });
        script.onload = function () { done((window.bookParts || {})[page] || []); };
        script.onerror = function () { done([]); };
        document.head.append(script);
      });
    }
    return loading[page];
  }
  function index() {
    var pages = Array.from(document.querySelectorAll('.contents ol a'), function (link) {
      return link.getAttribute('href').replace('.html', '');
    });
    return Promise.all(pages.concat('evidence').map(part)).then(function (parts) { return parts.flat(); });
  }

  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"'); }

  function find(entries, text) {
    var words = plain(text).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return entries.map(function (entry) {
      var title = plain(entry.title);
      var body = plain(entry.text);
      var score = 0;
      var found = words.every(function (word) {
        var inTitle = title.indexOf(word) >= 0;
        var inBody = body.indexOf(word) >= 0;
        score += (inTitle ? 10 : 0) + (inBody ? 1 : 0);
        return inTitle || inBody;
      });
      return { entry: entry, score: found ? score : 0, at: body.indexOf(words[0]), word: words[0] };
    }).filter(function (hit) { return hit.score > 0; })
      .sort(function (a, b) { return b.score - a.score; }).slice(0, 12);
  }

  function excerpt(hit) {
    var line = element('small');
    if (hit.at < 0) { line.textContent = hit.entry.text.slice(0, 110); return line; }
    var from = Math.max(0, hit.at - 45);
    line.append((from ? '…' : '') + hit.entry.text.slice(from, hit.at),
      element('mark', {}, [hit.entry.text.slice(hit.at, hit.at + hit.word.length)]),
      hit.entry.text.slice(hit.at + hit.word.length, hit.at + 80) + '…');
    return line;
  }

  function search() {
    var button = document.querySelector('.search-open');
    var input = element('input', { type: 'search' });
    var list = element('ol', { 'aria-live': 'polite' });
    var dialog = element('dialog', { 'class': 'search', 'aria-label': 'Search' }, [element('label', {}, ['Search the book', input]), list]);
    document.body.append(dialog);
    button.hidden = false;
    function open() { index(); dialog.showModal(); input.select(); }
    button.addEventListener('click', open);
    document.addEventListener('keydown', function (event) {
      if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(input|textarea|select)$/i.test(event.target.tagName)) {
        event.preventDefault();
        open();
      }
    });
    dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
    input.addEventListener('input', function () {
      index().then(function (entries) {
        var hits = find(entries, input.value);
        if (!hits.length && input.value.trim()) {
          list.replaceChildren(element('li', {}, ['Nothing was found.']));
          return;
        }
        list.replaceChildren.apply(list, hits.map(function (hit) {
          var link = element('a', { href: hit.entry.href }, [hit.entry.title, excerpt(hit)]);
          link.addEventListener('click', function () { dialog.close(); });
          return element('li', {}, [link]);
        }));
      });
    });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && list.querySelector('a')) list.querySelector('a').click();
    });
  }

  function previews() {
    var box = null;
    var wait = 0;
    function hide() { clearTimeout(wait); if (box) box.remove(); box = null; }
    // Time to move the pointer into the preview, where it stays.
    function leave() { clearTimeout(wait); wait = setTimeout(hide, 250); }
    function place(link, content) {
      hide();
      box = element('div', { 'class': 'preview', role: 'tooltip' }, [content]);
      document.body.append(box);
      box.addEventListener('mouseenter', function () { clearTimeout(wait); });
      box.addEventListener('mouseleave', leave);
      var at = link.getBoundingClientRect();
      var left = Math.min(at.left, root.clientWidth - box.offsetWidth - 16);
      var below = at.bottom + box.offsetHeight + 8 < innerHeight || at.top < box.offsetHeight + 8;
      box.style.left = Math.max(8, left + scrollX) + 'px';
      box.style.top = (below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY + 'px';
    }
    function here(id) {
      var target = id && document.getElementById(id);
      if (!target) return null;
      if (target.parentElement.classList.contains('formula')) target = target.parentElement;
      var copy = target.cloneNode(true);
      copy.removeAttribute('id');
      copy.querySelectorAll('button, .badges').forEach(function (part) { part.remove(); });
      return copy;
    }
    function preview(link) {
      var href = link.getAttribute('href');
      var own = href.charAt(0) === '#' ? here(decodeURIComponent(href.slice(1))) : null;
      if (own) return place(link, own);
      if (!/^[\w-]+\.html/.test(href)) return;
      part(href.split('.html')[0]).then(function (entries) {
        var entry = entries.find(function (candidate) { return candidate.href === href; });
        if (!entry || !link.matches(':hover, :focus')) return;
        var title = element('strong', {}, [entry.title]);
        var content = element('div', {}, [title]);
        if (entry.picture) content.append(element('img', { src: entry.picture, alt: '', style: 'max-width:100%' }));
        if (entry.html) content.insertAdjacentHTML('beforeend', entry.html);
        else content.append(element('p', {}, [entry.text.slice(0, 240) + (entry.text.length > 240 ? '…' : '')]));
        place(link, content);
      });
    }
    document.addEventListener('keydown', function (event) { if (event.key === 'Escape') hide(); });
    return function () {
      hide();
      fresh('a.reference, a.citation').forEach(function (link) {
        link.removeAttribute('title');
        link.addEventListener('mouseenter', function () { clearTimeout(wait); wait = setTimeout(preview, 150, link); });
        link.addEventListener('focus', function () { preview(link); });
        link.addEventListener('mouseleave', leave);
        link.addEventListener('blur', hide);
      });
    };
  }

  function sliders() {
    fresh('.slider').forEach(function (slider) {
      var input = slider.querySelector('input');
      var output = slider.querySelector('output');
      var drawing = slider.parentElement.querySelector('.drawing');
      var frames = input.dataset.frames.split('\n');
      var labels = input.dataset.labels.split('\n');
      var texts = input.dataset.texts.split('\n');
      var first = Array.from(drawing.children);
      var initial = input.value;
      var narrow = matchMedia('(max-width: 40rem)').matches ? input.dataset.narrow.split('\n') : [];
      var picture = Array.from(drawing.querySelectorAll('svg, img')).find(function (one) { return one.getClientRects().length; });
      var size = picture.viewBox ? picture.viewBox.baseVal : { width: 0.75 * picture.width, height: 0.75 * picture.height };
      var image = element('img', { alt: '', width: Math.round(4 * size.width / 3), height: Math.round(4 * size.height / 3) });
      function turn() {
        var frame = Number(input.value);
        output.textContent = labels[frame];
        input.setAttribute('aria-valuetext', labels[frame]);
        if (input.value === initial) { drawing.replaceChildren.apply(drawing, first); return; }
        image.src = narrow[frame] || frames[frame];
        image.alt = texts[frame];
        drawing.replaceChildren(image);
      }
      input.addEventListener('input', turn);
      input.addEventListener('pointerenter', function () {
        frames.forEach(function (source, frame) { new Image().src = narrow[frame] || source; });
      }, { once: true });
      input.setAttribute('aria-valuetext', labels[Number(initial)]);
      slider.hidden = false;
    });
  }

  // A button that copies a listing without the numbers of its lines.
  function copies() {
    fresh('pre.code').forEach(function (code) {
      var button = element('button', { type: 'button', 'class': 'copy' }, ['Copy']);
      var frame = element('div', { 'class': 'code-frame' });
      code.replaceWith(frame);
      frame.append(code, button);
      function done(said) {
        button.textContent = said ? 'Copied' : 'Not copied';
        setTimeout(function () { button.textContent = 'Copy'; }, 1500);
      }
      // Pages from disk have no clipboard of their own.
      function select() {
        getSelection().selectAllChildren(code);
        done(document.execCommand('copy'));
        getSelection().removeAllRanges();
      }
      button.addEventListener('click', function () {
        if (!navigator.clipboard) return select();
        navigator.clipboard.writeText(code.textContent).then(function () { done(true); }, select);
      });
    });
  }

  // The outline marks the part that is read.
  function outline() {
    var links = [], parts = [];
    var waits = false;
    function mark() {
      waits = false;
      var current = -1;
      parts.forEach(function (part, place) { if (part && part.getBoundingClientRect().top < innerHeight / 4) current = place; });
      links.forEach(function (link, place) {
        if (place === current) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
      });
      // A list longer than the window follows the reader.
      var list = current < 0 ? null : links[current].closest('ol');
      if (list && list.scrollHeight > list.clientHeight) list.scrollTop = links[current].offsetTop - list.clientHeight / 2;
    }
    document.addEventListener('scroll', function () { if (!waits) { waits = true; requestAnimationFrame(mark); } }, { passive: true });
    return function () {
      links = Array.from(document.querySelectorAll('.outline a'));
      parts = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
      mark();
    };
  }

  // The claims of the page of evidence by verdict, section and data.
  function evidence() {
    var cards = Array.from(document.querySelectorAll('.page-evidence article > .card'));
    if (!cards.length) return;
    var heads = [], head = null;
    Array.from(document.querySelectorAll('.page-evidence article > h2, .page-evidence article > .card')).forEach(function (part) {
      if (part.tagName === 'H2') { head = { heading: part, cards: [] }; heads.push(head); } else if (head) head.cards.push(part);
    });
    heads = heads.filter(function (one) { return one.cards.length; });
    function values(of) { return Array.from(new Set(cards.flatMap(of))); }
    function data(card) { return card.dataset.runs.split('\n').filter(Boolean); }
    function verdicts(card) { return card.dataset.verdicts.split(' '); }
    function choice(name, words) {
      var select = element('select', {}, ['all'].concat(words).map(function (word) { return element('option', {}, [word]); }));
      select.addEventListener('change', show);
      return { label: element('label', {}, [name + ' ', select]), select: select };
    }
    var byVerdict = choice('Verdict', values(verdicts));
    var bySection = choice('Section', heads.map(function (one) { return one.heading.textContent; }));
    var byData = choice('Data', values(data));
    var count = element('output', {}, []);
    function show() {
      var shown = 0;
      heads.forEach(function (one) {
        var here = bySection.select.selectedIndex === 0 || bySection.select.value === one.heading.textContent;
        var own = 0;
        one.cards.forEach(function (card) {
          var place = data(card).indexOf(byData.select.value);
          var said = place < 0 ? verdicts(card) : [verdicts(card)[place]];
          var fits = here && (byData.select.selectedIndex === 0 || place >= 0)
            && (byVerdict.select.selectedIndex === 0 || said.indexOf(byVerdict.select.value) >= 0);
          card.hidden = !fits;
          own += fits;
        });
        one.heading.hidden = !own;
        shown += own;
      });
      count.textContent = shown + ' of ' + cards.length + ' claims';
    }
    var bar = element('p', { class: 'choice' }, [byVerdict.label, bySection.label]);
    if (values(data).length) bar.append(byData.label);
    bar.append(count);
    heads[0].heading.before(bar);
    show();
  }

  // Figures that were measured on several data sets show one at a time.
  function runs() {
    fresh('fieldset.runs').forEach(function (choice) {
      var figure = choice.closest('figure');
      function show() {
        var chosen = choice.querySelector(':checked').value;
        figure.querySelectorAll('.run').forEach(function (run) { run.hidden = run.dataset.run !== chosen; });
      }
      choice.addEventListener('change', show);
      figure.classList.add('switched');
      choice.hidden = false;
      show();
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    var parts = [outline(), copies, previews(), sliders, runs];
    function begin() { parts.forEach(function (part) { part(); }); }
    begin();
    // Whoever puts other parts in the place of these says which.
    document.addEventListener('page-replaced', function (event) { roots = event.detail; begin(); });
    evidence();
    themeButton();
    search();
  });
})();

/// What is added to a page while it is served: it listens for changes, loads the page anew where the reader was, and shows
/// what is wrong over it. Files on disk never hold it.
enum ReloadScript {
    /// Where the script and the web socket are; no file of a report can have a name that begins with a point.
    static let path = "/.preview/reload.js"
    static let socketPath = "/.preview/socket"

    private static let tag = "<script src=\"\(path)\"></script>\n"

    /// `page` with the script in its head.
    static func added(to page: String) -> String {
        guard let head = page.range(of: "</head>") else { return page }
        return page.replacingCharacters(in: head, with: tag + "</head>")
    }

    static let source = """
        (function () {
          'use strict';
          if (window.isPreviewed) return;
          window.isPreviewed = true;
          var wasLost = false;

          // Where the reader was when the page before this one was put aside.
          var place = sessionStorage.getItem('preview-place');
          sessionStorage.removeItem('preview-place');
          function restore() {
            if (place) scrollTo({ top: Number(place), behavior: 'instant' });
          }
          if (place) history.scrollRestoration = 'manual';
          addEventListener('DOMContentLoaded', restore);
          addEventListener('load', restore);

          function refresh() {
            sessionStorage.setItem('preview-place', scrollY);
            location.reload();
          }

          function showError(text) {
            var box = document.getElementById('preview-error') || document.createElement('div');
            box.id = 'preview-error';
            box.setAttribute('role', 'alert');
            box.style.cssText = 'position:fixed;inset:0 0 auto 0;max-height:70vh;overflow:auto;z-index:1000;'
              + 'padding:1em 1.5em;background:#300;color:#fff;border-bottom:4px solid #d55e00';
            var message = document.createElement('pre');
            message.style.cssText = 'margin:0;white-space:pre-wrap;font:14px/1.5 monospace;color:inherit;background:none';
            message.textContent = text;
            box.replaceChildren(message);
            document.body.append(box);
          }

          function connect() {
            var socket = new WebSocket('ws://' + location.host + '\(socketPath)');
            socket.onopen = function () { if (wasLost) refresh(); wasLost = false; };
            socket.onmessage = function (event) {
              var news = JSON.parse(event.data);
              if (news.state === 'failed') showError(news.text); else refresh();
            };
            socket.onclose = function () { wasLost = true; setTimeout(connect, 250); };
          }
          addEventListener('DOMContentLoaded', connect, { once: true });
        })();

        """
}

/// What is added to a page while it is served: it listens for changes, loads the page anew where the reader was, and shows
/// what is wrong over it. Files on disk never hold it.
enum ReloadScript {
    /// Where the script and the web socket are; no file of a report can have a name that begins with a point.
    static let path = "/.preview/reload.js"
    static let socketPath = "/.preview/socket"

    /// `page` with the script in its head.
    ///
    /// - Parameters:
    ///   - version: what the page shows.
    ///   - token: by which the page is heard; nil where nobody listens.
    static func added(to page: String, version: String, token: String?) -> String {
        guard let head = page.range(of: "</head>") else { return page }
        var tags = "<script src=\"\(path)\" data-version=\"\(version)\"></script>\n"
        if let token { tags += LiveScript.tags(token: token) }
        return page.replacingCharacters(in: head, with: tags + "</head>")
    }

    /// The page that is shown until there is a report.
    static let waiting = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Being built</title>
        <style>body { font: 1.1rem/1.5 Georgia, serif; max-width: 40rem; margin: 20vh auto; padding: 0 1rem }</style>
        </head>
        <body><main><p>The report is being built. It appears here as soon as it stands.</p></main></body>
        </html>

        """

    static let source = """
        (function () {
          'use strict';
          if (window.isPreviewed) return;
          window.isPreviewed = true;
          var shown = document.currentScript.dataset.version;

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
            socket.onmessage = function (event) {
              var news = JSON.parse(event.data);
              if (news.state === 'failed') showError(news.text);
              else if (news.state !== 'current') dispatchEvent(new CustomEvent('preview-news', { detail: news }));
              else if (news.version !== shown) refresh();
              else dispatchEvent(new CustomEvent('preview-open', { detail: socket }));
            };
            socket.onclose = function (event) {
              if (event.code === \(WebSocket.tooMany)) addEventListener('focus', connect, { once: true });
              else setTimeout(connect, 250);
            };
          }
          addEventListener('DOMContentLoaded', connect, { once: true });
        })();

        """
}

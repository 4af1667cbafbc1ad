import BrowserDriver
import FixtureBook
import Foundation
import Notebook
import Plots
import Testing
import regbook

/// Pages of the preview run studies again with other settings, in a real browser.
@Suite(.serialized)
struct LiveTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    /// Starts the preview. A page that is opened before the first report is announced is loaded once more.
    private func serve(
        _ book: FixtureFolder? = nil, port: String = "0", shell: String = "", builds: Bool = true
    ) throws -> (process: FixtureProcess, address: String) {
        let process = try FixtureProcess(in: book ?? self.book, "serve --port \(port)", shell: shell)
        let line = try #require(process.line())
        let address = try #require(line.firstMatch(of: /http:[^ ]+/)).0
        if builds { while try !#require(process.line()).hasPrefix("Built in") {} }
        return (process, String(address))
    }

    private func end(_ process: FixtureProcess) {
        process.send(SIGTERM)
        #expect(process.wait().code == 128 + SIGTERM)
    }

    private func open(_ page: String, at address: String, in browser: Browser) async throws {
        try await browser.open(try #require(URL(string: address + page)))
        #expect(try await browser.comes(to: Self.isReady))
    }

    private static let isReady = "document.documentElement.dataset.live === 'ready'"

    /// Types `text` into the control of a parameter, as a reader does.
    private func set(
        _ name: String, _ text: String, of study: String = "dice", in browser: Browser
    ) async throws {
        _ = try await browser.run(
            """
            const input = document.getElementById('live-\(study)-\(name)');
            input.value = '\(text)';
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true }));
            """)
    }

    private func expect(_ look: String, when sign: String, in browser: Browser, is wanted: String) async throws {
        let found = try await browser.value(look, when: sign) as? String
        #expect(found == wanted)
        #expect(try await browser.run("return Boolean(\(sign));") as? Bool == true)
    }

    private static let status = "document.querySelector('.live-status').textContent"
    private static let text = "document.querySelector('article > p').textContent"

    private func items() throws -> Int { try book.tree(".regbook/items").filter { $0.key.count > 40 }.count }
    private func results() throws -> Int { try book.tree(".regbook/results").filter { $0.key.count > 40 }.count }

    /// The panels of the real book, whose questions and descriptions hold formulas, show none of their TeX.
    @Test func panelsSpeakInWords() throws {
        var formulas = 0
        for study in Book.regularization.sections.flatMap(\.studies) {
            let texts = try [study.question] + study.parameterTable(for: .quick).rows.map(\.description)
            for text in texts where text.contains("$") {
                formulas += 1
                let words = PlainText.of(text)
                #expect(!words.contains { "$\\{}".contains($0) }, "\(study.path): \(words)")
            }
        }
        #expect(formulas > 0)
    }

    @Test func aChangedSettingShowsInPlace() async throws {
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        let page = try book.text(of: "output/dice.html")
        let before = try items()

        try await set("throws", "5", in: browser)
        let changed =
            try await browser.value(
                Self.text, when: "document.querySelector('.live-changed') && \(Self.status).includes('No verdict')")
            as? String
        #expect(
            changed?.hasPrefix("The largest of 54 is ") == true, "the old value stands beside the new: \(changed ?? "")"
        )
        #expect(try await browser.run("return document.querySelector('s.live-old').textContent;") as? String == "4")
        #expect(try await browser.run("return location.search;") as? String == "?dice.throws=5")
        #expect(
            try await browser.run("return document.querySelectorAll('figure.live-changed-figure').length;") as? Int
                == 1)
        #expect(try items() == before + 1, "one throw more")

        // A link to the same state opens it, from what is stored.
        try await open("dice.html?dice.throws=5", at: address, in: browser)
        let again = try await browser.value(Self.text, when: "document.querySelector('.live-changed')")
        #expect(again as? String == changed)
        #expect(try items() == before + 1)

        // Verdicts that change are told first.
        try await set("sides", "1000", in: browser)
        let told = try await browser.value(Self.status, when: "\(Self.status).includes('changes:')") as? String
        #expect(told?.hasPrefix("One verdict changes:D-1 holds → contradicted") == true, "\(told ?? "")")
        #expect(
            try await browser.run("return document.querySelector('s.live-old').textContent;") as? String == "4",
            "what changes is marked below the box about the verdict, too")

        // What is wrong with a setting is told as the command line tells it.
        try await set("throws", "-1", in: browser)
        let refused =
            try await browser.value(Self.status, when: "document.querySelector('.is-refused')") as? String
        let command = await book.runWords("build --set dice.throws=-1").errors
        #expect(command == "error: \(refused ?? "")\n")

        _ = try await browser.run(
            "[...document.querySelectorAll('.live button')].find(b => b.textContent === 'Reset').click();")
        let reset = try await browser.value(Self.text, when: "!document.querySelector('.live-changed')")
        #expect((reset as? String)?.hasPrefix("The largest of 4 is ") == true)
        #expect(try await browser.run("return location.search;") as? String == "")
        let said = try await browser.console()
        #expect(said == [], "\(said)")
        try await browser.close()
        #expect(try book.text(of: "output/dice.html") == page)
        #expect(!page.contains("live"))
        end(process)
    }

    /// A block without a change stays as it stands, with what scripts and readers have done to it.
    @Test func whatDoesNotChangeIsNotReplaced() async throws {
        let prose =
            "The largest of {{throws}} is {{largest}}.\n\n```sh\nregbook build\n```\n\n![All throws](figure:sequence)\n\n[](claim:D-1)\n"
        try book.write(prose, to: "templates/dice.md")
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        _ = try await browser.run("window.blocks = ['article > p', '.code-frame'].map(s => document.querySelector(s));")
        try await set("throws", "5", in: browser)
        let stays = """
            window.blocks.map(block => document.contains(block)).join() + ' ' + document.querySelectorAll('.copy').length
            """
        let found = try await browser.value(
            stays, when: "document.querySelector('.live-changed') && \(Self.status).includes('No verdict')")
        #expect(found as? String == "false,true 1")
        #expect(try await browser.console() == [])
        try await browser.close()
        end(process)
    }

    /// After a change every formula and every drawing is in its place, as whoever opens the page with the change finds it.
    @Test func aChangedPageIsComplete() async throws {
        let prose = """
            The largest of {{throws}}, $\\max_{i \\le {{throws}}} x_i$, is {{largest}}.

            | Of | Is |
            |---|---|
            | $n = {{throws}}$ | {{largest}} |
            | $n = 1$ | $x_1$ |

            $$ x_1 \\le \\max_i x_i $$

            ![All throws](figure:sequence)

            [](claim:D-1)

            """
        try book.write(prose, to: "templates/dice.md")
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        try await set("throws", "5", in: browser)
        #expect(try await browser.comes(to: "document.querySelector('.live-changed-figure')"))
        let parts = """
            const parts = page => [...page.querySelectorAll('article math, article svg, article [data-drawing]')]
              .filter(part => !part.closest('.live-old')).map(part => part.localName === 'svg' ? 'svg' : part.outerHTML);
            """
        let shown = try await browser.run("\(parts) return parts(document).join('\\n');") as? String
        let opened =
            try await browser.run(
                """
                \(parts)
                const link = document.querySelector('article figure a[href*="figures/"]').getAttribute('href');
                const request = new XMLHttpRequest();
                request.open('GET', link.split('figures/')[0] + 'dice.html', false);
                request.send();
                return parts(new DOMParser().parseFromString(request.responseText, 'text/html')).join('\\n');
                """) as? String
        #expect(shown == opened)
        #expect(shown?.contains("svg") == true && shown?.contains("<mn>5</mn>") == true, "\(shown ?? "")")
        let before = "document.querySelector('td > s.live-old .katex')"
        #expect(try await browser.comes(to: before), "the formula before the change stands beside the new one")
        #expect(try await browser.console() == [])
        try await browser.close()
        end(process)
    }

    /// Of a page with two studies, the figures of the one whose settings did not change stay as they stand.
    @Test func figuresOfOtherStudiesAreNotReplaced() async throws {
        let book = try FixtureFolder(book: FixtureBook.coins)
        try book.write("{{first}} and {{second}}.\n\n![Tosses](figure:tosses)\n", to: "templates/coins.md")
        let (process, address) = try serve(book, shell: "export FIXTURE_BOOK=coins")
        let browser = try await Browser()
        try await open("coins.html", at: address, in: browser)
        let stays = "document.contains(window.figure)"
        _ = try await browser.run("window.figure = document.querySelector('article figure');")
        try await set("count", "300", of: "second-coin", in: browser)
        let isThere = "document.querySelector('.live-changed')"
        #expect(try await browser.value(stays, when: isThere) as? Bool == true)
        try await set("count", "300", of: "first-coin", in: browser)
        let isMarked = "document.querySelector('.live-changed-figure')"
        #expect(try await browser.value(stays, when: isMarked) as? Bool == false)
        let download = "return document.querySelector('article figure a[href*=\"figures/\"]').getAttribute('href');"
        let file = try await browser.run(download) as? String
        #expect(file?.hasPrefix("/.preview/live/pages/") == true, "the files are those of the variation: \(file ?? "")")
        #expect(try await browser.console() == [])
        try await browser.close()
        end(process)
    }

    /// Of a figure with a kept run, the kept drawing and the reader's choice stay.
    @Test func aKeptRunStaysWhereItStands() async throws {
        let kept = await book.run("keep", "dice", "--profile", "full")
        #expect(kept.code == 0, "\(kept.errors)")
        try book.write(
            "{{largest}}\n\n![All throws](figure:sequence)\n\n> [!FULL]\n> ![Many throws](figure:full/sequence)\n",
            to: "templates/dice.md")
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        _ = try await browser.run(
            """
            const drawings = [...document.querySelectorAll('figure > .run svg')];
            [window.own, window.kept] = drawings;
            document.querySelectorAll('.runs input')[1].click();
            """)
        let isThere = "document.querySelector('.live-changed-figure')"
        let look = """
            [document.contains(window.own), document.contains(window.kept),
              [...document.querySelectorAll('figure .run')].map(run => run.hidden).join(),
              document.querySelectorAll('figure > .run svg').length,
              document.querySelector('.runs input:checked').value].join(' ')
            """
        try await set("throws", "5", in: browser)
        try await expect(look, when: isThere, in: browser, is: "false true true,false,true,false 2 1")
        _ = try await browser.run("document.querySelectorAll('.runs input')[0].click();")
        try await expect(look, when: isThere, in: browser, is: "false true false,true,false,true 2 0")
        try await set("throws", "4", in: browser)
        let isAsBuilt = "!document.querySelector('.live-changed-figure')"
        try await expect(look, when: isAsBuilt, in: browser, is: "false true false,true,false,true 2 0")
        #expect(try await browser.console() == [])
        try await browser.close()
        end(process)
    }

    @Test func aRangeIsASlider() async throws {
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html?dice.sides=1000", at: address, in: browser)
        _ = try await browser.run(
            "[...document.querySelectorAll('.live button')].find(b => b.textContent === 'Ten seeds').click();")
        let told = try await browser.value(Self.status, when: "\(Self.status).startsWith('Verdicts that')")
        #expect(told as? String == "Verdicts that change: D-1 in 10 of 10.")
        let texts =
            try await browser.run(
                """
                const slider = document.querySelector('.live-range input[type=range]'), texts = [];
                for (let place = 0; place < 10; place++) {
                    slider.value = place;
                    slider.dispatchEvent(new Event('input'));
                    texts.push(\(Self.text));
                }
                return texts;
                """) as? [String]
        #expect(Set(texts ?? []).count > 5)
        #expect(try await browser.run("return location.search;") as? String == "?dice.sides=1000")
        try await browser.close()
        end(process)
    }

    /// Two connections of one page: `news` of each is what it heard.
    private static let twoSockets = """
        window.news = [[], []];
        const token = document.querySelector('script[data-token]').dataset.token;
        window.sockets = [0, 1].map(number => {
            const socket = new WebSocket('ws://' + location.host + '/.preview/socket');
            socket.onmessage = event => news[number].push(JSON.parse(event.data));
            return socket;
        });
        while (news.some(one => !one.length)) await new Promise(done => setTimeout(done, 10));
        window.wish = (number, settings, ask) => sockets[number].send(JSON.stringify({
            token, ask: ask || 'run', id: 7, variation: { page: 'dice', studies: { dice: { settings } } } }));

        """

    @Test func whatTwoPagesWantRunsOnce() async throws {
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        let gate = book.root.appending(path: "gate").path(percentEncoded: false)
        let before = (try items(), try results())
        _ = try await browser.run(
            Self.twoSockets + "for (const number of [0, 1]) wish(number, { awaited: '\(gate)', throws: '3' });")
        let both = "news.every(one => one.some(each => each.state === 'running'))"
        #expect(try await browser.comes(to: "news[0].some(one => one.stage)"))
        try book.write("", to: "gate")
        let pages = try await browser.value(
            "news.map(one => one.at(-1).page)", when: "news.every(one => one.at(-1).state === 'done')")
        let found = try #require(pages as? [String])
        #expect(found.count == 2 && found[0] == found[1] && found[0].hasSuffix("/dice.html"))
        #expect(try await browser.run("return \(both);") as? Bool == true)
        #expect(try items() == before.0 + 2, "two throws wait for a file; the first is as before")
        #expect(try results() == before.1 + 1)
        try await browser.close()
        end(process)
    }

    @Test func whatNobodyWaitsForIsStopped() async throws {
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        let gate = book.root.appending(path: "gate").path(percentEncoded: false)
        let before = try results()
        _ = try await browser.run(
            Self.twoSockets + "wish(0, { awaited: '\(gate)', throws: '30' });")
        #expect(try await browser.comes(to: "news[0].some(one => one.stage)"))
        _ = try await browser.run("wish(1, { throws: '9' });")
        let second = try await browser.value("news[1].at(-1).state", when: "news[1].length > 1")
        #expect(second as? String == "waiting", "one variation runs at a time")
        _ = try await browser.run("sockets[0].close();")
        try book.write("", to: "gate")
        let last = try await browser.value(
            "news[1].at(-1).state", when: "news[1].at(-1).state === 'done'")
        #expect(last as? String == "done")
        #expect(try results() == before + 1, "the results that nobody waits for were never put together")
        try await browser.close()
        end(process)
    }

    @Test func noPageFillsTheMemoryWithItsWishes() async throws {
        let (process, address) = try serve()
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        let gate = book.root.appending(path: "gate").path(percentEncoded: false)
        _ = try await browser.run(Self.twoSockets + "wish(0, { awaited: '\(gate)', throws: '3' });")
        let isRunning = "news[0].some(one => one.stage)"
        #expect(try await browser.comes(to: isRunning))
        _ = try await browser.run("for (let throws = 10; throws < 80; throws++) wish(1, { throws: '' + throws });")
        let answers = "news[1].filter(one => one.id)"
        let refused = try await browser.value(
            "\(answers).filter(one => one.state === 'refused').map(one => one.text)", when: "\(answers).length === 70")
        #expect(
            refused as? [String] == Array(repeating: "64 runs are waiting already. Stop some of them first.", count: 6))
        try book.write("", to: "gate")
        try await browser.close()
        end(process)
    }

    @Test func afterAKillAndAnEditThePageGoesOn() async throws {
        let (process, address) = try serve()
        let port = try #require(address.firstMatch(of: /:(\d+)\//)).1
        let browser = try await Browser()
        try await open("dice.html", at: address, in: browser)
        let gate = book.root.appending(path: "gate").path(percentEncoded: false)
        try await set("awaited", gate, in: browser)
        #expect(try await browser.comes(to: "document.querySelector('.live progress')"))
        process.send(SIGKILL)
        _ = process.wait()
        try book.write("", to: "gate")
        try book.write(
            "After the kill, the largest of {{throws}} is {{largest}}.\n\n[](claim:D-1)\n", to: "templates/dice.md")
        let (next, _) = try serve(port: String(port), builds: false)
        let text =
            try await browser.value(
                "\(Self.text) + \(Self.status)",
                when:
                    "\(Self.isReady) && document.querySelector('.live-status') && \(Self.status).includes('No verdict')"
            ) as? String
        #expect(text?.hasPrefix("After the kill, ") == true, "\(text ?? "")")

        // An edit while a page shows other settings: the new prose with the same settings.
        try book.write("Edited: {{throws}} and {{largest}}.\n\n[](claim:D-1)\n", to: "templates/dice.md")
        let edited = try await browser.value(
            Self.text,
            when: "\(Self.isReady) && \(Self.text).startsWith('Edited') && \(Self.status).includes('No verdict')")
        #expect((edited as? String)?.hasPrefix("Edited: 4 and ") == true)
        #expect((try await browser.run("return location.search;") as? String)?.hasPrefix("?dice.awaited=") == true)
        try await browser.close()
        end(next)
    }
}

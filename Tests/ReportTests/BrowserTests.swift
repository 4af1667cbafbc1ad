import BrowserDriver
import Foundation
import Report
import Testing

@Suite struct BrowserTests {
    @Test func pagesLoadWholeFromDisk() async throws {
        let book = try FixtureBook()
        let outcome = try book.report(cache: FixtureBook.cache, isDrawn: true).write(to: book.output)
        let browser = try await Browser()
        for page in outcome.files where page.hasSuffix(".html") {
            try await browser.open(book.output.appending(path: page))
            #expect(try await browser.console() == [], "\(page)")
            let images = """
                const missing = [];
                for (const image of document.images) {
                    image.loading = "eager";
                    await image.decode().catch(() => missing.push(image.src));
                }
                return missing;
                """
            #expect(try await browser.run(images) as? [String] == [], "\(page)")
            let fonts =
                "await document.fonts.ready; return [...document.fonts].filter(f => f.status == 'error').length;"
            #expect(try await browser.run(fonts) as? Int == 0, "\(page)")
            let wide = "return document.documentElement.scrollWidth - innerWidth;"
            #expect(try await browser.run(wide) as? Int ?? 1 <= 0, "\(page) is wider than the window")
        }
        try await browser.open(book.output.appending(path: "penalties.html"))
        let loaded = "await document.fonts.ready; return [...document.fonts].filter(f => f.status == 'loaded').length;"
        #expect(try await browser.run(loaded) as? Int ?? 0 >= 2)
        try await use(browser)
        try await browser.close()
        try book.remove()
    }

    @Test func evidenceIsChosenByVerdictSectionAndData() async throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "evidence.html"))
        let choose = """
            const cards = [...document.querySelectorAll('article > .card')];
            const [verdict, section, data] = document.querySelectorAll('.choice select');
            const choose = (select, value) => { select.value = value; select.dispatchEvent(new Event('change')); };
            const shown = () => cards.filter(card => card.getClientRects().length);
            const counts = [shown().length == cards.length];
            choose(verdict, 'inconclusive');
            counts.push(shown().length > 0 && shown().every(card => card.classList.contains('inconclusive')));
            counts.push(document.querySelector('.choice output').textContent == `${shown().length} of ${cards.length} claims`);
            choose(verdict, 'all');
            choose(section, section.options[1].value);
            const headings = [...document.querySelectorAll('article > h2[id^=of-]')].filter(one => one.getClientRects().length);
            counts.push(headings.length == 1 && shown().length < cards.length);
            return counts;
            """
        #expect(try await browser.run(choose) as? [Bool] == [true, true, true, true])
        try await browser.close()
        try book.remove()
    }

    @Test func theOutlineMarksThePartThatIsRead() async throws {
        let book = try FixtureBook()
        let parts = (1...4).map { "## Part \($0)\n\n" + String(repeating: "Some words of it.\n\n", count: 60) }.joined()
        try book.write(FixtureBook.stopping + "\n\n" + parts, to: "stopping.md")
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "stopping.html"))
        let mark = """
            const marked = () => [...document.querySelectorAll('.outline [aria-current]')].map(link => link.textContent);
            document.getElementById('part-3').scrollIntoView({ behavior: 'instant' });
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const bar = document.querySelector('.bar').getBoundingClientRect();
            return [marked().join() == 'Part 3', bar.top == 0];
            """
        #expect(try await browser.run(mark) as? [Bool] == [true, true])
        try await browser.close()
        try book.remove()
    }

    @Test func anOutlineLongerThanTheWindowFollowsTheReader() async throws {
        let book = try FixtureBook()
        let parts = (1...60).map { "## Part \($0)\n\n" + String(repeating: "Some words of it.\n\n", count: 20) }
            .joined()
        try book.write(FixtureBook.stopping + "\n\n" + parts, to: "stopping.md")
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "stopping.html"))
        let mark = """
            document.getElementById('part-58').scrollIntoView({ behavior: 'instant' });
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const marked = document.querySelector('.outline [aria-current]'), box = marked.getBoundingClientRect();
            return [marked.textContent == 'Part 58', box.top > 0 && box.bottom < innerHeight];
            """
        #expect(try await browser.run(mark) as? [Bool] == [true, true])
        try await browser.close()
        try book.remove()
    }

    @Test func aMissingFontIsSeen() async throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, isDrawn: true).write(to: book.output)
        try FileManager.default.removeItem(at: book.output.appending(path: "katex/fonts/KaTeX_Math-Italic.woff2"))
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "penalties.html"))
        let fonts = "await document.fonts.ready; return [...document.fonts].filter(f => f.status == 'error').length;"
        #expect(try await browser.run(fonts) as? Int == 1)
        #expect(try await !browser.console().isEmpty)
        try await browser.close()
        try book.remove()
    }

    /// What a reader does with the controls of a page.
    private func use(_ browser: Browser) async throws {
        let theme = """
            document.querySelector('.theme').click();
            document.querySelector('.theme').click();
            return getComputedStyle(document.body).backgroundColor;
            """
        #expect(try await browser.run(theme) as? String == "rgb(25, 24, 22)")
        let card = "document.querySelector('.badge').click(); return document.querySelector(':popover-open').id;"
        #expect(try await browser.run(card) as? String == "card-2-9E")
        let slider = """
            const input = document.querySelector('.slider input');
            input.value = 2;
            input.dispatchEvent(new Event('input'));
            const image = document.querySelector('.drawing img');
            await image.decode();
            return image.getAttribute('src') + ' ' + document.querySelector('.slider output').textContent;
            """
        #expect(try await browser.run(slider) as? String == "figures/penalties-sweep-3.svg 1.0")
        let search = """
            document.querySelector('.search-open').click();
            const input = document.querySelector('dialog.search input');
            input.value = 'while update';
            input.dispatchEvent(new Event('input'));
            await new Promise(r => setTimeout(r, 300));
            return document.querySelector('dialog.search li a').getAttribute('href');
            """
        #expect(try await browser.run(search) as? String == "stopping.html#alg-7-1")
        #expect(try await browser.console() == [])
    }
}

import BrowserDriver
import Foundation
import Notebook
import Plots
import Report
import Testing

/// What does not fit on a phone breaks, or scrolls inside a frame of its own.
@Suite struct PhoneTests {
    private static let prose = #"""
        $$
        \tilde J(w; X, y) = J(w; X, y) + \alpha \Omega(w) + \beta \lVert w \rVert_2^2 + \gamma \lVert w \rVert_1
        \le J(w^*; X, y) + \delta \sum_{i=1}^{n} w_i^2 + \epsilon \prod_{j=1}^{m} (1 + w_j)
        $$ {#eq-long}

        $$ a = b $$ {#eq-short}

        | One | Two | Three | Four | Five | Six | Seven |
        |-----|-----|-------|------|------|-----|-------|
        | first column | `aaaaaaaaaaaa` | `bbbbbbbbbbbb` | `cccccccccccc` | `dddddddddddd` | `eeeeeeeeee` | `ffffffff` |

        ```sh
        regbook build --only early-stopping --profile full --data MNIST --set early-stopping.patience=12 --seed 4
        ```

        See https://example.org/an/address/that/is/much/longer/than/the/width/of/any/phone/that/one/could/hold/in/a/hand.
        """#

    @Test func nothingIsWiderThanThePage() async throws {
        let book = try OneSection.folder(saying: Self.prose)
        _ = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        try await browser.narrow(to: 390)
        for page in ["one", "evidence", "about", "index"] {
            try await browser.open(book.output.appending(path: "\(page).html"))
            let wide = "return document.documentElement.scrollWidth - innerWidth;"
            #expect(try await browser.run(wide) as? Int == 0, "\(page)")
        }
        try await browser.open(book.output.appending(path: "one.html"))
        let display = """
            await document.fonts.ready;
            const [long, short] = document.querySelectorAll('.formula');
            const number = long.parentElement.querySelector('.equation-number');
            const tops = new Set([...long.querySelectorAll('.part')].map(p => Math.round(p.getBoundingClientRect().top)));
            return [
                long.scrollWidth <= long.clientWidth + 1, tops.size > 1, long.offsetHeight > 1.8 * short.offsetHeight,
                number.getBoundingClientRect().top >= long.getBoundingClientRect().bottom - 1,
            ];
            """
        #expect(try await browser.run(display) as? [Bool] == [true, true, true, true])
        let table = """
            const frame = document.querySelector('.table-scroll'), cell = frame.querySelector('td');
            const before = cell.getBoundingClientRect().left;
            frame.scrollLeft = 200;
            return [frame.scrollWidth > frame.clientWidth, frame.scrollLeft > 0, cell.getBoundingClientRect().left == before];
            """
        #expect(try await browser.run(table) as? [Bool] == [true, true, true])
        let code = """
            const code = document.querySelector('pre.code'), line = code.querySelector('.line');
            return [code.scrollWidth <= code.clientWidth, line.offsetHeight > 30, code.textContent.endsWith('--seed 4\\n')];
            """
        #expect(try await browser.run(code) as? [Bool] == [true, true, true])
        try await browser.close()
        try book.remove()
    }

    @Test func aFigureIsDrawnAgainForAPhone() async throws {
        let book = try OneSection.folder(saying: "![Two curves.](figure:curves)\n")
        let page = Page {
            PageFigure(
                "curves",
                Figure(width: 420, height: 150) {
                    Row {
                        for title in ["One", "Two"] {
                            Panel(title, x: Axis("x"), y: Axis("y")) { Line(x: [0, 1], y: [0, 1]) }
                        }
                    }
                })
        }
        _ = try OneSection.report(of: page, in: book, cache: FixtureBook.cache, drawer: .plots).write(to: book.output)
        let browser = try await Browser()
        let shown = """
            const shown = [...document.querySelectorAll('.drawing svg')].filter(one => one.getClientRects().length);
            const frame = document.querySelector('.drawing'), box = shown[0].getBoundingClientRect();
            return [shown.length, frame.scrollWidth <= frame.clientWidth, box.height > box.width];
            """
        for (width, isTall) in [(390, true), (1200, false)] {
            try await browser.narrow(to: width)
            try await browser.open(book.output.appending(path: "one.html"))
            let found = try await browser.run(shown) as? [Any]
            #expect(found?[0] as? Int == 1)
            #expect(found?[1] as? Bool == true)
            #expect(found?[2] as? Bool == isTall)
        }
        try await browser.close()
        try book.remove()
    }

    @Test func aListingIsCopiedWithoutItsNumbers() async throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache).write(to: book.output)
        let browser = try await Browser()
        try await browser.open(book.output.appending(path: "stopping.html"))
        let copy = """
            let copied = '';
            document.execCommand = command => { copied = command == 'copy' && getSelection().toString(); return true; };
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            document.querySelector('.copy').click();
            return copied;
            """
        let copied = try await browser.run(copy) as? String ?? ""
        #expect(copied.contains("func wait(for epochs: Int) -> Bool { epochs < 5 && \"a\" != \"b\" }"), "\(copied)")
        #expect(!copied.contains("2"))
        try await browser.close()
        try book.remove()
    }
}

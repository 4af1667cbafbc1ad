import FigureSnapshots
import Foundation
import Report
import Testing

@Suite struct LaTeXTests {
    @Test func filesReadAsKept() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, formats: [.pdf], isDrawn: true).write(to: book.output)
        for file in ["penalties", "stopping", "evidence", "references", "book"] {
            try SnapshotFolder().check(text: try book.page("latex/\(file).tex"), named: "\(file).tex")
        }
        try book.remove()
    }

    @Test func setsTheBookWithItsLinksAndText() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, formats: [.pdf], isDrawn: true).write(to: book.output)
        let text = try Program.output(
            "/usr/bin/pdftotext", ["-layout", book.output.appending(path: "regbook.pdf").path, "-"])
        for words in ["7.2", "Penalties & norms", "(7.6)", "Algorithm 7.1.", "Hoerl", "<i>pen & paper</i>", "Evidence"]
        {
            #expect(text.contains(words), "\(words)")
        }
        let fonts = try Program.output("/usr/bin/pdffonts", [book.output.appending(path: "regbook.pdf").path])
        for line in fonts.split(separator: "\n").dropFirst(2) {
            #expect(line.contains(/\ yes +(yes|no) +(yes|no) +\d/))
        }
        try book.remove()
    }

    @Test(arguments: [(Paper.a4, "595.276 x 841.89"), (.letter, "612 x 792")])
    func setsTheBookForItsPaper(paper: Paper, size: String) throws {
        let book = try FixtureBook()
        let outcome = try book.report(cache: FixtureBook.cache, formats: [.pdf], isDrawn: true, paper: paper)
            .write(to: book.output)
        let info = try Program.output("/usr/bin/pdfinfo", [book.output.appending(path: "regbook.pdf").path])
        #expect(info.contains(size))
        // No line sticks out of its column by more than a point on either paper.
        #expect(outcome.warnings.map(\.message).filter { $0.contains("wider") } == [])
        try book.remove()
    }

    @Test(arguments: [(" ", "~"), ("\n", "~%\n")])
    func aNumberStaysOnTheLineOfTheFormulaItCompletes(gap: String, tie: String) throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        try book.write("It waits, for $p =$\(gap){{patience}}, and ends.\n", to: "stopping.md")
        #expect(try book.complaints([.pdf]) == "")
        #expect(try book.page("latex/stopping.tex").contains("for \\(p =\\)\(tie)\\mbox{5}, and"))
        try book.remove()
    }

    @Test func alignedLinesBearOneNumber() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        try book.write(
            "$$\n\\begin{aligned}a &= b \\\\ &= c\\end{aligned}\n$$ {#eq-own-lines claims=\"7-1X\"}\n",
            to: "stopping.md")
        try book.write("$$ w $$ {#eq-7-6}", to: "penalties.md")
        #expect(try book.complaints([.pdf]) == "")
        let text = try Program.output("/usr/bin/pdftotext", [book.output.appending(path: "regbook.pdf").path, "-"])
        #expect(text.contains("(7.7.1)"))
        try book.remove()
    }

    @Test(arguments: ["> [!NOTE]\n", "> [!MARGIN]\n", "Words.[^note]\n\n[^note]: "])
    func nothingFloatsOutOfABoxOrANote(opening: String) throws {
        let book = try FixtureBook()
        let indent = opening.hasPrefix(">") ? "> " : "    "
        let blocks = [
            "Before.", "![A picture in it](figure:penalties/contours)", "![A table in it](table:penalties/paths)",
            "```algorithm {#alg-7-1 title=\"Steps in it\"}\nLet $i = 0$.\n```",
            "```swift\nlet codeInIt = \"it's\"\n```",
        ]
        let lines = blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
        let note = opening.hasPrefix(">") ? opening + indent : opening
        try book.write("Nothing.", to: "index.md")
        try book.write(note + lines.joined(separator: "\n" + indent) + "\n", to: "stopping.md")
        #expect(try book.complaints([.pdf]) == "")
        let file = book.output.appending(path: "regbook.pdf").path
        let text = try Program.output("/usr/bin/pdftotext", [file, "-"]).replacing(/\s+/, with: " ")
        for words in ["picture in it", "table in it", "Steps in it", "codeInIt = \"it's\""] {
            #expect(text.contains(words), "\(words)")
        }
        try book.remove()
    }

    /// A line that ends in a colon stands on the page of what it leads to, wherever on the page it falls.
    @Test func aLineThatLeadsToSomethingStaysWithIt() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        let followers = [
            "```swift\nlet a = 1\nlet b = 2\n```", "- one\n- two", "| a | b |\n|---|---|\n| 1 | 2 |",
            "> [!NOTE]\n> Words.",
        ]
        let parts = (0..<120).map { index in
            let filler = Array(repeating: "A line.", count: 1 + index % 7).joined(separator: "\n\n")
            return "\(filler)\n\nNumber \(index) leads to this:\n\n\(followers[index % followers.count])\n"
        }
        try book.write(parts.joined(separator: "\n"), to: "stopping.md")
        #expect(try book.complaints([.pdf]) == "")
        let text = try Program.output(
            "/usr/bin/pdftotext", ["-layout", book.output.appending(path: "regbook.pdf").path, "-"])
        let ends = text.split(separator: "\u{C}").compactMap { page in
            page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .last { !$0.isEmpty && Int($0) == nil }
        }
        #expect(ends.count > 15)
        #expect(ends.filter { $0.hasSuffix("leads to this:") } == [])
        try book.remove()
    }

    @Test func pagesWithThreeDigitsFitTheContents() throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        let words = String(repeating: "A line of words that fills the page of a long book. ", count: 60)
        try book.write(String(repeating: words + "\n\n", count: 150), to: "stopping.md")
        let outcome = try book.report(cache: FixtureBook.cache, formats: [.pdf], isDrawn: true).write(to: book.output)
        let file = book.output.appending(path: "regbook.pdf").path
        let contents = try Program.output("/usr/bin/pdftotext", ["-l", "5", "-layout", file, "-"])
        #expect(contents.contains(/Evidence *1\d\d\n/))
        #expect(outcome.warnings.map(\.message).filter { $0.contains("wider") } == [])
        try book.remove()
    }

    @Test func theFolderCanBeSetByItself() throws {
        let book = try FixtureBook()
        _ = try book.report(cache: FixtureBook.cache, formats: [.pdf], isDrawn: true).write(to: book.output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdflatex")
        process.arguments = ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "book.tex"]
        process.currentDirectoryURL = book.output.appending(path: "latex")
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        try book.remove()
    }

    @Test(arguments: [("Then $", "$."), ("$$\n", "\n$$ {#eq-one}"), ("$$", "$$")])
    func aLineThatSticksOutIsToldAtItsPlace(_ start: String, _ end: String) throws {
        let book = try FixtureBook()
        try book.write("Nothing.", to: "index.md")
        let before = start.hasSuffix("\n") ? "First.\n" : "First.\n\n"
        try book.write("\(before)\(start)\(String(repeating: "x", count: 200))\(end)\n", to: "stopping.md")
        let outcome = try book.report(cache: FixtureBook.cache, formats: [.pdf], isDrawn: true).write(to: book.output)
        let place = outcome.warnings.first { $0.message.contains("wider than the column") }?.place
        #expect(place?.file == "templates/stopping.md" && place?.line == 3)
        try book.remove()
    }

    @Test func everyASCIICharacterAndManyMoreAreSet() throws {
        let book = try FixtureBook()
        let ascii = (33..<127).map { "\\\(UnicodeScalar(UInt8($0)))" }.filter {
            $0.last?.isLetter == false && $0.last?.isNumber == false
        }
        try book.write("Signs \(ascii.joined(separator: " ")) and é ß ő ł € – — “q” … ≤ α ∑ → ✓ 漢.", to: "stopping.md")
        try book.write("Nothing.", to: "index.md")
        let complaints = try book.complaints([.pdf])
        #expect(complaints == "")
        let text = try Program.output("/usr/bin/pdftotext", [book.output.appending(path: "regbook.pdf").path, "-"])
        #expect(text.contains("漢"))
        try book.remove()
    }
}

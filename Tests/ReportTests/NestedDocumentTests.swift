import BrowserDriver
import Foundation
import Notebook
import Report
import Testing

/// Documents in which every construct stands in every other, three levels deep: each word of the input is a word of the page, or
/// the document is refused with a place.
@Suite(.serialized) struct NestedDocumentTests {
    /// How many documents are read and written as HTML; `make fuzz` asks for many more.
    private static let count = ProcessInfo.processInfo.environment["FUZZ_INPUTS"].flatMap { Int($0) } ?? 1500

    @Test func everyWordComesOutOrIsRefused() throws {
        var documents = NestedDocument(seed: 7)
        var refused = 0
        for _ in 0..<Self.count {
            let (text, words, _) = documents.next()
            let (html, latex, problems) = try Readers.written([UInt8](text.utf8))
            guard problems.isEmpty else {
                refused += 1
                #expect(problems.allSatisfy { $0.place.line > 0 }, "\(text): \(problems.map(\.message))")
                continue
            }
            // An address may break after any letter, which leaves its words whole.
            let unbroken = latex.replacing("\\allowbreak{}", with: "")
            let shown = Self.shown(html)
            for word in words {
                #expect(shown.contains(word), "\(word) of\n\(text)\n\(html)")
                #expect(unbroken.contains(word), "\(word) of\n\(text)\n\(latex)")
            }
        }
        // Most nestings can be set; a generator of nonsense would prove nothing.
        #expect(refused < Self.count / 2, "\(refused) of \(Self.count) were refused")
        print("\(Self.count) documents as HTML and LaTeX, \(refused) refused with their places")
    }

    /// What stands between the tags of `html`; a formula is in none but a test's.
    private static func shown(_ html: String) -> String {
        var bytes: [UInt8] = []
        var isTag = false
        for byte in html.utf8 {
            if byte == UInt8(ascii: "<") { isTag = true }
            if !isTag { bytes.append(byte) }
            if byte == UInt8(ascii: ">") { isTag = false }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many documents are set on paper and bound as EPUB, in books of at most fifty; `make nested` asks for many more.
    private static let pages = ProcessInfo.processInfo.environment["NESTED_PAGES"].flatMap { Int($0) } ?? 12

    @Test func everyWordIsInPagesOnPaperAndOnDevices() async throws {
        let checker = try Program.output("scripts/html-checker", []).split(separator: "\n").last.map(String.init)
        let browser = try await Browser()
        var documents = NestedDocument(seed: 11, isNumbering: true)
        for start in stride(from: 0, to: Self.pages, by: 50) {
            var texts: [String] = []
            var words: [[String]] = []
            while texts.count < min(50, Self.pages - start) {
                let (text, own, _) = documents.next()
                guard try Readers.prose([UInt8](text.utf8)).isEmpty else { continue }
                texts.append(text)
                words.append(own)
            }
            let book = try ManyPages(texts)
            let problems = try book.build([.html, .pdf, .epub], cache: FixtureBook.cache)
            #expect(problems.isEmpty, "\(problems.map { "\($0.place.file):\($0.place.line): \($0.message)" })")
            guard problems.isEmpty else { continue }
            let epub = book.folder.output.appending(path: "regbook.epub").path
            let paper = try Program.output(
                "/usr/bin/pdftotext", ["-layout", book.folder.output.appending(path: "regbook.pdf").path, "-"]
            ).replacing(/\s/, with: "")
            for (page, own) in words.enumerated() {
                try await browser.open(book.folder.output.appending(path: "page-\(page).html"))
                let seen =
                    try await browser.run("return document.querySelector('article').textContent") as? String ?? ""
                let chapter = try Program.output("/usr/bin/unzip", ["-p", epub, "EPUB/page-\(page).xhtml"])
                for word in own {
                    #expect(seen.contains(word), "\(word) in the page of\n\(texts[page])")
                    #expect(Self.shown(chapter).contains(word), "\(word) in the chapter of\n\(texts[page])")
                    #expect(paper.contains(word), "\(word) on paper of\n\(texts[page])")
                }
            }
            let pages = words.indices.map { book.folder.output.appending(path: "page-\($0).html").path }
            #expect(throws: Never.self, "not HTML") {
                try Program.output(
                    "/usr/bin/java", ["-jar", try #require(checker), "--errors-only", "--format", "text"] + pages)
            }
            #expect(throws: Never.self) {
                try Program.output(
                    "/usr/bin/java", ["-jar", "/usr/share/java/epubcheck.jar", "--failonwarnings", epub])
            }
            try book.folder.remove()
        }
        try await browser.close()
    }
}

/// Makes such documents.
struct NestedDocument {
    private var state: UInt64
    /// Words that are to be read.
    private var words: [String] = []
    /// Words of addresses and labels, which lead somewhere and are not shown.
    private var names: [String] = []
    /// Whether no two documents share a word.
    private let isNumbering: Bool
    private var count = 0

    init(seed: UInt64, isNumbering: Bool = false) {
        state = seed
        self.isNumbering = isNumbering
    }

    /// The next document, its words, and those of its addresses and labels.
    mutating func next() -> (text: String, words: [String], names: [String]) {
        (words, names) = ([], [])
        if !isNumbering { count = 0 }
        notes = []
        let blocks = (0..<(1 + below(3))).map { _ in block(3) }
        return ((blocks + notes).joined(separator: "\n\n") + "\n", words, names)
    }

    private var notes: [String] = []

    private mutating func word() -> String {
        let word = "word\(count)q"
        count += 1
        words.append(word)
        return word
    }

    private mutating func name() -> String {
        let name = word()
        words.removeLast()
        names.append(name)
        return name
    }

    private mutating func block(_ depth: Int) -> String {
        guard depth > 0 else { return line(1) }
        switch below(11) {
        case 0: return "## " + line(depth - 1)
        case 1: return prefixed(block(depth - 1), "> ", "> ")
        case 2: return prefixed(block(depth - 1), "- ", "  ")
        case 3: return prefixed(block(depth - 1), "1. ", "   ")
        case 4:
            return "> [!\(["NOTE", "TIP", "THEOREM", "EXERCISE", "DETAILS"][below(5)])] \(word())\n"
                + prefixed(block(depth - 1), "> ", "> ")
        case 5: return "| \(line(depth - 1)) | \(word()) |\n|---|---|\n| \(line(depth - 1)) | \(line(depth - 1)) |"
        case 6: return "```\n\(word()) $ {{ [^\n```"
        case 7:
            return "```algorithm {#alg-\(name()) title=\"\(word())\"}\n\(line(depth - 1))\n    \(line(depth - 1))\n```"
        case 8: return "\(word())\n: \(line(depth - 1))"
        case 9: return "\(line(depth - 1)) $$ a = \\text{\(word())} $$ \(line(depth - 1))"
        default: return line(depth)
        }
    }

    private mutating func line(_ depth: Int) -> String {
        guard depth > 0 else { return word() }
        switch below(10) {
        case 0: return "*\(line(depth - 1))*"
        case 1: return "**\(line(depth - 1))**"
        case 2: return "`\(word())`"
        case 3: return "[\(line(depth - 1))](https://example.org/\(name()))"
        case 4: return "\(word()) $b + \\text{\(word())}$"
        case 5:
            let name = name()
            notes.append("[^\(name)]: " + line(0))
            return "\(word())[^\(name)]"
        case 6: return "~~\(line(depth - 1))~~"
        case 7: return "H~\(word())~"
        case 8: return "\(line(depth - 1)) <!-- unseen --> \(line(depth - 1))"
        default: return "\(word()) \(line(depth - 1)), \(word())"
        }
    }

    private func prefixed(_ text: String, _ first: String, _ others: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0 == 0 ? first : others) + $1 }.joined(separator: "\n")
    }

    /// A number below `count` (splitmix64).
    private mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}

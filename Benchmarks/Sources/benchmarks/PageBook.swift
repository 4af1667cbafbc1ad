import Foundation

/// The templates of a book of pages, each of six parts with thirty numbered displays, forty formulas in running
/// text, four figures, ten citations, cross references and about 1500 words.
struct PageBook {
    private var state: UInt64 = 7
    private let pages: Int
    private static let words = """
        a penalty on weights makes some directions dearer than others and leaves those alone that many examples agree on so \
        an estimate moves toward its prior by as much as data permit while variance falls faster than squared bias grows at \
        first whoever stops training before every residual is explained keeps small what little curvature supports masks \
        drawn anew for each minibatch train many subnetworks that share their weights
        """.split(separator: " ").map(String.init)
    private static let displays = [
        #"\tilde J(\mathbf #a;\mathbf X,\mathbf y)=J(\mathbf #a;\mathbf X,\mathbf y)+\alpha_{#i}\,\Omega(\mathbf #a)"#,
        #"\nabla_{\mathbf #a}\tilde J=\nabla_{\mathbf #a}J_{#i}(\mathbf #a)+\alpha\,\mathbf #a+\beta\operatorname{sign}(\mathbf #a)"#,
        #"\hat J(\mathbf #a)=J(\mathbf #a^*)+\tfrac{#n}{2}(\mathbf #a-\mathbf #a^*)^\top\mathbf H(\mathbf #a-\mathbf #a^*)"#,
        #"\mathbf Q^\top\tilde{\mathbf #a}=\bigl[\mathbf I-(\boldsymbol\Lambda+\alpha_{#i}\mathbf I)^{-1}\alpha_{#i}\bigr]\mathbf Q^\top\mathbf #a^*"#,
        #"\frac{1}{k^2}\,\mathbb E\Bigl[\sum_{#i=1}^{k}\Bigl(\epsilon_{#i}^2+\sum_{j\ne #i}\epsilon_{#i}\epsilon_j\Bigr)\Bigr]=\frac{v}{k}+\frac{k-#n}{k}c"#,
        #"\begin{pmatrix}#n&-1&0\\2&#a_{#i}&\tfrac{1}{#n}\\0&\sqrt{#b}&4\end{pmatrix}\begin{pmatrix}x_1\\x_{#i}\\x_3\end{pmatrix}=\begin{pmatrix}0\\1\\#n\end{pmatrix}"#,
        #"\Omega(#a)=\begin{cases}\tfrac12 #a_{#i}^2&\text{if }|#a_{#i}|\le #n\\ #n|#a_{#i}|-\tfrac{#n}{2}&\text{otherwise}\end{cases}"#,
        #"\begin{aligned}\mathbf #a^{(\tau)}&=\mathbf #a^{(\tau-1)}-\eta\nabla\hat J(\mathbf #a^{(\tau-1)})\\&=\mathbf #a^{(\tau-1)}-\eta\mathbf H(\mathbf #a^{(\tau-#n)}-\mathbf #a^*)\end{aligned}"#,
        #"p(y\mid\mathbf #b)=\frac{\tilde p(y\mid\mathbf #b)}{\sum_{y'}\tilde p(y'\mid\mathbf #b)},\qquad\tilde p=\sqrt[2^{#n}]{\prod_{\mathbf d\in\{0,1\}^{#i}}p(y\mid\mathbf #b,\mathbf d)}"#,
        #"\int_{-\infty}^{\infty}e^{-#n x^2}\,dx=\sqrt{\frac{\pi}{#n}}\le\lim_{#i\to\infty}\sum_{k=0}^{#i}\binom{#i}{k}2^{-k}"#,
    ]
    private static let inlines = [
        #"\mathbf #a^*_{#i}"#, #"\alpha_{#i}\ge #n"#, #"\tilde #a_{#i}"#, #"\frac{#a}{#b+#n}"#,
        #"\lambda_{#i}\gg\alpha"#,
        #"\lVert\mathbf #a\rVert_2^2"#, #"O(#n^{#i})"#, #"p(y\mid\mathbf #b)"#, #"#a_{#i}\in\mathbb R^{#n}"#,
        #"\sum_{#i}|#a_{#i}|"#,
    ]

    private init(pages: Int) { self.pages = pages }

    /// Writes the templates of so many pages into `folder`.
    static func write(_ pages: Int, into folder: URL) throws {
        var book = PageBook(pages: pages)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("A book to time.\n".utf8).write(to: folder.appending(path: "index.md"))
        try Data(references(pages).utf8).write(to: folder.appending(path: "references.yml"))
        for page in 1...pages {
            try Data(book.page(page).utf8).write(to: folder.appending(path: "page-\(page).md"))
        }
    }

    /// Writes the whole folder of a book of so many pages, settings included.
    static func writeBook(_ pages: Int, into root: URL) throws {
        try write(pages, into: root.appending(path: "templates"))
        try FileManager.default.createDirectory(at: root.appending(path: "Sources"), withIntermediateDirectories: true)
        try Data("seed: 1\n".utf8).write(to: root.appending(path: "regbook.yml"))
    }

    private static func references(_ pages: Int) -> String {
        (1...pages).flatMap { page in
            (0..<10).map { number in
                """
                - {id: key\(page)-\(number), type: article-journal, title: Paper \(number) on page \(page),
                   author: [{family: Author\(page), given: First}, {family: Writer\(number), given: B. C.}],
                   container-title: Journal of Timings, volume: \(page), page: 1-\(number + 9), issued: {year: \(1500 + page)}}

                """
            }
        }.joined()
    }

    private mutating func page(_ page: Int) -> String {
        var text = ""
        var displays = 0
        var formulas = (0..<40).map { _ in "$\(filled(Self.inlines))$" }
        var citations = (0..<10).map { "[@key\(page)-\($0)]" }
        for part in 1...6 {
            text += "## \(sentence(4)) \(part)\n\n"
            for _ in 0..<5 {
                for _ in 0..<4 {
                    text += sentence(12)
                    if below(2) == 0, let formula = formulas.popLast() { text += " where \(formula)" }
                    if below(8) == 0, let citation = citations.popLast() { text += " \(citation)" }
                    if below(12) == 0, displays > 0 { text += " by @eq-\(page)-\(1 + below(displays))" }
                    if below(25) == 0, part > 1 { text += " as in @fig-curve-1" }
                    if below(25) == 0 { text += " see @sec-page-\(1 + below(pages))" }
                    text += ". "
                }
                displays += 1
                text += "\n\n$$\n\(filled(Self.displays))\n$$ {#eq-\(page)-\(displays)}\n\n"
            }
            if part <= 4 { text += "![\(sentence(15)) at {{rate-\(part)}}.](figure:curve-\(part))\n\n" }
        }
        return text + "What is left: \((formulas + citations).joined(separator: ", ")).\n"
    }

    private mutating func sentence(_ count: Int) -> String {
        let words = (0..<count).map { _ in Self.words[below(Self.words.count)] }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private mutating func filled(_ patterns: [String]) -> String {
        patterns[below(patterns.count)].replacing("#a", with: pick("wuvzab")).replacing("#b", with: pick("xhqrs"))
            .replacing("#i", with: pick("ijklmn")).replacing("#n", with: "\(2 + below(998))")
    }

    private mutating func pick(_ letters: String) -> String {
        String(letters[letters.index(letters.startIndex, offsetBy: below(letters.count))])
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

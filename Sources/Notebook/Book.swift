/// A book as a value: chapters in reading order, each with its numbered sections.
public struct Book: Sendable {
    /// What its program, its settings, its store and its editions are called: "regbook", `regbook.yml`, `regbook.pdf`.
    public let name: String
    public let title: String
    public let authors: [String]
    /// A sentence or two for catalogues and search engines, without markup: what pages, PDF and EPUB say of themselves.
    public let description: String
    /// What its prose is written in.
    public let language: Language
    public let kind: Kind
    /// What its studies read.
    public let data: [DataSet]
    public let chapters: [Chapter]

    /// What a book is about.
    public enum Kind: Sendable, Hashable {
        /// A subject: the claims are the book's own statements.
        case plain
        /// Another text, such as "the draft": the claims are statements of that text, and a page lists what is wrong in it.
        case review(of: String)
    }

    /// - Parameters:
    ///   - name: that of its program: letters, digits and hyphens.
    ///   - data: with names of their own; at most one set of images.
    public init(
        _ name: String, title: String, authors: [String] = [], description: String = "", language: Language = .english,
        kind: Kind = .plain,
        data: [DataSet] = [], chapters: [Chapter]
    ) {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") },
            "'\(name)' is no name of a program")
        precondition(Set(data.map(\.name)).count == data.count, "two data sets bear one name")
        precondition(data.count(where: \.isImages) < 2, "a book reads images of one data set")
        self.name = name
        self.title = title
        self.authors = authors
        self.description = description
        self.language = language
        self.kind = kind
        self.data = data
        self.chapters = chapters
    }

    /// The images that its studies read; nil for a book without.
    public var images: DataSet? { data.first(where: \.isImages) }

    /// What a reader calls the text that the book is about; nil for a book about a subject.
    public var reviewed: String? {
        if case .review(let text) = kind { text } else { nil }
    }

    /// The authors' names as a reader sees them; nil for a book that names none.
    public var byline: String? { authors.isEmpty ? nil : authors.joined(separator: ", ") }

    /// Every section with its number, in reading order.
    public var sections: [NumberedSection] {
        chapters.flatMap(\.sections)
    }

    /// The same book with `section` in place of the one that bears its slug.
    public func replacing(_ section: AnySection) -> Book {
        Book(
            name, title: title, authors: authors, description: description, language: language, kind: kind, data: data,
            chapters: chapters.map { $0.replacing(section) })
    }

    /// The section whose slug is `slug`, if the book has one.
    public func section(_ slug: String) -> NumberedSection? {
        sections.first { $0.info.slug == slug }
    }
}

/// A chapter: its number, its title and its sections.
public struct Chapter: Sendable {
    public let number: Int
    public let title: String
    /// How much of what the book is about bears numbers of this chapter.
    public let numbering: Numbering
    public let sections: [NumberedSection]

    /// Equations, algorithms and figures that are numbered from 1 on; what of them the book covers is counted.
    public struct Numbering: Sendable, Hashable {
        public let equations: Int
        public let algorithms: Int
        public let figures: Int

        public init(equations: Int = 0, algorithms: Int = 0, figures: Int = 0) {
            self.equations = equations
            self.algorithms = algorithms
            self.figures = figures
        }
    }

    /// - Parameter sections: each with its place within the chapter; place 0 is the chapter's introduction.
    public init(
        _ number: Int, title: String, numbering: Numbering = Numbering(), sections: [(Int, any Section.Type)]
    ) {
        self.init(
            number, title: title, numbering: numbering, sections: sections.map { ($0, AnySection($1)) })
    }

    /// - Parameter sections: each with its place within the chapter; place 0 is the chapter's introduction.
    public init(
        _ number: Int, title: String, numbering: Numbering = Numbering(), sections: [(Int, AnySection)]
    ) {
        self.number = number
        self.title = title
        self.numbering = numbering
        self.sections = sections.map { place, section in
            NumberedSection(number: place == 0 ? "\(number)" : "\(number).\(place)", section: section)
        }
    }

    private init(_ chapter: Chapter, sections: [NumberedSection]) {
        (number, title, numbering) = (chapter.number, chapter.title, chapter.numbering)
        self.sections = sections
    }

    /// The same chapter with `section` in place of the one that bears its slug.
    func replacing(_ section: AnySection) -> Chapter {
        Chapter(
            self,
            sections: sections.map {
                $0.info.slug == section.info.slug ? NumberedSection(number: $0.number, section: section) : $0
            })
    }
}

/// A section and the number it bears in the book.
public struct NumberedSection: Sendable {
    /// "7.2"; the introduction bears its chapter's number alone.
    public let number: String
    public let section: AnySection
    public var info: SectionInfo { section.info }
    public var studies: [AnyStudy] { section.studies }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
